"""Holds every data file of a site against the validators its readers use, and shows that each of them catches a mistake."""
import csv
import hashlib
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import traceback
import unicodedata

import rdflib
from pyshacl import validate

import exports
import feeds
import patches
import samples

HERE = pathlib.Path(__file__).resolve().parent
BIN = pathlib.Path(sys.executable).parent


def program(name, *words):
    """What a validator says: whether it is content, and its words."""
    path = BIN / name
    done = subprocess.run([path if path.exists() else name, *map(str, words)], text=True, capture_output=True)
    return done.returncode == 0, done.stdout + done.stderr


def accepts(name, *words):
    content, said = program(name, *words)
    assert content, f"{name} refuses {words[-1]}:\n{said}"


def refuses(name, *words):
    content, said = program(name, *words)
    assert not content, f"{name} lets a mistake pass: {words[-1]}\n{said}"


def same(found, wanted, what):
    assert found == wanted, f"{what}: {found!r} is not {wanted!r}"


def records(site):
    return sorted(site.glob("tools/**/record.json"))


# ---- record.json

def record_schema(site, scratch):
    schema = site / "data/record.schema.json"
    accepts("check-jsonschema", "--check-metaschema", schema)
    accepts("check-jsonschema", "--schemafile", schema, *records(site))


def record_schema_refuses(site, scratch):
    """Each mistake is made in a real record and must be found."""
    good = json.loads((site / "tools/early-help-finder/record.json").read_text())

    def fields(record):
        return record["documents"]["record"]["fields"]

    mistakes = {
        "a given answer without a value": lambda r: fields(r)["name"].pop("value"),
        "a value beside a reason": lambda r: fields(r)["name"].update(state="unknown", because="x"),
        "withheld without a ground": lambda r: fields(r).update(name={"state": "withheld", "because": "x"}),
        "a state nobody knows": lambda r: fields(r).update(name={"state": "maybe"}),
        "a number where text belongs": lambda r: fields(r)["name"].update(value=7),
        "a version that is text": lambda r: r.update(version="1"),
        "no record": lambda r: r["documents"].pop("record"),
    }
    for name, spoil in mistakes.items():
        record = json.loads(json.dumps(good))
        spoil(record)
        path = scratch / "spoilt.json"
        path.write_text(json.dumps(record))
        content, _ = program("check-jsonschema", "--schemafile", site / "data/record.schema.json", path)
        assert not content, f"the schema lets pass: {name}"


def records_are_canonical(site, scratch):
    """Sorted names at every level, one field a line, a final newline; the newest version and the tool now are the same."""
    for path in records(site):
        text = path.read_text()
        record = json.loads(text, object_pairs_hook=sorted_names)
        assert text.endswith("}\n"), path
        for document in record["documents"].values():
            for name in document["fields"]:
                assert re.search(rf'(?m)^        "{name}": \{{.*\}},?$', text), f"{path}: {name} is not on one line"
        version = record["version"]
        if version:
            tool = site / "tools" / record["id"]
            newest = tool / f"versions/{version}/record.json"
            if path.parent == tool:
                same(newest.read_bytes(), path.read_bytes(), f"{tool.name} now and version {version}")


def sorted_names(pairs):
    names = [name.encode() for name, _ in pairs]
    assert names == sorted(names), f"names out of order: {names}"
    return dict(pairs)


# ---- tables and packages

