"""Proves that the sample shows everything the program has: each kind, state of a value, measure, audience and page."""

import json
import re

from auditing import expect

# Where in a site a page of each of the theme's templates stands.
PAGES = {
    "browse": "browse/index.html",
    "browse-value": "browse/*/*/index.html",
    "changes": "changes/index.html",
    "compare-tools": "compare/index.html",
    "compare-versions": "tools/*/compare/*/index.html",
    "data": "data/index.html",
    "document": "tools/*/documents/*/index.html",
    "edition": "editions/*/index.html",
    "editions": "editions/index.html",
    "home": "index.html",
    "not-found": "404.html",
    "page": "about/index.html",
    "quality": "quality/index.html",
    "redirect": "for-staff/index.html",
    "tool": "tools/*/index.html",
    "version-changes": "tools/*/versions/*/changes/index.html",
    "versions": "tools/*/versions/index.html",
}
# Templates that are parts of others, and the one for what was taken out with nothing in its place: here something stands there.
OTHERS = {"date", "date-text", "layout", "tombstone"}
# What only a page of that template says, where its address could be another's.
SAYS = {"redirect": 'http-equiv="refresh"'}
# The banner of a preview, which is never published.
NEVER_PUBLISHED = {"draft"}


def everything(register):
    """What there is, from the data files and the theme, beside what the published sample shows of it."""
    content, site = register / "Content", register / "Site"
    records = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(site.glob("tools/*/versions/*/record.json"))]
    documents = [document for record in records for document in record["documents"].values()]
    shown("kind", {path.stem for path in content.glob("kinds/*.yaml")} - {"envelope"}, {document["kind"] for document in documents})
    answers(site, documents)
    shown("measure", set(re.findall(r"^  - id: (\S+)$", (content / "metrics.yaml").read_text(encoding="utf-8"), re.MULTILINE)), {
        result["metric"]["value"] for document in documents if document["kind"] == "evaluation"
        for result in document["fields"]["results"].get("value", [])})
    audiences(content)
    pages(register)


def shown(what, there, used):
    expect(there, f"there is no {what} at all")
    expect(there <= used, f"the sample shows no {what} {', '.join(sorted(there - used))}")


def answers(site, documents):
    """Every state that the schema of the records knows, and at least three grounds for withholding."""
    schema = json.loads((site / "data/record.schema.json").read_text(encoding="utf-8"))
    found = [answer for document in documents for answer in states(document["fields"])]
    shown("state of a value", set(schema["$defs"]["answer"]["properties"]["state"]["enum"]), {answer["state"] for answer in found})
    grounds = {answer["ground"] for answer in found if answer["state"] == "withheld"}
    expect(len(grounds) >= 3, f"the sample withholds on {len(grounds)} grounds only: {', '.join(sorted(grounds))}")


def states(value):
    """Every answer below a value, groups and all."""
    if isinstance(value, dict) and isinstance(value.get("state"), str):
        yield value
    for below in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from states(below)


def audiences(content):
    """Each audience has an introduction to its page somewhere, and its own telling of a field."""
    records = "".join(path.read_text(encoding="utf-8") for path in sorted(content.glob("tools/*/record.md")))
    headings = {re.search(r"^heading: (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE).group(1)
                for path in content.glob("audiences/*.yaml")}
    for level in ("##", "###"):
        shown(f"text under {level}", headings, set(re.findall(f"^{level} (For .+)$", records, re.MULTILINE)))


def pages(register):
    """Each template of the theme and each of its banners has its page."""
    templates = register / "Themes/civic/templates"
    there = {path.stem for path in templates.glob("*.mustache")} - OTHERS
    expect(there == PAGES.keys(), f"covering.py does not say where these stand: {', '.join(sorted(there ^ PAGES.keys()))}")
    for name, pattern in PAGES.items():
        texts = (path.read_text(encoding="utf-8") for path in (register / "Site").glob(pattern))
        expect(any(SAYS.get(name, "<main") in text for text in texts), f"the sample has no page of the template {name}")
    words = (register / "Themes/civic/strings/en.yaml").read_text(encoding="utf-8")
    texts = [path.read_text(encoding="utf-8") for path in (register / "Site/tools").glob("**/index.html")]
    for name in sorted({path.stem for path in templates.glob("banners/*.mustache")} - NEVER_PUBLISHED):
        says = re.search(f'^banner_{name}: "(.+)"$', words, re.MULTILINE)
        expect(says and any(says.group(1) in text for text in texts), f"the sample has no page with the banner {name}")
