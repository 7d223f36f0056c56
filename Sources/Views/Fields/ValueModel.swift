import Bytes
import Reading
import Records
import Templates

/// Makes the models of fields and their values: which template shows each, and what the template needs.
struct FieldModels {
  let subject: Subject
  let frame: Frame
  /// Whose page it is: parts of a group that this audience does not read are left out. Nothing where all parts are shown.
  var audience: Audience?

  private var language: Language { frame.language }

  var figures: FigureModels { FigureModels(subject: subject, frame: frame, isPlain: isPlain) }

  private var isPlain: Bool { audience?.isPlain ?? false }

  /// What a field is called above its answer.
  func heading(_ field: Field) -> String { language.label((isPlain ? field.plainLabel : nil) ?? field.heading) }

  /// What a field is called beside its answer.
  func label(_ field: Field) -> String { language.label((isPlain ? field.plainLabel : nil) ?? field.label) }

  /// A field's number in the standard, for readers who know the standard; leaders, who meet no other number of it, are spared this one.
  func ref(_ field: Field) -> Templates.Value { isPlain || audience?.readingAge != nil ? .none : .maybe(field.ref) }

  /// A value as a template shows it; every state has its own words, and none is blank.
  func value(
    _ value: Records.Value, _ field: Field, of document: Document, telling: Passage? = nil, level: Int,
    prefix: @autoclosure () -> String
  ) -> Object {
    if let telling {
      return prose(telling, level: level, prefix: prefix())
    }
    if let known = frame.shared?.answers[ObjectIdentifier(value)] { return known }
    let model = model(value, field, of: document, level: level, prefix: prefix())
    if let shared = frame.shared, isAlikeEverywhere(value, field) { shared.answers[ObjectIdentifier(value)] = model }
    return model
  }

  private func model(
    _ value: Records.Value, _ field: Field, of document: Document, level: Int, prefix: @autoclosure () -> String
  ) -> Object {
    if let state = stateModel(value.state, in: subject, on: frame) { return state }
    switch value.content {
    case .none: return [.template: "fields/missing"]
    case .prose(let passage): return prose(passage, level: level, prefix: prefix())
    case .text(let text): return line(text, field, of: document)
    case .day(let day): return [.template: "fields/date", .date: .object(dateModel(day))]
    case .number(let number): return [.template: "fields/number", .text: .text(countText(number))]
    case .list(let list): return self.list(list, field)
    case .contact(let lines): return contact(lines)
    case .group(let items): return group(items, field, of: document, prefix: prefix())
    }
  }

  func prose(_ passage: Passage, level: Int, prefix: @autoclosure () -> String) -> Object {
    let markup = subject.markup(passage, level: level, prefix: prefix(), on: frame)
    return [.template: passage.tree.isParagraph ? "fields/paragraph" : "fields/prose", .markup: .markup(markup)]
  }

  /// What is shown for an answer that is not given; nothing where it is.
  func state(_ state: State) -> Object? { stateModel(state, in: subject, on: frame) }

  private func line(_ text: String, _ field: Field, of document: Document) -> Object {
    switch field.type {
    case .yesNo: return [.template: "fields/yes-no", .word: .text("words/" + text.lowercased())]
    case .choice: return [.template: "fields/choice", .text: .text(capitalised(language.label(text)))]
    case .email: return [.template: "fields/email", .address: .text(text)]
    case .address:
      let href = isRelative(text) ? frame.root + subject.source + text : text
      return [.template: "fields/address", .text: .text(text), .href: .text(href)]
    case .link: return link(text).map { $0 } ?? [.template: "fields/text", .text: .text(text)]
    default: return [.template: "fields/text", .text: .text(text)]
    }
  }

  private func link(_ name: String) -> Object? {
    guard let target = target(name) else { return nil }
    return [.template: "fields/link", .label: .text(target.label), .href: .text(target.href)]
  }

  private func target(_ name: String) -> (label: String, href: String)? {
    let parts = name.holds(UInt8(ascii: "/")) ? name.split(separator: "/") : []
    if parts.count == 2 {
      return (name, frame.href("tools/\(parts[0])/" + (parts[1] == subject.tool.record.id ? "" : "documents/\(parts[1])/")))
    }
    guard let document = subject.tool.any(name) else { return nil }
    return (document.title, frame.href(subject.address(ofDocument: name)))
  }

  private func list(_ list: [Scalar], _ field: Field) -> Object {
    if field.type == .links {
      let items = list.map { scalar -> Object in
        let target = target(scalar.text)
        return [
          .label: .text(target?.label ?? scalar.text), .href: target.map { .text($0.href) } ?? .none,
        ]
      }
      return [.template: "fields/links", .items: .list(items)]
    }
    return [
      .template: "fields/choices", .items: .list(list.map { [.text: .text(language.label($0.text))] }),
    ]
  }

  private func contact(_ lines: [ContactLine]) -> Object {
    var model = contactModel(lines) ?? [:]
    model.add(.template, "fields/contact")
    return model
  }
}

/// With a capital, as what stands alone is written: `final` becomes `Final`.
func capitalised(_ words: String) -> String {
  guard let first = words.utf8.first, first < 0x80 else { return words.prefix(1).uppercased() + words.dropFirst() }
  guard first &- 0x61 < 26 else { return words }
  return String(Unicode.Scalar(first & 0x5F)) + words[words.utf8.index(after: words.utf8.startIndex)...]
}

/// A state in the words that stand for it; nothing for a value that is given.
func stateModel(_ state: State, in subject: Subject, on frame: Frame) -> Object? {
  switch state {
  case .given: return nil
  case .missing: return [.template: "fields/missing"]
  case .notAsked: return [.template: "fields/not-asked"]
  case .notApplicable(let why): return [.template: "fields/not-applicable", .because: .text(why)]
  case .unknown(let why): return [.template: "fields/unknown", .because: .text(why)]
  case .notMeasured(let why): return [.template: "fields/not-measured", .because: .text(why)]
  case .withheld(let ground, let because):
    let known = frame.site.settings.grounds.first { $0.id == ground }
    return [
      .template: "fields/withheld", .ground: .text(frame.language.label(known?.label ?? ground)),
      .describe: known.map { .text(frame.language.label($0.describe)) } ?? .none, .because: .text(because),
    ]
  case .see(let name):
    guard let document = subject.tool.any(name) else {
      return [.template: "fields/text", .text: .text(name)]
    }
    return [
      .template: "fields/see", .label: .text(document.title),
      .href: .text(frame.href(subject.address(ofDocument: name))),
    ]
  }
}
