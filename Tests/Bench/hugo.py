"""The same register as a Hugo site: the same texts as content, the register's own kinds and audiences as data for its templates.

What a template would work out on every page (which field of which kind stands in which section of which audience's page) is worked
out here, once, as somebody who tunes a Hugo site would: data/views.json, data/kinds.json.
"""

import json
import pathlib
import re
import shutil

import yaml

import generate
import words

HERE = pathlib.Path(__file__).resolve().parent
DATA = generate.ROOT / "Content"
OUTPUTS = "outputs: [html, record, feed]\n"
AUDIENCES = ["public", "affected-people", "end-users", "senior-leaders", "technical"]
KINDS = ["atrs-4.0", "atrs-3.0", "atrs-2.1", "atrs-1.1", "dpia", "equality", "evaluation", "challenge-route", "lifecycle", "retirement"]


def loaded(path):
    return yaml.safe_load((DATA / path).read_text())


def heading(label):
    """The id that Hugo gives a heading of Markdown."""
    return re.sub(r"[^\w\- ]", "", label.lower()).strip().replace(" ", "-")


def slim(field):
    """Of a field, what the templates use."""
    kept = {"id": field["id"], "label": field["label"], "type": field["type"], "ref": field.get("ref", ""),
            "slug": heading(field.get("heading", field["label"]))}
    if "fields" in field:
        kept["fields"] = {part["id"]: slim(part) for part in field["fields"]}
        kept["key"] = field.get("key", field["fields"][0]["id"])
        kept["order"] = [part["id"] for part in field["fields"] if part["id"] != kept["key"]]
    return kept


def views(kinds):
    """Of each audience its sections, and for each the fields of each kind that stand there."""
    made = {}
    for audience in AUDIENCES:
        file = loaded(f"audiences/{audience}.yaml")
        made[audience] = {"label": file["label"], "sections": [{
            "id": section["id"], "label": section["label"], "blocks": section.get("blocks", []),
            "fields": {kind["id"]: [slim(field) for field in kind["fields"]
                                    if audience in field.get("audiences", []) and field.get("topic") in section.get("topics", [])]
                       for kind in kinds},
        } for section in file["sections"]]}
    return made


def sections(kind, envelope):
    """The sections of a kind with their fields, for a document's own page and for 'every field'."""
    made = []
    for source in (kind, envelope):
        for section in source["sections"]:
            fields = [slim(field) for field in source["fields"] if field.get("section") == section["id"]]
            made.append({"id": section["id"], "ref": section.get("ref", ""), "label": section["label"], "fields": fields})
    return made


def rest(kind, view):
    """The sections of a record without the fields that the technical page shows further up."""
    shown = {field["id"] for section in view["sections"] for field in section["fields"][kind["id"]]}
    made = [{**section, "fields": [field for field in section["fields"] if field["id"] not in shown]}
            for section in sections(kind, {"sections": [], "fields": []})]
    return [section for section in made if section["fields"]]


def write_data(folder):
    kinds = [loaded(f"kinds/{name}.yaml") for name in KINDS]
    envelope = loaded("kinds/envelope.yaml")
    topics = {kind["id"]: {section["id"]: section.get("topic") for section in kind["sections"]} for kind in kinds}
    for kind in kinds:
        for field in kind["fields"]:
            field.setdefault("topic", topics[kind["id"]].get(field.get("section")))
    data = folder / "data"
    data.mkdir()
    told = views(kinds)
    (data / "views.json").write_text(json.dumps(told))
    (data / "kinds.json").write_text(json.dumps({
        kind["id"]: {"label": kind["label"], "describe": kind["describe"], "role": kind["role"],
                     "fields": [slim(field) for field in kind["fields"] + envelope["fields"]], "sections": sections(kind, envelope),
                     "rest": rest(kind, told["technical"])}
        for kind in kinds}))
    (data / "metrics.json").write_text(json.dumps({
        metric["id"]: {key: metric.get(key, "") for key in ("label", "describe", "better", "plain", "plain_group")}
        for metric in loaded("metrics.yaml")["metrics"]}))


def content(name, tool, text):
    """A document as Hugo takes it: its kind under another key, and what a page of Hugo must say of itself."""
    kind, rest = text.decode().removeprefix("---\nkind: ").split("\n", 1)
    extra = f"of_kind: {kind}\n"
    if name == "record.md":
        extra += OUTPUTS + ("" if "\ntitle: " in "\n" + rest.split("---")[0] else f"title: {tool.name}\n")
        if kind == "atrs-1.1":
            extra += f"organisation_name: {tool.organisation}\n"
    return f"---\n{extra}{rest}"


def write_tool(folder, tool, files):
    place = folder / "content/tools" / tool.id
    (place / "documents").mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        path = place / "_index.md" if name == "record.md" else place / "documents" / name
        path.write_text(content(name, tool, text))
    # Views are pages and not output formats: what a template caches, it caches for one output format.
    for view in (*AUDIENCES[1:], "versions"):
        layout = "versions" if view == "versions" else "view"
        (place / f"{view}.md").write_text(f"---\nlayout: {layout}\nview: {view}\ntitle: {tool.name}\n---\n")


def write_site(count, folder, seed=1):
    """The whole site, ready for `hugo --source`."""
    folder = pathlib.Path(folder)
    shutil.copytree(HERE / "hugo", folder)
    shutil.copytree(generate.ROOT / "Themes/civic/assets", folder / "static/assets")
    write_data(folder)
    pages = folder / "content"
    pages.mkdir()
    (pages / "tools").mkdir()
    (pages / "tools/_index.md").write_text("---\ntitle: Tools\nbuild: {render: never}\n---\n")
    for page in sorted((generate.ROOT / "Sources/Starter/Content/pages").glob("*.md")):
        (pages / page.name).write_text(page.read_text())
    pool = words.Pool(seed)
    for number in range(count):
        write_tool(folder, *generate.tool_files(number, seed, pool))
