"""The walk of a publisher: init, then six editions, with what each must and must not touch."""

import shutil

import touched
from register import GAZETTE, ROOT, Register, expect, ran


def walk(place):
    register = begin(place / "register")
    first(register)
    one_sentence(register)
    old = place / "clone-at-2"
    ran("git", "clone", "-q", register.folder, old, cwd=place)
    one_evaluation(register)
    one_redaction(register)
    one_retirement(register)
    refusals(register)
    extends(register, old)
    return register


def begin(folder):
    ran(GAZETTE, "init", folder, cwd=folder.parent)
    register = Register(folder)
    register.git("init", "-q")
    for tool in ("return-checker", "exclusion-signal"):
        left = shutil.ignore_patterns("sign-offs.yaml", "retirement.md")
        shutil.copytree(ROOT / "Content/tools" / tool, folder / "Content/tools" / tool, ignore=left)
    register.edit("exclusion-signal/record.md", "phase: Retired", "phase: Beta/Pilot")
    for tool in ("return-checker", "exclusion-signal"):
        register.says(tool, "First publication.", "major")
    return register


def first(register):
    refused = register.gazette("publish", "--on", "2025-01-10", status=1)
    expect("has not approved 'return-checker' as it stands" in refused.stderr, refused.stderr)
    expect(not register.site.exists(), "a refused publish made a site")
    for tool in ("return-checker", "exclusion-signal"):
        register.approve(tool, "2025-01-09")
    rehearsal = register.gazette("publish", "--on", "2025-01-10", "--dry-run")
    expect("LEDGER" in rehearsal.stdout and not register.site.exists(), "a rehearsal wrote a site")
    register.publish(1, "2025-01-10", "First publication")
    again = register.gazette("publish", "--on", "2025-01-11")
    expect(again.stderr == "Nothing has changed since the newest edition; nothing was written.\n", again.stderr)


def one_sentence(register):
    """One sentence changes in one tool; git shows it where it is told and where the edition is, and nothing else."""
    register.edit("return-checker/record.md", "Somebody trusts the checker", "A member of staff trusts the checker")
    register.says("return-checker", "Says who might trust the checker too much.", "minor")
    stale = register.gazette("publish", "--on", "2025-02-10", status=1)
    expect("it has changed since" in stale.stderr, stale.stderr)
    register.approve("return-checker", "2025-02-09")
    register.publish(2, "2025-02-10", "A clearer risk")
    touched.one_sentence(register)


def one_evaluation(register):
    shutil.copy(
        ROOT / "Content/tools/family-stability-score/audit-2025.md",
        register.folder / "Content/tools/return-checker/audit-2025.md")
    register.says("return-checker", "Adds an audit by somebody outside.", "minor")
    register.approve("return-checker", "2025-03-09")
    register.publish(3, "2025-03-10", "An audit")
    touched.only_what_was_newest(register)


def one_redaction(register):
    file = "tools/return-checker/versions/3/source/audit-2025.md"
    refused = register.gazette(
        "redact", "return-checker", "9", "audit-2025.md", "--because", "x", "--role", "senior-responsible-owner", "--on", "2025-04-10", status=1)
    expect("has no version 9" in refused.stderr, refused.stderr)
    secret = (register.site / file).read_bytes()
    done = register.gazette(
        "redact", "return-checker", "3", "audit-2025.md", "--because", "It was another tool's audit.", "--role",
        "data-protection-officer", "--on", "2025-04-10", "--note", "A document taken out")
    expect("Edition 4 of 2025-04-10: " in done.stderr and "the draft still holds what was taken out" in done.stderr, done.stderr)
    expect(not (register.site / file).exists(), "the redacted file is still there")
    register.gone[file] = 3
    sentence = max(secret.decode().split("\n"), key=len)[:60].encode()
    left = [path for path in register.site.rglob("*") if path.is_file() and sentence in path.read_bytes()]
    expect(not left, f"what was redacted still stands in {left}")
    register.keep(4)
    (register.folder / "Content/tools/return-checker/audit-2025.md").unlink()
    settings = register.folder / "Content/register.yaml"
    settings.write_text(settings.read_text() + "\nredirects:\n  return-checker/audit-2025: return-checker/monitoring-2026\n")
    register.says("return-checker", "Takes the audit of another tool out.", "minor")
    register.approve("return-checker", "2025-05-09")
    register.publish(5, "2025-05-10", "Without the audit")


def one_retirement(register):
    shutil.copy(
        ROOT / "Content/tools/exclusion-signal/retirement.md",
        register.folder / "Content/tools/exclusion-signal/retirement.md")
    register.edit("exclusion-signal/retirement.md", "effective_on: 2026-05-26", "effective_on: 2025-05-26")
    register.edit("exclusion-signal/record.md", "phase: Beta/Pilot", "phase: Retired")
    register.says("exclusion-signal", "The tool was never put to use and is retired.", "major")
    register.approve("exclusion-signal", "2025-06-09")
    register.publish(6, "2025-06-10", "A retirement")


def refusals(register):
    """What must not be published is refused, and nothing is written."""
    before = (register.site / "LEDGER").read_bytes()
    backwards = register.gazette("publish", "--on", "2025-06-09", status=1)
    expect("2025-06-09 is before the newest edition, of 2025-06-10" in backwards.stderr, backwards.stderr)
    tool = register.folder / "Content/tools/exclusion-signal"
    tool.rename(register.folder / "kept")
    gone = register.gazette("publish", "--on", "2025-07-10", status=1)
    expect("the tool 'exclusion-signal' was public and is no longer among the drafts" in gone.stderr, gone.stderr)
    (register.folder / "kept").rename(tool)
    page = register.site / "tools/return-checker/index.html"
    whole = page.read_text()
    page.write_text(whole.replace("</h1>", " (revised)</h1>"))
    edited = register.gazette("publish", "--on", "2025-07-10", status=1)
    expect("tools/return-checker/index.html is not what was published" in edited.stderr, edited.stderr)
    expect("(revised)" in page.read_text(), "a refused publish put a page back")
    page.write_text(whole)
    expect((register.site / "LEDGER").read_bytes() == before, "a refusal wrote to the ledger")


def extends(register, old):
    register.gazette("verify", "--extends", old / "Site")
    done = ran(GAZETTE, "verify", old / "Site", "--extends", register.site, "--no-pages", cwd=register.folder, status=3)
    expect("the ledger ends at edition 2, and the older copy's at edition 6" in done.stdout, done.stdout)
