import Bytes
import Editions
import Records

/// The form of documents and their answers, as JSON Schema.
enum AnswerForm {
  private static let states: [State] = [
    .given, .notApplicable(""), .withheld(ground: "", because: ""), .unknown(""), .notMeasured(""), .see(""),
    .missing, .notAsked,
  ]

  /// By the names that other parts of the schema refer to them by.
  static let definitions: [(String, Datum)] = [
    ("answer", answer),
    ("contact", valued(["additionalProperties": ["type": "string"], "minProperties": 1, "type": "object"])),
    ("day", valued(["format": "date", "type": "string"])),
    ("group", valued(["items": ["additionalProperties": ["$ref": "#/$defs/answer"], "type": "object"], "type": "array"])),
    ("number", valued(["type": "number"])),
    ("part-day", valued(["pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", "type": "string"])),
    ("tellings", ["additionalProperties": ["type": "string"], "type": "object"]),
    ("text", valued(["type": "string"])),
    ("texts", valued(["items": ["type": "string"], "type": "array"])),
  ]

  static let documentMembers: Datum = [
    "fields": ["additionalProperties": ["$ref": "#/$defs/answer"], "type": "object"],
    "intros": ["$ref": "#/$defs/tellings"], "kind": ["type": "string"], "lang": ["type": "string"],
    "role": ["enum": .texts(Role.allCases.map(\.rawValue).filter { $0 != "envelope" })],
    "source": ["description": "The document as it was written.", "format": "uri", "type": "string"],
    "standard": [
      "properties": ["name": ["type": "string"], "version": ["type": "string"]], "required": ["name", "version"],
      "type": ["object", "null"],
    ],
    "title": ["type": "string"],
  ]

  /// Not given is never blank: each state says what must stand with it, and only a given answer has a value.
  private static let answer: Datum = [
    "additionalProperties": false,
    "allOf": [
      demand("given", ["value"]), demand("withheld", ["because", "ground"]), demand("not_applicable", ["because"]),
      demand("unknown", ["because"]), demand("not_measured", ["because"]), demand("see", ["document"]),
      ["else": ["properties": ["value": false]], "if": ["properties": ["state": ["const": "given"]]]],
    ],
    "properties": [
      "because": ["type": "string"], "document": ["type": "string"], "for": ["$ref": "#/$defs/tellings"],
      "ground": ["type": "string"], "state": ["enum": .texts(states.map(\.word))], "value": true,
    ],
    "required": ["state"], "type": "object",
  ]

  private static func demand(_ state: String, _ names: [String]) -> Datum {
    ["if": ["properties": ["state": ["const": .text(state)]]], "then": ["required": .texts(names)]]
  }

  private static func valued(_ form: Datum) -> Datum {
    ["$ref": "#/$defs/answer", "properties": ["value": form]]
  }

  /// What a field takes, what it is called and what it is for.
  static func form(of field: Field) -> Datum {
    var members: [(String, Datum)] = [
      ("$ref", .text("#/$defs/" + name(of: field.type))), ("description", .text(field.help)), ("title", .text(field.heading)),
    ]
    if field.type.hasParts {
      let parts = field.fields.sorted { $0.id.precedesByBytes($1.id) }.map { ($0.id, form(of: $0)) }
      members.append(("properties", ["value": ["items": ["properties": .object(parts)]]]))
    } else if !field.choices.isEmpty {
      members.append(("properties", ["value": ["examples": .texts(field.choices)]]))
    }
    return .object(members.sorted { $0.0.precedesByBytes($1.0) })
  }

  private static func name(of type: FieldType) -> String {
    switch type {
    case .text, .prose, .choice, .yesNo, .address, .email, .link: "text"
    case .date: "day"
    case .partDate: "part-day"
    case .number: "number"
    case .choices, .links: "texts"
    case .contact: "contact"
    case .group, .figures: "group"
    }
  }
}