def tables(site, scratch):
    data = site / "data"
    for name in ("register.csv", "evaluations.csv"):
        accepts("csvwvalidate", data / f"{name}-metadata.json")
        text = (data / name).read_bytes()
        assert b"\r" not in text and text.endswith(b"\n"), f"{name}: lines end with LF alone"
        spoilt = scratch / name
        column = "date" if name == "register.csv" else "value"
        rows = list(csv.DictReader((data / name).open(newline="")))
        rows[0][column] = "soon"
        with spoilt.open("w", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        (scratch / f"{name}-metadata.json").write_text((data / f"{name}-metadata.json").read_text())
        refuses("csvwvalidate", scratch / f"{name}-metadata.json")


def package(site, scratch):
    path = site / "data/datapackage.json"
    accepts("frictionless", "validate", path)
    package = json.loads(path.read_text())
    for resource in package["resources"]:
        held = (site / "data" / resource["path"]).read_bytes()
        same(resource["bytes"], len(held), resource["path"])
        same(resource["hash"], "sha256:" + hashlib.sha256(held).hexdigest(), resource["path"])
        (scratch / resource["path"]).write_bytes(held)
    table = scratch / "evaluations.csv"
    table.write_bytes(table.read_bytes().replace(b",given,0.", b",given,about 0.", 1))
    (scratch / "datapackage.json").write_text(path.read_text())
    refuses("frictionless", "validate", scratch / "datapackage.json")


def register(site, scratch):
    """One row and one entry a tool, in the same order, and the same answers; why a cell is empty stands beside it."""
    rows = list(csv.DictReader((site / "data/register.csv").open(newline="")))
    told = json.loads((site / "data/register.json").read_text(), object_pairs_hook=sorted_names)
    same([row["id"] for row in rows], [tool["id"] for tool in told["tools"]], "tools")
    same(sorted(row["id"] for row in rows), sorted(path.name for path in (site / "tools").iterdir()), "every tool")
    for row, tool in zip(rows, told["tools"]):
        for name, answer in tool["answers"].items():
            same(row[name + "_state"], answer["state"], f"{row['id']} {name}")
            value = answer.get("value", "")
            same(row[name], ";".join(value) if isinstance(value, list) else value, f"{row['id']} {name}")
            assert (answer["state"] == "given") == ("value" in answer), f"{row['id']} {name}: {answer}"
        assert (site / "tools" / tool["id"] / "record.json").exists()
    assert any(row["retired"] == "true" for row in rows), "retired tools stay in"


def evaluations(site, scratch):
    """Every figure of every record stands in the table, and nothing that is held back."""
    rows = list(csv.DictReader((site / "data/evaluations.csv").open(newline="")))
    figures = 0
    for path in site.glob("tools/*/record.json"):
        for document in json.loads(path.read_text())["documents"].values():
            if document["role"] == "evaluation":
                figures += len(document["fields"].get("results", {}).get("value", []))
    same(len(rows), figures, "figures")
    held = [row for row in rows if row["state"] == "suppressed"]
    assert held, "the sample holds figures back"
    for row in held:
        same((row["value"], row["low"], row["high"], row["n"]), ("", "", "", ""), f"held back: {row}")
        assert row["because"], row
    same({row["verdict"] for row in rows} - {""}, {"met", "missed"}, "verdicts")


# ---- linked data

def catalogue(site, scratch):
    graph = rdflib.Graph().parse(site / "data/catalog.jsonld", format="json-ld")
    shapes = rdflib.Graph().parse(HERE / "dcat-ap.ttl")
    conforms, _, said = validate(graph, shacl_graph=shapes, advanced=True)
    assert conforms, said
    dcat = rdflib.Namespace("http://www.w3.org/ns/dcat#")
    datasets = set(graph.subjects(rdflib.RDF.type, dcat.Dataset))
    same(len(datasets), 1 + len(list((site / "tools").iterdir())), "datasets")
    for kind in ("Catalog", "Dataset", "Distribution"):
        for path in ("http://purl.org/dc/terms/title", "http://www.w3.org/ns/dcat#accessURL"):
            spoilt = rdflib.Graph()
            spoilt += graph
            subject = next(spoilt.subjects(rdflib.RDF.type, dcat[kind]))
            if (subject, rdflib.URIRef(path), None) not in spoilt:
                continue
            spoilt.remove((subject, rdflib.URIRef(path), None))
            conforms, _, _ = validate(spoilt, shacl_graph=shapes)
            assert not conforms, f"the shapes let pass a {kind} without {path}"


def catalogue_sizes(site, scratch):
    """The digests and sizes a portal is told are those of the files."""
    base = json.loads((site / "data/register.json").read_text())["address"]
    catalogue = json.loads((site / "data/catalog.jsonld").read_text())
    count = 0
    for dataset in catalogue["dcat:dataset"]:
        for distribution in dataset["dcat:distribution"]:
            held = (site / distribution["@id"].removeprefix(base)).read_bytes()
            same(distribution["dcat:byteSize"]["@value"], str(len(held)), distribution["@id"])
            value = distribution["spdx:checksum"]["spdx:checksumValue"]["@value"]
            same(value, hashlib.sha256(held).hexdigest(), distribution["@id"])
            count += 1
    assert count > 10, count


def structured_data(site, scratch):
    """What a tool's page says of itself to search engines parses without a network and agrees with its record."""
    element = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)
    schema = rdflib.Namespace("https://schema.org/")
    for record in site.glob("tools/*/record.json"):
        page = (record.parent / "index.html").read_text()
        found = element.findall(page)
        same(len(found), 1, f"{record.parent.name}: structured data")
        assert "<" not in found[0], found[0]
        told = json.loads(found[0])
        held = record.read_bytes()
        same(told["distribution"]["sha256"], hashlib.sha256(held).hexdigest(), record)
        same(told["name"], json.loads(held)["name"], record)
        graph = rdflib.Graph().parse(data=found[0], format="json-ld")
        assert (None, rdflib.RDF.type, schema.Dataset) in graph and (None, rdflib.RDF.type, schema.SoftwareApplication) in graph


