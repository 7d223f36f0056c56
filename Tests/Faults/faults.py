#!/usr/bin/env python3
"""Breaks a command at every call it makes to the disk, one call at a time, and looks what is left.

    faults.py --prepare CMD --run CMD --check CMD [--again CMD] [options]

The commands are lines of shell, run in a fresh folder $WORK:

    prepare   makes the folder, once; every case starts from a copy of it
    run       what is broken: killed before its Kth write, or told ENOSPC at its Kth rename, and so on
    check     looks at what is left; not nought is a failure of the program under test. Told by environment:
                FAULT   such as 'kill renameat2 1', 'ENOSPC write 12', 'none'
                STATUS  how run ended: its exit status, or 'killed'
                PHASE   'broken' after the fault, 'again' after a later run without one
    again     runs after the check, without a fault, and must succeed; --run where it is not given
    settled   says, by ending with nought, that a call which was told an error left nothing to put right: then all that the next run
              could find is what the first run found or what it left, which has been seen, and it is not run again

Calls are counted in one run without faults, so each is broken once and none is missed. strace counts for each thread by itself: a
command with threads should be told to use one. `--with` adds faults that are there in every run, such as a kernel that
cannot exchange folders: --with 'inject=renameat2:error=ENOSYS'.

Ends 0 where every check passed, 1 where one failed, 2 where nothing could be tried.
"""

import argparse
import collections
import concurrent.futures
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

CALLS = (
    "write,writev,pwrite64,openat,creat,mkdir,mkdirat,link,linkat,unlink,unlinkat,rmdir,rename,renameat,"
    "renameat2,symlinkat,syncfs,fsync,fdatasync,sync_file_range,ftruncate,fallocate,fchmod,flock,close,"
    "copy_file_range,sendfile,getdents64,read,fstat,newfstatat"
)
ERRORS = "ENOSPC,EIO,EINTR"
# What the system may say of a call: a fault that cannot happen proves nothing. Reading never finds the disk full.
NEVER = {
    "ENOSPC": {"read", "fstat", "newfstatat", "getdents64", "flock", "close", "unlink", "unlinkat", "rmdir", "fchmod"},
    "EINTR": {"fstat", "newfstatat", "getdents64"},
}


