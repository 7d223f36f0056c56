"""What a program costs: wall time, processor time of itself and its children, and the most memory it held."""

import os
import pathlib
import statistics
import subprocess
import sys

STARTER = pathlib.Path(__file__).with_name("starter.py")


class Failed(Exception):
    """A measured program ended with an error."""


class Cost:
    """Seconds of wall and processor time, and megabytes."""

    def __init__(self, wall, cpu, memory):
        self.wall, self.cpu, self.memory = wall, cpu, memory


def settle(folder):
    """What ran before is on the disk, and what is read next is in the system's cache: nobody pays for another's writing or forgetting."""
    os.sync()
    for path in folder.rglob("*"):
        if path.is_file():
            path.read_bytes()


def cost(*words, accept=(0,)):
    """Runs a program to its end and tells what it cost. What it prints is kept for the message if it fails."""
    words = [str(word) for word in words]
    ran = subprocess.run([sys.executable, "-I", "-S", STARTER, *words], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                         errors="replace")
    wall, cpu, memory, ended = ran.stdout.split() if ran.returncode == 0 else (0, 0, 0, ran.returncode)
    if ran.returncode != 0 or int(ended) not in accept:
        raise Failed(f"{' '.join(words)} ended with {ended}:\n{ran.stderr[-2000:]}")
    return Cost(float(wall), float(cpu), int(memory) / 1024)


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
