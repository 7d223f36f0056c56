"""The same register years later: a signed edition, and the correction of one word as everybody sees it."""

import json
import re
import shutil
import xml.etree.ElementTree

import touched
from register import ROOT, Register, expect, ran

ATOM = "{http://www.w3.org/2005/Atom}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def walk(register, place):
    copy = Register(place / "later")
    shutil.copytree(register.folder, copy.folder)
    copy.gone = register.gone
    signed(copy, place)
    touched.nothing_of_a_version(copy, "edition-6", "edition-7")
    one_word(copy)


def signed(register, place):
    """An edition signed with a key of the operator's, and the same checked by ssh-keygen through verify."""
    key = place / "key"
    ran("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key, cwd=place)
    page = register.folder / "Content/pages/about.md"
    page.write_text(page.read_text() + "\nOne more sentence.\n")
    register.publish(7, "2031-08-10", "Signed", "--sign-with", key)
    signers = place / "signers"
    signers.write_text("register@example.org namespaces=\"gazette\" " + (place / "key.pub").read_text())
    done = register.gazette("verify", "--signers", signers)
    expect(" 1 signature good." in done.stderr, done.stderr)


def one_word(register):
    """A slip of the pen is put right: one word on the page of changes, in the feeds, in `diff` and in git, and no other."""
    register.edit("return-checker/record.md", "Each summer the council", "Each autumn the council")
    register.says("return-checker", "Corrects one word.", "correction")
    register.approve("return-checker", "2031-09-09")
    register.publish(8, "2031-09-10", "One word")
    newest = max(int(path.name) for path in (register.site / "tools/return-checker/versions").iterdir() if path.is_dir())
    versions = [str(newest - 1), str(newest)]
    page = (register.site / f"tools/return-checker/versions/{newest}/changes/index.html").read_text()
    for element, word in (("del", "summer"), ("ins", "autumn")):
        found = [re.sub(r"<span[^>]*>.*?</span>", "", text) for text in re.findall(rf"<{element}\b[^>]*>(.*?)</{element}>", page, re.S)]
        expect(found == [word], f"the page of changes marks {element} {found}")
    in_feeds(register.site, f"/tools/return-checker/versions/{newest}/")
    in_diff(register, versions)
    in_git(register, versions)


def in_feeds(site, address):
    for path in ("changes.atom", "tools/return-checker/feed.atom"):
        entry = xml.etree.ElementTree.parse(site / path).find(ATOM + "entry")
        expect(entry.find(f"{ATOM}link[@rel='alternate']").get("href").endswith(address), f"{path}: not the newest entry")
        marks = [(mark.tag, mark.text) for mark in entry.iter() if mark.tag in (XHTML + "del", XHTML + "ins")]
        expect(marks == [(XHTML + "del", "summer"), (XHTML + "ins", "autumn")], f"{path}: {marks}")
    item = json.loads((site / "changes.json").read_text())["items"][0]
    marks = re.findall(r"\[-.*?-\]|\{\+.*?\+\}", item["content_text"])
    expect(marks == ["[-summer-]", "{+autumn+}"], f"changes.json: {marks}")


def in_diff(register, versions):
    """Besides the word only the note of what changed and how much it matters, which are new with every version."""
    told = register.gazette("diff", "return-checker", *versions, "--format", "json").stdout
    changes = [change for change in json.loads(told)["changes"] if change["field"] not in ("change", "significance")]
    expect([change["field"] for change in changes] == ["description"], f"diff tells {[change['field'] for change in changes]}")
    runs = [(kind, text) for run in changes[0]["words"] for kind, text in run.items() if kind in ("removed", "added")]
    expect(runs == [("removed", "summer"), ("added", "autumn")], f"diff marks {runs}")
    text = register.gazette("diff", "return-checker", *versions).stdout
    expect("[-summer-]{+autumn+}" in text, text)


def in_git(register, versions):
    """git's own comparison of words, of the frozen sources, the record as data and the page now."""
    tool = "Site/tools/return-checker/"
    sources = [f"{tool}versions/{number}/source/record.md" for number in versions]
    told = register.git("diff", "--no-index", "--word-diff=plain", "--exit-code", *sources, status=1).stdout
    expect("Each [-summer-]{+autumn+} the council" in told, told)
    for path in (tool + "record.json", tool + "technical/index.html"):
        told = register.git("diff", "--word-diff=plain", "edition-7", "edition-8", "--", path).stdout
        expect("[-summer-]{+autumn+}" in told, f"{path}: {told}")
    readable(register)


def readable(register):
    """A new register tells git what this one does: nothing is binary, and a change stands under its heading."""
    ours, theirs = (folder / ".gitattributes" for folder in (ROOT, register.folder))
    expect(ours.read_bytes() == theirs.read_bytes(), ".gitattributes is not the one that new registers get")
    told = register.git("diff", "edition-7", "edition-8").stdout
    expect("Binary files" not in told, "git takes what is published for binary")
    told = register.git("diff", "-U0", "edition-7", "edition-8", "--", "Content/tools/return-checker/record.md").stdout
    expect(re.search(r"^@@ .* @@ ## Description$", told, re.M), told)
