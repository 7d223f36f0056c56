"""Registers to test with: copies of the sample, checked, approved and published by the program itself."""
import json
import os
import pathlib
import re
import shutil
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("GAZETTE", ROOT / ".build/debug/gazette"))
ROLES = ("corporate-communications", "senior-responsible-owner", "data-protection-officer")
TOOL = "early-help-finder"
ADDED = "Since then, a parents' forum reads this page before each new version of it."


class Refused(Exception):
    """The program did not do what the tests need of it."""


def gazette(*words, root, environment=None, may_find=False):
    """Runs the program on a register; findings are allowed where the register is meant to have some."""
    done = subprocess.run(
        [str(PROGRAM), *map(str, words), "--root", str(root)], env={**os.environ, **(environment or {})},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", errors="replace", timeout=300)
    if done.returncode not in ((0, 1) if may_find else (0,)):
        told = done.stderr.strip()[-3000:] or done.stdout.strip()[-3000:]
        raise Refused(f"gazette {' '.join(map(str, words))} ended with {done.returncode}:\n{told}")
    return done


def copy_sample(to, published=True):
    """A copy of the register in this repository, with what it has published unless that is not wanted."""
    for name in ("Content", "Themes") + (("Site",) if published else ()):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, to / name, symlinks=True)
    return to


def tools(root):
    return sorted(path.parent.name for path in (root / "Content/tools").glob("*/record.md"))


def approve(root, tool, day):
    for role in ROLES:
        gazette("approve", tool, "--role", role, "--by", "Head of service", "--on", day, "--quiet", root=root)


def newest_edition(root):
    """The number and the day of the newest edition, (0, None) where nothing is published."""
    found = [json.loads(path.read_text()) for path in (root / "Site/editions").glob("*/edition.json")]
    return max(((one["edition"], one["date"]) for one in found), default=(0, None))


def edit(path, pattern, new, count=1):
    """Replaces what the pattern finds, and refuses where it finds nothing."""
    text = path.read_text(encoding="utf-8")
    changed, found = re.subn(pattern, new, text, count=count, flags=re.M)
    if not found:
        raise Refused(f"{path.name} holds nothing like {pattern}; the test must be told of the sample's new words")
    path.write_text(changed, encoding="utf-8")


def published_twice(to):
    """The sample published, then once more with one sentence more in one record: versions, changes, editions."""
    copy_sample(to)
    if newest_edition(to)[0] == 0:
        for tool in tools(to):
            approve(to, tool, "2026-11-23")
        gazette("publish", "--on", "2026-11-24", "--note", "First publication", root=to)
    record = to / "Content/tools" / TOOL / "record.md"
    edit(record, r"^## Benefits\n\n", f"## Benefits\n\n{ADDED}\n\n")
    edit(record, r"^change:.*(\n +.*)*", "change: Says who reads this page before it changes.")
    edit(record, r"^significance:.*", "significance: minor")
    day = max("2026-12-01", newest_edition(to)[1])
    approve(to, TOOL, day)
    gazette("publish", "--on", day, "--note", "Who reads the pages first", root=to)
    gazette("verify", root=to)
    return to
