"""What a program costs: wall time, processor time of itself and its children, and the most memory it held."""

import os
import statistics
import subprocess
import time


class Failed(Exception):
    """A measured program ended with an error."""


class Cost:
    """Seconds of wall and processor time, and megabytes."""

    def __init__(self, wall, cpu, memory):
        self.wall, self.cpu, self.memory = wall, cpu, memory


def cost(*words, accept=(0,)):
    """Runs a program to its end and tells what it cost. What it prints is kept for the message if it fails."""
    with open(os.devnull, "r+b") as nothing:
        start = time.monotonic()
        process = subprocess.Popen([str(word) for word in words], stdin=nothing, stdout=nothing, stderr=subprocess.PIPE)
        said = process.stderr.read()[-2000:]
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in accept:
        raise Failed(f"{' '.join(str(word) for word in words)} ended with {process.returncode}:\n{said.decode(errors='replace')}")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def median(values):
    values = list(values)
    return statistics.median(values) if values else None


class Pairs:
    """Costs of two programs that ran by turns; only the ratio of each pair counts, as the machine may be busy."""

    def __init__(self):
        self.ours, self.theirs = [], []

    def add(self, ours, theirs):
        self.ours.append(ours)
        self.theirs.append(theirs)

    def ratio(self, part):
        return median(getattr(theirs, part) / max(getattr(ours, part), 1e-3) for ours, theirs in zip(self.ours, self.theirs))

    def ours_median(self, part):
        return median(getattr(ours, part) for ours in self.ours)

    def theirs_median(self, part):
        return median(getattr(theirs, part) for theirs in self.theirs)
