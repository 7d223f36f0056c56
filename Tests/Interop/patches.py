"""Applies what `gazette diff --format json` calls a patch with a program that knows nothing of Gazette: A, patched, is B."""
import concurrent.futures
import hashlib
import itertools
import json
import pathlib

import jsonpatch

import samples

SITE = samples.ROOT / "Site"


def canonical(record):
    """A published record.json in the form that patches speak of: what each document says, and no more."""
    documents = {}
    for name, document in record["documents"].items():
        documents[name] = {"kind": document["kind"], "fields": answers(document["fields"]), "intros": document["intros"]}
    return {"tool": record["id"], "documents": documents}


def answers(fields):
    told = {name: answer(value) for name, value in fields.items()}
    return {name: value for name, value in told.items() if value}


def answer(told):
    state = told["state"]
    if state == "given":
        result = {"value": value(told["value"])}
    elif state in ("missing", "not_asked"):
        result = {}
    else:
        result = {name: told[name] for name in ("state", "because", "ground", "document") if name in told}
    if "for" in told:
        result["for"] = told["for"]
    return result


def value(told):
    """Groups are lists of answers; everything else is told as it was typed."""
    if isinstance(told, list) and told and isinstance(told[0], dict):
        return [answers(item) for item in told]
    return told


def attachments(version):
    """The attachments that stand frozen, each with its size and digest."""
    files = [path for path in (version / "source").iterdir() if path.suffix != ".md" and path.name != "sign-offs.yaml"]
    return {path.name: {"size": path.stat().st_size, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()} for path in files}


def version(tool, number):
    folder = SITE / "tools" / tool / "versions" / str(number)
    record = json.loads((folder / "record.json").read_text(), parse_float=str, parse_int=str)
    return canonical(record) | {"attachments": attachments(folder)}


def every_pair(scratch):
    """Every pair of versions of every tool of the published sample; of one tool both ways."""
    pairs = []
    for tool in sorted(path.name for path in (SITE / "tools").iterdir()):
        numbers = sorted(int(path.name) for path in (SITE / "tools" / tool / "versions").iterdir() if path.is_dir())
        ways = itertools.permutations if tool == "early-help-finder" else itertools.combinations
        pairs += [(tool, *pair) for pair in ways(numbers, 2)]
    assert len(pairs) > 30, pairs
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        steps = sum(pool.map(lambda pair: one_pair(*pair), pairs))
    assert steps > 1000, steps


def one_pair(tool, before, after):
    told = json.loads(samples.gazette(samples.ROOT, "diff", tool, str(before), str(after), "--format", "json"))
    patch = jsonpatch.JsonPatch(told["patch"])
    one, other = version(tool, before), version(tool, after)
    found = patch.apply(one)
    assert found == other, f"{tool}: version {before}, patched, is not version {after}: {list(jsonpatch.make_patch(found, other))[:5]}"
    if patch.patch:
        spoilt = json.loads(json.dumps(one))
        spoilt["documents"] = {}
        try:
            patch.apply(spoilt)
        except (jsonpatch.JsonPatchException, jsonpatch.JsonPointerException):
            return len(patch.patch)
        raise AssertionError(f"{tool}: the patch from {before} to {after} fits what it was not made from")
    return 0


ONCE = [every_pair]
