"""Starts a program and tells on one line what it cost: seconds of wall and processor time, kilobytes, its exit code.

A process of its own, and a small one: what its starter held in memory counts as the most that a program held.
"""

import os
import sys
import time

words = sys.argv[1:]
start = time.monotonic()
child = os.posix_spawnp(words[0], words, os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
_, status, used = os.wait4(child, 0)
wall = time.monotonic() - start
print(wall, used.ru_utime + used.ru_stime, used.ru_maxrss, os.waitstatus_to_exitcode(status))
