import Bytes
import Records

extension RegisterView {
  /// `data/record.schema.json`: the rules every `record.json` keeps, and what each field of each kind means.
  ///
  /// A field that a kind no longer has is held to the form of an answer and no more, so that every version ever published stays valid
  /// when kinds change.
  func recordSchema() -> SiteFile {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("$defs")
      writer.object { writer in
        for (name, form) in AnswerForm.definitions { writer.line(name, form) }
        writer.line("document", documentForm)
        for kind in vocabulary.kinds {
          writer.key("kind-" + kind.id)
          form(of: kind, &writer)
        }
      }
      writer.member("$id", site.settings.address + "data/record.schema.json")
      writer.member("$schema", "https://json-schema.org/draft/2020-12/schema")
      writer.key("properties")
      writer.object { writer in for (name, form) in members { writer.line(name, form) } }
      writer.line("required", .texts(members.map(\.0)))
      writer.member("title", "The record of one tool")
      writer.member("type", "object")
    }
    return SiteFile(path: "data/record.schema.json", bytes: writer.finish())
  }

  private var members: [(String, Datum)] {
    [
      ("$schema", ["type": "string"]),
      ("address", ["description": "The tool's page.", "format": "uri", "type": "string"]),
      (
        "attachments",
        ["items": object(["address": ["type": "string"], "name": ["type": "string"], "size": ["type": "integer"]]), "type": "array"]
      ),
      (
        "date",
        ["description": "The day this version was published; null in a preview.", "format": "date", "type": ["string", "null"]]
      ),
      (
        "documents",
        [
          "additionalProperties": ["$ref": "#/$defs/document"], "description": "The record and all that stands beside it.",
          "required": ["record"], "type": "object",
        ]
      ),
      ("edition", number("The edition of the register that published this version; null in a preview.")),
      ("form", ["const": .text(recordForm), "description": "The form of this file."]),
      ("id", ["description": "The tool's name in addresses; it never changes.", "pattern": "^[a-z0-9][a-z0-9-]*$", "type": "string"]),
      ("illustrative", ["description": "Whether everything here is invented, as an example.", "type": "boolean"]),
      ("name", ["description": "What the tool is called.", "type": "string"]),
      ("organisation", object(["id": ["type": "string"], "name": ["type": "string"]])),
      ("phase", ["description": "Where the tool is in its life.", "type": ["string", "null"]]),
      ("version", number("The version of the tool's documents; null in a preview.")),
    ]
  }

  private func number(_ describe: String) -> Datum {
    ["description": .text(describe), "minimum": 1, "type": ["integer", "null"]]
  }

  /// An object that has these members, each of them.
  private func object(_ members: KeyValuePairs<String, Datum>) -> Datum {
    [
      "properties": .object(members.map { ($0.key, $0.value) }), "required": .texts(members.map(\.key)), "type": "object",
    ]
  }

  private var documentForm: Datum {
    let kinds = vocabulary.kinds.map { kind -> Datum in
      [
        "if": ["properties": ["kind": ["const": .text(kind.id)]]],
        "then": ["$ref": .text("#/$defs/kind-" + kind.id)],
      ]
    }
    return [
      "allOf": .list(kinds), "properties": AnswerForm.documentMembers,
      "required": ["fields", "intros", "kind", "lang", "role", "source", "standard", "title"], "type": "object",
    ]
  }

  private func form(of kind: Kind, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("description", kind.describe)
      writer.key("properties")
      writer.object { writer in
        writer.key("fields")
        writer.object { writer in
          writer.key("properties")
          writer.object { writer in
            for field in kind.fields.sorted(by: { $0.id.precedesByBytes($1.id) }) {
              writer.line(field.id, AnswerForm.form(of: field))
            }
          }
        }
      }
      writer.member("title", kind.label)
    }
  }
}
