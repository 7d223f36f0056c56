"""Holds every feed against the rules of its format and against the pages it leads to, and the releases against the records."""
import json
import pathlib
import re

import feedparser

HERE = pathlib.Path(__file__).resolve().parent


def versions(site):
    """The number of versions of each tool."""
    count = lambda tool: len([path for path in (tool / "versions").iterdir() if path.is_dir()])
    return {tool.name: count(tool) for tool in (site / "tools").iterdir() if (tool / "versions").is_dir()}


def stands(site, address):
    """Whether an address of the register is a file of the site, and what is named in it stands there."""
    base = json.loads((site / "data/register.json").read_text())["address"]
    path, _, name = address.removeprefix(base).partition("#")
    file = site / path / "index.html" if path == "" or path.endswith("/") else site / path
    return address.startswith(base) and file.exists() and (not name or f'id="{name}"' in file.read_text())


def atom_grammar(site, scratch):
    import interop
    found = sorted(site.rglob("*.atom"))
    assert len(found) > 20, found
    interop.accepts("jing", "-c", HERE / "atom.rnc", *found)
    text = (site / "changes.atom").read_text()
    slips = [
        (r"<id>.*?</id>\n", ""), (r"<updated>(\S+)T\S+</updated>", r"<updated>\1</updated>"), (r"<title>", "<title type='pdf'>"),
        (r"(<feed [^>]*>)", r"\1<entry/>"), (r'(<link rel="self"[^>]*) href="[^"]*"', r"\1"), (r"<author>\s*<name>.*?</name>", "<author>"),
        (r"</feed>", "<subtitle/><subtitle/></feed>"), (r'xmlns="http://www.w3.org/1999/xhtml"', 'xmlns="http://example.org/"'),
        (r'term="[a-z]+"', ""),
    ]
    if "<entry>" not in text:
        slips = slips[:6]
    for pattern, slip in slips:
        spoilt = re.sub(pattern, slip, text, count=1)
        assert spoilt != text, f"there is no {pattern}"
        (scratch / "spoilt.atom").write_text(spoilt)
        interop.refuses("jing", "-c", HERE / "atom.rnc", scratch / "spoilt.atom")


def atom_feeds(site, scratch):
    """As a feed reader takes them: nothing odd, ids that are tags and each once, newest first, and links that lead somewhere."""
    for path in site.rglob("*.atom"):
        told = feedparser.parse(path.read_bytes())
        assert not told.bozo, (path, told.bozo_exception)
        assert told.feed.title and told.feed.author, path
        assert [link.href for link in told.feed.links if link.rel == "self"][0].endswith(path.relative_to(site).as_posix()), path
        ids = [told.feed.id] + [entry.id for entry in told.entries]
        assert len(set(ids)) == len(ids) and all(re.fullmatch(r"tag:example\.org,\d{4}-\d\d-\d\d:\S+", name) for name in ids), ids
        days = [entry.updated for entry in told.entries]
        assert days == sorted(days, reverse=True) and told.feed.updated >= max(days, default=""), (path, days)
        for entry in told.entries:
            alternates = [(link.rel, link.type) for link in entry.links if link.rel == "alternate"]
            assert alternates == [("alternate", "text/html")] and entry.author and entry.summary, (path, entry.id)
            inside = re.findall(r'href="([^"]*)"', entry.content[0].value)
            for address in [link.href for link in entry.links] + inside:
                assert stands(site, address), f"{path}: {entry.id} leads to {address}"


def every_version_is_told(site, scratch):
    """A tool's own feed has each of its versions; the register's feeds tell the same entries in the same order."""
    for tool, count in versions(site).items():
        entries = feedparser.parse((site / "tools" / tool / "feed.atom").read_bytes()).entries
        told = [entry.id.rsplit("/", 1)[1] for entry in entries if "/removed/" not in entry.id]
        assert told == [str(number) for number in range(count, 0, -1)], (tool, told)
        assert all(entry.tags[0].term in ("added", "changed", "paused", "deprecated", "retired", "withdrawn", "redacted") for entry in entries), tool
    atom = feedparser.parse((site / "changes.atom").read_bytes()).entries
    items = json.loads((site / "changes.json").read_text())["items"]
    assert [entry.id for entry in atom] == [item["id"] for item in items]
    assert [entry.tags[0].term for entry in atom] == [item["tags"][0] for item in items]


def json_feed(site, scratch):
    import interop
    schema, path = HERE / "jsonfeed.schema.json", site / "changes.json"
    interop.accepts("check-jsonschema", "--check-metaschema", schema)
    interop.accepts("check-jsonschema", "--schemafile", schema, path)
    feed = json.loads(path.read_text())
    for item in feed["items"]:
        told = item["_register"]
        fields = [field["url"] for field in told.get("fields_changed", [])]
        for address in [item["url"], *fields, *(told[name] for name in ("record", "diff_url") if name in told)]:
            assert stands(site, address), f"{item['id']} leads to {address}"
    slips = [lambda feed: feed.update(version="1.1"), lambda feed: feed.update(author={"name": "x"})]
    if feed["items"]:
        slips += [
            lambda feed: feed["items"][0].pop("id"), lambda feed: feed["items"][0].pop("content_text"),
            lambda feed: feed["items"][0].update(date_published="2026-01-15"), lambda feed: feed["items"][0].update(register={}),
        ]
    for slip in slips:
        spoilt = json.loads(path.read_text())
        slip(spoilt)
        (scratch / "spoilt.json").write_text(json.dumps(spoilt))
        interop.refuses("check-jsonschema", "--schemafile", schema, scratch / "spoilt.json")


def releases(site, scratch):
    """One line for each version ever published, in the order they were: what was said of it, and its record as it stands."""
    path = site / "data/releases.ndjson"
    if not (site / "LEDGER").exists():
        assert not path.exists(), "a release that was never published"
        return
    from interop import sorted_names
    raw = path.read_bytes()
    assert raw.endswith(b"\n") and b"\r" not in raw
    told = [json.loads(line, object_pairs_hook=sorted_names) for line in raw.decode().splitlines()]
    assert len(told) == sum(versions(site).values()), len(told)
    order = [(release["edition"], release["tool"].encode()) for release in told]
    assert order == sorted(order), order
    feed = {item["id"]: item for item in json.loads((site / "changes.json").read_text())["items"]}
    hashes = {int(line.split("/")[1]): line[:64] for line in (site / "LEDGER").read_text().splitlines()}
    for release in told:
        record = site / "tools" / release["tool"] / "versions" / str(release["version"]) / "record.json"
        assert release["record"] == json.loads(record.read_text()), record
        assert (release["record"]["version"], release["record"]["date"]) == (release["version"], release["date"]), record
        assert release["edition_sha256"] == hashes[release["edition"]], release["id"]
        assert stands(site, release["address"]) and release["sign_offs"] and release["change"], release["id"]
        if release["id"] in feed:
            assert feed[release["id"]]["tags"][0] == release["happening"], release["id"]
    assert {release["id"] for release in told} >= {name for name in feed if "/removed/" not in name}


CHECKS = [atom_grammar, atom_feeds, every_version_is_told, json_feed, releases]
