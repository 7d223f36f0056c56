"""Holds what `gazette export` gives against schemas of the formats, and shows that each catches a mistake."""
import json
import pathlib
import subprocess

import rdflib
from huggingface_hub import ModelCard
from pyshacl import validate

import samples

HERE = pathlib.Path(__file__).resolve().parent
SAID = {
    "nl-1.0": {"publication_category": "Overige algoritmes", "lang": "nld"},
    "model-index": {"card/license": "ogl-uk-3.0"},
    "eurocities-0.3.1": {
        "type": "predictive", "algorithm_type": "machine learning", "risk_category": "limited", "lawful_basis": "Public task",
        "area": "Example County", "lang": "en", "publication_date": "2026-01-15", "last_change_date": "2026-02-15",
        "domain": "education and science", "revision_date": "2027-01-15", "training_data": "None.",
        "status": "operational", "description_short": "A tool.", "methods_and_models": "Rules.",
        "proportionality": "Weighed.", "source_data": "Records.", "connected_data_sources": "None.",
    },
}


def export(name, scratch):
    """The folder of a format, for every tool of the sample."""
    words = ["export", name, "--to", str(scratch / name)]
    if name in SAID:
        (scratch / "said.yaml").write_text(json.dumps({"all": SAID[name]}, indent=2))
        words += ["--with", str(scratch / "said.yaml")]
    samples.gazette(samples.ROOT, *words)
    return scratch / name


def documents(folder):
    return [path for path in sorted(folder.glob("*.json")) if path.name != "export-losses.json"]


def exported_schemas(scratch):
    import interop
    for name, slip in [
        ("govuk", lambda value: value["details"]["metadata"].update(algorithmic_transparency_record_phase="in use")),
        ("govuk", lambda value: value["details"]["metadata"].update(bulk_published="false")),
        ("nl-1.0", lambda value: value.update(status="Production")),
        ("nl-1.0", lambda value: value.update(description_short="a" * 401)),
        ("nl-1.0", lambda value: value.pop("contact_email")),
        ("eurocities-0.3.1", lambda value: value.pop("objection_procedure")),
    ]:
        schema = HERE / f"{name}.schema.json"
        found = documents(export(name, scratch))
        assert len(found) > 10, found
        interop.accepts("check-jsonschema", "--check-metaschema", schema)
        interop.accepts("check-jsonschema", "--schemafile", schema, *found)
        value = json.loads(found[0].read_text())
        slip(value)
        (scratch / "slip.json").write_text(json.dumps(value))
        interop.refuses("check-jsonschema", "--schemafile", schema, scratch / "slip.json")


def model_cards(scratch):
    """Every figure of a card is read and, saved again, is still the same."""
    count = 0
    for path in sorted(export("model-index", scratch).glob("*.md")):
        card = ModelCard.load(path)
        results = card.data.eval_results or []
        count += len(results)
        card.save(scratch / "again.md")
        again = ModelCard.load(scratch / "again.md")
        assert again.data.to_dict() == card.data.to_dict(), path.name
        for result in results:
            assert isinstance(result.metric_value, (int, float)), (path.name, result)
            assert result.task_type and result.dataset_type and result.dataset_name, (path.name, result)
    assert count > 20, count


def exported_catalogue(scratch):
    graph = rdflib.Graph().parse(export("dcat", scratch) / "catalog.jsonld", format="json-ld")
    shapes = rdflib.Graph().parse(HERE / "dcat-ap.ttl")
    conforms, _, said = validate(graph, shacl_graph=shapes, advanced=True)
    assert conforms, said


def losses(scratch):
    """Every format says what it lost, of every tool."""
    tools = sorted(path.name for path in (samples.ROOT / "Content/tools").iterdir())
    for name in sorted(path.stem for path in (samples.ROOT / "Sources/Exports").glob("*.yaml")):
        told = json.loads((export(name, scratch) / "export-losses.json").read_text())
        assert told["format"] == name and sorted(told["tools"]) == tools, name
        for tool, said in told["tools"].items():
            assert not said["refused"] and said["losses"], (name, tool, said["refused"])
            for loss in said["losses"]:
                assert set(loss) == {"field", "what", "say"}, loss


def one_tool_refused(scratch):
    """What a format needs and nobody has said is named, and that tool has no file."""
    words = [samples.GAZETTE, "export", "nl-1.0", "concern-note", "--root", samples.ROOT, "--to", scratch / "nl"]
    done = subprocess.run(words, text=True, capture_output=True)
    assert done.returncode == 1 and "'publication_category' is needed" in done.stderr, done
    assert documents(scratch / "nl") == [], "a file was written"


ONCE = [exported_schemas, model_cards, exported_catalogue, losses, one_tool_refused]
