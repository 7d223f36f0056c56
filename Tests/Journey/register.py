"""A register under test: its folder, its git repository, and what its publisher and its auditor do."""

import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
GAZETTE = ROOT / ".build/debug/gazette"
ROLES = {"corporate-communications": "Head of communications", "senior-responsible-owner": "Director"}


class Failure(Exception):
    """Something was not as it should be."""


def expect(holds, words):
    if not holds:
        raise Failure(words)


def ran(*words, cwd, status=0):
    """Runs a program that must end with a status; what it printed."""
    done = subprocess.run([str(word) for word in words], cwd=cwd, capture_output=True, text=True)
    line = " ".join(str(word) for word in words)
    expect(done.returncode == status, f"{line} ended with {done.returncode}, not {status}:\n{done.stdout}{done.stderr}")
    return done


class Register:
    def __init__(self, folder):
        self.folder = folder
        self.site = folder / "Site"
        # Path of each redacted file, and the edition that froze it.
        self.gone = {}

    def gazette(self, *words, status=0):
        return ran(GAZETTE, *words, cwd=self.folder, status=status)

    def git(self, *words, status=0):
        return ran("git", "-c", "user.name=Publisher", "-c", "user.email=p@example.org", *words, cwd=self.folder, status=status)

    def edit(self, file, before, after):
        path = self.folder / "Content/tools" / file
        text = path.read_text()
        expect(text.count(before) == 1, f"{file} has {text.count(before)} times: {before}")
        path.write_text(text.replace(before, after))

    def says(self, tool, note, significance):
        """Sets the note of what changed in a tool's record."""
        path = self.folder / "Content/tools" / tool / "record.md"
        text = re.sub(r"^(change|significance):.*\n(  .*\n)*", "", path.read_text(), flags=re.M)
        lines = text.split("\n")
        lines[2:2] = [f"change: {note}", f"significance: {significance}"]
        path.write_text("\n".join(lines))

    def approve(self, tool, day):
        for role, post in ROLES.items():
            self.gazette("approve", tool, "--role", role, "--by", post, "--on", day)

    def publish(self, number, day, note, *more):
        done = self.gazette("publish", "--on", day, "--note", note, *more)
        told = [line for line in done.stderr.splitlines() if line.startswith(f"Edition {number} of {day}: ")]
        expect(told, f"publish said:\n{done.stderr}")
        self.keep(number)

    def keep(self, number):
        self.git("add", "-A")
        self.git("commit", "-q", "-m", f"Edition {number}")
        self.git("tag", f"edition-{number}")
        self.audit(number)

    def audit(self, newest):
        """Coreutils first, from the site's root, then the program."""
        for edition in range(1, newest + 1):
            sums = f"editions/{edition}/SHA256SUMS"
            done = subprocess.run(
                ["sha256sum", "--check", "--strict", "--quiet", sums], cwd=self.site, capture_output=True, text=True)
            missing = set(re.findall(r"^(\S+): FAILED open or read$", done.stdout, re.M))
            expected = {path for path, frozen in self.gone.items() if frozen == edition}
            expect(missing == expected and "FAILED\n" not in done.stdout, f"{sums}: {done.stdout}{done.stderr}")
            expect(done.returncode == (1 if expected else 0), f"{sums}: {done.stdout}{done.stderr}")
        for sums in ("SHA256SUMS", "LEDGER"):
            ran("sha256sum", "--check", "--strict", "--quiet", sums, cwd=self.site)
        self.gazette("verify")
