"""The same input gives the same bytes, and a change of input changes what it must and nothing else."""
import datetime
import hashlib
import re

from register import TOOL, copy_sample, edit, gazette

ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}
AUDIENCES = ("", "affected-people/", "end-users/", "senior-leaders/", "technical/")


def digests(folder):
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in folder.rglob("*") if path.is_file() and path.name != ".gazette-build"}


def differences(one, other):
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def check_same_bytes(root, work, report):
    """Two builds, one in another time zone and language on one thread, are byte for byte the same."""
    while True:
        day = datetime.datetime.now(datetime.timezone.utc).date()
        gazette("build", "--to", work / "here", root=root, may_find=True)
        gazette("build", "--to", work / "elsewhere", "--threads", "1", root=root, environment=ELSEWHERE, may_find=True)
        if day == datetime.datetime.now(datetime.timezone.utc).date():
            break
    for name in differences(digests(work / "here"), digests(work / "elsewhere")):
        report.breach(name, "is another file when built in another time zone and language, on one thread")


def check_one_figure(work, report):
    """A figure of the newest evaluation, changed in its one file, changes on all five audiences' pages and on no page that
    does not tell it."""
    root = copy_sample(work / "figure", published=False)
    gazette("build", "--to", work / "before", "--on", "2026-12-01", root=root, may_find=True)
    evaluation = root / "Content/tools" / TOOL / "fairness-2026.md"
    edit(evaluation, r"metric: recall, value: 0\.83, low: 0\.80, high: 0\.86", "metric: recall, value: 0.84, low: 0.80, high: 0.86")
    gazette("build", "--to", work / "after", "--on", "2026-12-01", root=root, may_find=True)
    changed = set(differences(digests(work / "before"), digests(work / "after")))
    tool = f"tools/{TOOL}/"
    for audience in AUDIENCES:
        page = f"{tool}{audience}index.html"
        if page not in changed:
            report.breach(page, "keeps the old figure")
        elif not re.search(r"0\.84|\b84\b", (work / "after" / page).read_text(encoding="utf-8")):
            report.breach(page, "changes, but does not tell the new figure")
    must = {tool + "documents/fairness-2026/index.html", tool + "record.json"}
    may = re.compile(re.escape(tool) + r"(compare/index\.html|feed\.atom)|data/.*|quality/index\.html|compare/index\.html")
    for name in sorted(must - changed):
        report.breach(name, "keeps the old figure")
    for name in sorted(changed - must - {f"{tool}{audience}index.html" for audience in AUDIENCES}):
        if not may.fullmatch(name):
            report.breach(name, "changes with a figure that it does not tell")