class Harness:
    def __init__(self, options):
        self.options = options
        self.base = tempfile.mkdtemp(prefix="faults-", dir=options.folder)
        self.template = os.path.join(self.base, "template")
        self.failures = []
        self.tried = 0
        self.at_rest = 0
        self.ended = collections.Counter()
        self.lock = threading.Lock()

    def shell(self, line, work, prefix=(), **told):
        environment = dict(os.environ, WORK=work, SWIFT_BACKTRACE="enable=no", **told)
        command = [*prefix, "/bin/sh", "-c", "exec " + line if prefix else line]
        return subprocess.run(command, cwd=work, env=environment, capture_output=True, text=True, errors="replace")

    def strace(self, log, *more):
        with_always = [word for fault in self.options.always for word in ("-e", fault)]
        return ["strace", "-f", "-qq", "-o", log, *with_always, *more]

    def prepare(self):
        os.mkdir(self.template)
        done = self.shell(self.options.prepare, self.template)
        if done.returncode != 0:
            sys.exit(f"faults: prepare failed\n{done.stdout}{done.stderr}")

    def fresh(self, case):
        work = os.path.join(self.base, case)
        subprocess.run(["cp", "-a", self.template, work], check=True)
        return work

    def count(self):
        """Which calls to break: for each its first and last number, in the thread that makes it most."""
        work = self.fresh("count")
        log = os.path.join(self.base, "count.log")
        done = self.shell(self.options.run, work, self.strace(log, "-e", "trace=" + ",".join(self.known_calls())))
        if done.returncode != self.options.status:
            sys.exit(f"faults: without faults the command ends {done.returncode}\n{done.stdout}{done.stderr}")
        self.examine(work, "none", str(done.returncode))
        counts = collections.Counter()
        begun = None if self.options.start else {}
        with open(log, errors="replace") as lines:
            for line in lines:
                made = re.match(r"(\d+) +(\w+)\(", line)
                if not made:
                    continue
                if begun is None and re.search(self.options.start, line):
                    begun = dict(counts)
                counts[made.group(1), made.group(2)] += 1
        if begun is None:
            sys.exit(f"faults: no call matches --from {self.options.start}")
        most = {}
        for (thread, call), number in counts.items():
            if number > most.get(call, (0, 0))[1]:
                most[call] = (begun.get((thread, call), 0) + 1, number)
        shutil.rmtree(work, ignore_errors=True)
        return most

    def known_calls(self):
        # '?' lets strace pass over a call this machine does not have.
        return ["?" + call for call in self.options.calls.split(",")]

    def numbers(self, first, last):
        """All numbers of a call, or as many as were asked for: the first, the last and others evenly between."""
        total = last - first + 1
        most = self.options.at_most or total
        if total <= most or most < 2:
            return range(first, last + 1)
        return sorted({first + round(step * (total - 1) / (most - 1)) for step in range(most)})

    def always_broken(self):
        return [fault.split("=")[1].split(":")[0] for fault in self.options.always]

    def cases(self, counts):
        for call in sorted(set(counts) - set(self.always_broken())):
            for number in self.numbers(*counts[call]):
                if self.options.kill:
                    yield "kill", call, number
                for error in filter(None, self.options.errors.split(",")):
                    if call not in NEVER.get(error, ()):
                        yield error, call, number

    def attempt(self, case):
        fault, call, number = case
        name = f"{fault}-{call}-{number}"
        work = self.fresh(name)
        what = "signal=KILL" if fault == "kill" else f"error={fault}"
        inject = f"inject={call}:{what}:when={number}"
        # strace injects only into calls it traces.
        traced = ",".join([call, *self.always_broken()])
        done = self.shell(
            self.options.run, work, self.strace("/dev/null", "-e", f"trace={traced}", "-e", inject))
        self.finish(work, f"{fault} {call} {number}", done)

    def attempt_random(self, index):
        """A kill at whatever moment; what strace does not stop at, memory maps and computing, is hit too."""
        work = self.fresh(f"random-{index}")
        wait = random.Random(index).random() * self.usual
        environment = dict(os.environ, WORK=work, SWIFT_BACKTRACE="enable=no")
        process = subprocess.Popen(
            ["/bin/sh", "-c", "exec " + self.options.run], cwd=work, env=environment, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, start_new_session=True)
        time.sleep(wait)
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        output, _ = process.communicate()
        done = subprocess.CompletedProcess([], process.returncode, output.decode(errors="replace"), "")
        self.finish(work, f"random-kill {index} {wait:.4f}s", done)

    def finish(self, work, fault, done):
        status = "killed" if done.returncode in (-9, 137) else str(done.returncode)
        if done.returncode < 0 and done.returncode != -9:
            self.fail(fault, f"the command died of signal {-done.returncode}", done)
        elif done.returncode in (132, 133, 134, 135, 139):
            self.fail(fault, f"the command crashed with status {done.returncode}", done)
        self.examine(work, fault, status, done)
        if fault.startswith("kill ") and status != "killed":
            print(f"not reached: {fault}", flush=True)
        with self.lock:
            self.tried += 1
            self.ended[fault.split()[0], status] += 1
        shutil.rmtree(work, ignore_errors=True)

    def examine(self, work, fault, status, done=None):
        found = self.shell(self.options.check, work, FAULT=fault, STATUS=status, PHASE="broken")
        if found.returncode != 0:
            return self.fail(fault, f"check failed after status {status}", done, found)
        if fault == "none":
            return
        if self.options.settled and "kill" not in fault and self.shell(self.options.settled, work).returncode == 0:
            with self.lock:
                self.at_rest += 1
            return
        again = self.shell(self.options.again or self.options.run, work)
        if again.returncode != 0:
            return self.fail(fault, f"the next run ended {again.returncode}", done, again)
        found = self.shell(self.options.check, work, FAULT=fault, STATUS=str(again.returncode), PHASE="again")
        if found.returncode != 0:
            self.fail(fault, "check failed after the next run", done, found)

    def fail(self, fault, reason, *runs):
        text = "".join(f"    {line}\n" for run in runs if run for line in (run.stdout + run.stderr).splitlines()[-12:])
        with self.lock:
            self.failures.append(fault)
            print(f"FAILED {fault}: {reason}\n{text}", flush=True)

    def go(self):
        self.prepare()
        start = time.monotonic()
        work = self.fresh("usual")
        self.shell(self.options.run, work)
        self.usual = time.monotonic() - start
        shutil.rmtree(work, ignore_errors=True)
        counts = self.count()
        cases = list(self.cases(counts))
        print("calls: " + ", ".join(f"{call} {last - first + 1}" for call, (first, last) in sorted(counts.items()) if last >= first), flush=True)
        with concurrent.futures.ThreadPoolExecutor(self.options.jobs) as pool:
            for _ in pool.map(self.attempt, cases):
                pass
            for _ in pool.map(self.attempt_random, range(self.options.random_kills)):
                pass
        for (fault, status), number in sorted(self.ended.items()):
            print(f"{fault}: {number} ended {status}")
        print(f"{self.tried} faults, {self.at_rest} of them left nothing to put right, {len(self.failures)} failures", flush=True)
        if not self.tried:
            return 2
        return 1 if self.failures else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("prepare", "run", "check"):
        parser.add_argument(f"--{name}", required=True, metavar="CMD")
    parser.add_argument("--again", metavar="CMD")
    parser.add_argument("--settled", metavar="CMD")
    parser.add_argument("--from", dest="start", metavar="PATTERN", help="break nothing before a call that matches: the loader's own")
    parser.add_argument("--calls", default=CALLS, help="calls to break (default: all that touch files)")
    parser.add_argument("--errors", default=ERRORS, help=f"errors to inject (default {ERRORS}); empty for none")
    parser.add_argument("--at-most", type=int, metavar="N", help="break at most so many of one call, spread evenly (default: all)")
    parser.add_argument("--no-kill", dest="kill", action="store_false", help="do not kill")
    parser.add_argument("--with", dest="always", action="append", default=[], metavar="FAULT")
    parser.add_argument("--random-kills", type=int, default=0, metavar="N")
    parser.add_argument("--status", type=int, default=0, help="how the command ends without faults (default 0)")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--folder", help="where to work (default: the system's temporary folder)")
    options = parser.parse_args()
    if not shutil.which("strace"):
        sys.exit("faults: strace is needed (Debian: apt install strace)")
    harness = Harness(options)
    try:
        return harness.go()
    finally:
        shutil.rmtree(harness.base, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
