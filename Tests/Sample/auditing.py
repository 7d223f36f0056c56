"""Checks a published sample with what an auditor has: the program, coreutils, git and ssh-keygen."""

import os
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
GAZETTE = ROOT / ".build/debug"


class Failure(Exception):
    """Something does not hold."""


def ran(command, folder, home=None, accepted=(0,)):
    """Runs a line of shell and returns what it printed; a pipe that breaks anywhere is a failure."""
    environment = os.environ | {"PATH": f"{GAZETTE}:{os.environ['PATH']}", "GIT_PAGER": "cat", "LC_ALL": "C.UTF-8"}
    environment |= {"HOME": str(home or folder), "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode not in accepted:
        raise Failure(f"{command}: exit {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


def expect(holds, words):
    if not holds:
        raise Failure(words)


def proofs(register, editions):
    """The proof of every edition, by the program and by sha256sum alone; nothing of what was redacted is left."""
    ran("gazette verify", register)
    site = register / "Site"
    orders = {edition.number: edition.told["redact"] for edition in editions if "redact" in edition.told}
    gone = {f"tools/{order['tool']}/versions/{order['version']}/source/{order['file']}" for order in orders.values()}
    for sums in ["LEDGER", "SHA256SUMS", *(f"editions/{edition.number}/SHA256SUMS" for edition in editions)]:
        lines = ran(f"sha256sum --check --strict {sums} 2>/dev/null", site, accepted=(0, 1)).splitlines()
        failed = {line.rsplit(": ", 1)[0] for line in lines if not line.endswith(": OK")}
        listed = {line.split("  ", 1)[1] for line in (site / sums).read_text(encoding="utf-8").splitlines()}
        expect(len(lines) == len(listed), f"{sums}: {len(lines)} of {len(listed)} files were checked")
        expect(failed == listed & gone, f"{sums} does not hold: {sorted(failed ^ listed & gone)}")
    for order in orders.values():
        passage = order["was"].strip().split("\n")[-1].encode()
        left = [path for path in site.rglob("*") if path.is_file() and passage in path.read_bytes()]
        expect(not left, f"what was redacted still stands in {left}")


def page(register, path):
    """Every command that the page shows: each must succeed and say something, and some must say a certain thing."""
    home = register.parent
    prepare(register, home)
    seen = set()
    for block in re.findall(r"^```\n(.*?)^```$", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL):
        folder = register / "Site"
        for line in block.splitlines():
            if line.startswith("cd "):
                folder = folder / line.removeprefix("cd ")
            elif not line.startswith("Tests/"):
                seen |= shown(line, folder, register, home)
    missed = EXPECTED.keys() - seen
    expect(not missed, f"{path.name} no longer shows a command with {', '.join(sorted(missed))}")


def prepare(register, home):
    """What the page takes for granted: an older ledger and site, and beside them a list that somebody signed."""
    ran("git show edition-4:Site/LEDGER > ../LEDGER.old", register)
    ran("git archive --prefix=Site.old/ edition-4:Site | tar --extract", register)
    ran("ssh-keygen -q -t ed25519 -N '' -C algorithms@example.org -f key", home)
    ran("mkdir -p signed/editions/6 && cp practice/Site/editions/6/SHA256SUMS signed/editions/6", home)
    ran("ssh-keygen -q -Y sign -n gazette -f key signed/editions/6/SHA256SUMS", home)
    key = (home / "key.pub").read_text(encoding="utf-8")
    (home / "signers").write_text(f"algorithms@example.org {key}", encoding="utf-8")


# A part of a command, and what it must print.
EXPECTED = {
    "for list in": r"tools/school-[^\n]*/data-protection.md: FAILED open or read\ndoes not hold: editions/3/SHA256SUMS\n",
    "cmp -": r"only added to\n",
    "THE-DIGEST": r"6:[0-9a-f]{64}  editions/6/SHA256SUMS\n",
    "check-novalidate": r'Good "gazette" signature .*\n',
    "-Y verify": r'Good "gazette" signature for algorithms@example.org .*\n',
    "return-checker/versions/1": r"(?s).*\n-For the yearly return .* last month\..*\n\+For the yearly return .* last year\..*",
    "diff-filter=MDR": r"R\d+\tSite/tools/school-[^\n]*/data-protection.md\tSite/editions/5/source/redacted/[^\n]*\n",
    '"redactions"': r"(?s).*data-protection-officer.*",
    "xargs": r"[0-9a-f]{64}  -\n",
    "--extends": r"[0-9a-f]{64}\n",
    "--check --strict editions/6": r"(?s)(.*: OK\n)+",
}


def shown(line, folder, register, home):
    """Runs one line of the page; which of the expected parts it holds."""
    newest = (register / "Site/LEDGER").read_text(encoding="utf-8").splitlines()[-1].split()[0]
    command = line.replace("OLDER NEWER", "edition-4 edition-6").replace("THE-DIGEST", newest)
    differs = command.startswith(("diff ", "git diff --no-index")) or "for list in" in command
    folder = {"gazette": register, "ssh-keygen": home / "signed"}.get(command.split()[0], folder)
    said = ran(command, folder, home, accepted=(0, 1) if differs else (0,))
    expect(said, f"{line}: it says nothing")
    parts = {part for part in EXPECTED if part in line}
    for part in parts:
        expect(re.fullmatch(EXPECTED[part], said), f"{line}: it says\n{said}")
    if "xargs" in parts:
        signed = (folder / "sign-offs.yaml").read_text(encoding="utf-8")
        expect(said.split()[0] in signed, f"{line}: {said.split()[0]} is in no sign-off")
    return parts
