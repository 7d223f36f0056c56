"""Copies of the site spoilt in every way an auditor fears: verify must fail each time, name the file, and say so with 3."""

import random
import shutil

from register import GAZETTE, Register, expect, ran


def walk(register, place):
    copy = place / "spoilt"
    shutil.copytree(register.site, copy)
    files = sorted(str(path.relative_to(copy)) for path in copy.rglob("*") if path.is_file())
    seed = random.Random(20250610)
    frozen = [file for file in files if "/source/" in file or file.startswith(("editions/", "LEDGER", "SHA256SUMS"))]
    pages = seed.sample([file for file in files if file not in frozen], 40)
    for file in [file for file in frozen if not file.endswith(".html")] + pages:
        flip(copy, file, seed)
        missing(copy, file)
    for folder in ("", "editions/2", "tools/return-checker/versions/1/source", "tools/return-checker/versions/9/source"):
        added(copy, folder)
    swapped(copy)
    recut(copy)


def must_name(copy, file, what):
    done = ran(GAZETTE, "verify", copy, "--no-pages", cwd=copy.parent, status=3)
    first = done.stdout.split("\n\n")[0]
    expect(file in first, f"{what} {file}: verify named something else first:\n{first}")


def flip(copy, file, seed):
    path = copy / file
    whole = path.read_bytes()
    at = seed.randrange(len(whole))
    path.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << seed.randrange(8)]) + whole[at + 1:])
    must_name(copy, file, f"byte {at} flipped in")
    path.write_bytes(whole)


def missing(copy, file):
    path = copy / file
    whole = path.read_bytes()
    path.unlink()
    must_name(copy, file, "removed")
    path.write_bytes(whole)


def added(copy, folder):
    path = copy / folder / "more.md"
    made = not path.parent.exists()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("more\n")
    must_name(copy, str(path.relative_to(copy)), "added")
    path.unlink()
    if made:
        shutil.rmtree(copy / "tools/return-checker/versions/9")


def swapped(copy):
    versions = copy / "tools/return-checker/versions"
    for one, other in (("1", "x"), ("2", "1"), ("x", "2")):
        (versions / one / "source").rename(versions / other) if other == "x" else (
            (versions / one).rename(versions / other / "source") if one == "x" else (versions / one / "source").rename(versions / other / "source"))
    must_name(copy, "tools/return-checker/versions/1/source/record.md", "swapped")
    (versions / "1/source").rename(versions / "x")
    (versions / "2/source").rename(versions / "1/source")
    (versions / "x").rename(versions / "2/source")


def recut(copy):
    """An edition's date changed and its own sums made to fit: the chain after it no longer does."""
    record = copy / "editions/2/edition.json"
    sums = copy / "editions/2/SHA256SUMS"
    kept = record.read_text(), sums.read_text()
    record.write_text(kept[0].replace('"date": "2025-02-10"', '"date": "2025-02-11"'))
    digest = ran("sha256sum", "editions/2/edition.json", cwd=copy).stdout.split()[0]
    sums.write_text("".join(
        digest + line[64:] if line.endswith("editions/2/edition.json\n") else line
        for line in kept[1].splitlines(keepends=True)))
    must_name(copy, "editions/2/SHA256SUMS", "re-cut")
    record.write_text(kept[0])
    sums.write_text(kept[1])