# ---- finding

def sitemap(site, scratch):
    path = site / "sitemap.xml"
    accepts("xmllint", "--noout", "--schema", HERE / "sitemap.xsd", path)
    base = json.loads((site / "data/register.json").read_text())["address"]
    for address in re.findall(r"<loc>(.*?)</loc>", path.read_text()):
        page = site / address.removeprefix(base) / "index.html"
        assert page.exists(), f"{address} is no page"
        assert 'name="robots"' not in page.read_text(), f"{address} asks not to be listed"
    assert f"Sitemap: {base}sitemap.xml" in (site / "robots.txt").read_text().split("\n")
    spoilt = scratch / "sitemap.xml"
    spoilt.write_text(path.read_text().replace("<loc>https", "<loc>tel", 1))
    refuses("xmllint", "--noout", "--schema", HERE / "sitemap.xsd", spoilt)


def words(text):
    folded = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not "\u0300" <= c <= "\u036f" and c not in "'’")
    return [word for word in re.split(r"[\W_]+", folded) if len(word) > 1]


def search(site, scratch):
    """Every tool is found by each word of its name and its sentence, in the files the index names, with the sizes it names."""
    folder = site / "search"
    index = json.loads((folder / "index.json").read_text())
    for name, size in index["prefixes"].items():
        same((folder / f"terms/{name}.json").stat().st_size, size, name)
    same(sorted(index["prefixes"]), sorted(path.stem for path in (folder / "terms").iterdir()), "files of words")
    shown = []
    for number in range(0, index["tools"], index["block"]):
        shown += json.loads((folder / f"tools/{number // index['block']}.json").read_text())
    same(len(shown), index["tools"], "tools")
    for number, tool in enumerate(shown):
        for text, weight in ((tool["label"], 8), (tool["summary"], 2), (tool["organisation"], 3)):
            for word in words(text):
                assert weight <= best(folder, index, word, number), f"{tool['id']} is not found by {word}"
    for path in (folder / "facets").iterdir():
        for steps in json.loads(path.read_text()).values():
            assert steps and sum(steps) < index["tools"], path


def best(folder, index, word, number):
    plain = re.sub(r"[^a-z0-9]", "_", word)
    found = 0
    for name in (name for name in index["prefixes"] if plain.startswith(name) or name.startswith(plain)):
        for weight, steps in json.loads((folder / f"terms/{name}.json").read_text()).get(word, {}).items():
            at = 0
            for step in steps:
                at += step
                found = max(found, int(weight) if at == number else 0)
    return found


CHECKS = [
    record_schema, record_schema_refuses, records_are_canonical, tables, package, register, evaluations, catalogue,
    catalogue_sizes, structured_data, sitemap, search, *feeds.CHECKS,
]


def failed(name, check, *given):
    """Runs one check with a folder of its own, says how it went, and whether it failed."""
    title = f"{name}: {check.__name__.replace('_', ' ')}"
    with tempfile.TemporaryDirectory() as scratch:
        try:
            check(*given, pathlib.Path(scratch))
            print(f"ok      {title}", flush=True)
            return False
        except Exception:
            print(f"FAILED  {title}")
            traceback.print_exc(limit=-2, file=sys.stdout)
            return True


def main():
    with tempfile.TemporaryDirectory() as folder:
        count = sum(failed(name, check, site) for name, site in samples.sites(pathlib.Path(folder)).items() for check in CHECKS)
    # What is worked out from the register's own folder, whichever site is looked at.
    count += sum(failed("exports", check) for check in exports.ONCE)
    count += sum(failed("versions", check) for check in patches.ONCE)
    print(f"{count} failed." if count else "All data is as its readers expect it.")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
