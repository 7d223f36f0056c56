#!/usr/bin/env python3
"""Writes a register of N made-up tools: Tests/Bench/generate.py N DIR [--seed S] [--editions K].

Each tool has a record of about 60 fields (8 KB of front matter, 6 KB of Markdown), two assessments, two evaluations with figures by
group, most a route to challenge, some a lifecycle or a notice of their end. The same seed gives the same bytes. With --editions the
register is published so often with `gazette publish`, each time after one tool in a hundred has changed.
"""

import argparse
import hashlib
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True

import documents
import records
import words

DAYS = ["2026-11-20", "2026-11-27", "2026-12-04", "2026-12-11", "2026-12-18", "2026-12-25"]
SIGNED = """- role: {role}
  by: "{by}"
  on: {day}
  digest: {digest}
"""


def tool_files(number, seed, pool, edition=1):
    """A tool's documents by name of file, and what they agree on."""
    tool = records.Tool(number, seed, pool)
    tool.edition = edition
    files, evaluations = documents.beside(tool)
    files["record"] = records.record(tool, evaluations)
    return tool, {name + ".md": text.encode() for name, text in files.items()}


def write_tool(folder, tool, files, day=DAYS[0]):
    """Writes the files of a tool and the sign-offs that its publication needs."""
    place = f"{folder}/Content/tools/{tool.id}"
    pathlib.Path(place).mkdir(exist_ok=True)
    sums = b""
    for name in sorted(files):
        with open(f"{place}/{name}", "wb") as file:
            file.write(files[name])
        sums += f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n".encode()
    digest = hashlib.sha256(sums).hexdigest()
    with open(f"{place}/sign-offs.yaml", "w") as file:
        for role, by in (("corporate-communications", "Head of communications"), ("senior-responsible-owner", tool.owner)):
            file.write(SIGNED.format(role=role, by=by, day=day, digest=digest))


def write_settings(folder):
    """The starter that `gazette init` copies, with the publishers of this register."""
    shutil.copytree(ROOT / "Sources/Starter", folder, dirs_exist_ok=True)
    settings = pathlib.Path(folder) / "Content/register.yaml"
    before, rest = settings.read_text().split("publishers:\n")
    after = rest[rest.index("\n# TO FILL IN: who answers"):]
    publishers = "".join(
        f"  - id: {name.lower().replace(' ', '-')}\n    name: {name}\n    type: {records.TYPES[name.rsplit(' ', 1)[1]]}\n"
        f"    contact: register@example.org\n    address: https://example.org/\n" for name in words.ORGANISATIONS)
    settings.write_text(f"{before}publishers:\n{publishers}{after}")
    (pathlib.Path(folder) / "Content/tools").mkdir(exist_ok=True)


def changed(count, edition):
    """The tools that change for an edition: one in a hundred, others each time."""
    return range(edition % 100, count, 100) if count >= 100 else [edition % count]


def generate(count, folder, seed=1):
    """Writes the whole register as it stands before its first edition."""
    write_settings(folder)
    pool = words.Pool(seed)
    for number in range(count):
        write_tool(folder, *tool_files(number, seed, pool))


def change(count, folder, edition, seed=1):
    """Changes the tools of an edition: the record says something else and the sign-offs are renewed."""
    pool = words.Pool(seed)
    for number in changed(count, edition):
        tool, files = tool_files(number, seed, pool, edition)
        write_tool(folder, tool, files, DAYS[edition - 1])


def publish(gazette, folder, edition):
    done = subprocess.run([gazette, "publish", "--root", folder, "--on", DAYS[edition - 1], "--note", f"Edition {edition}."],
                          capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr[-4000:])


def main():
    words_of_use = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    words_of_use.add_argument("count", type=int)
    words_of_use.add_argument("folder")
    words_of_use.add_argument("--seed", type=int, default=1)
    words_of_use.add_argument("--editions", type=int, default=0, choices=range(len(DAYS) + 1))
    words_of_use.add_argument("--gazette", default=ROOT / ".build/release/gazette")
    asked = words_of_use.parse_args()
    generate(asked.count, asked.folder, asked.seed)
    for edition in range(1, asked.editions + 1):
        if edition > 1:
            change(asked.count, asked.folder, edition, asked.seed)
        publish(asked.gazette, asked.folder, edition)


if __name__ == "__main__":
    main()
