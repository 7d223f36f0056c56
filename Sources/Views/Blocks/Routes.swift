import Records
import Templates

/// The steps of a challenge, in the order a person takes them; a kind says which of its fields is which.
private let steps: [Meaning] = [.answersTo, .engage, .raise, .anonymous, .responder, .included, .outcome]

/// How to question the tool: a route for each section of the documents that has steps.
@Sendable func routesBlock(_ context: inout BlockContext) -> Object? {
  var routes: [Object] = []
  let id = context.names.unique("routes")
  for document in context.tool.documents(.route) where document.holds {
    var contact = documentContact(document, &context)
    for contents in document.kind.contents {
      guard var route = route(contents, of: document, &context) else { continue }
      route.add(.label, .text(context.language.label(contents.section.label)))
      route.add(.document, .object(context.link(to: document)))
      route.add(.contact, contact)
      contact = .none
      routes.append(route)
    }
  }
  guard !routes.isEmpty else { return nil }
  return [.template: "blocks/routes", .id: .text(id), .routes: .list(routes)]
}

/// A section's steps on the document's own page, whose heading, contact and link stand there already.
func routeBlock(_ contents: SectionFields, of document: Document, _ context: inout BlockContext) -> Object? {
  guard var route = route(contents, of: document, &context) else { return nil }
  route.add(.label, .none)
  route.add(.document, .none)
  route.add(.contact, .none)
  return [
    .template: "blocks/routes", .id: .text(context.names.unique("routes")), .labelled: false, .routes: .list([route]),
  ]
}

private func route(_ contents: SectionFields, of document: Document, _ context: inout BlockContext) -> Object? {
  var made: [Object] = []
  var days: Templates.Value = .none
  for position in contents.positions {
    let (field, value) = (document.kind.fields[position], document.values[position])
    guard let meaning = field.means, context.reads(field), !context.told.holds(field, of: document) else { continue }
    if meaning == .days, case .number(let number) = value.content {
      let anchor = context.audience == nil ? context.names.claim(field.anchor) : nil
      days = .object([.id: .maybe(anchor), .number: .text(countText(number)), .one: .flag(number.value == 1)])
      context.told.add(field, of: document)
    } else if steps.contains(meaning), value.state != .notAsked, !value.isMissing || context.shows(missing: field, of: document) {
      made.append(step(field, value, of: document, &context))
      context.told.add(field, of: document)
    }
  }
  guard !made.isEmpty else { return nil }
  let id = context.names.unique("route-" + contents.section.id)
  return [.id: .text(id), .steps: .list(made), .days: days]
}

private func step(
  _ field: Field, _ value: Records.Value, of document: Document, _ context: inout BlockContext
) -> Object {
  let anchor = context.audience == nil ? context.names.claim(field.anchor) : nil
  let telling = context.audience.flatMap { value.telling($0.id) }
  let shown = context.fields.value(
    value, field, of: document, telling: telling, level: 4, prefix: anchor ?? document.id + "-" + field.anchor)
  return [
    .id: .maybe(anchor), .label: .text(context.language.label(field.label)), .word: .none, .value: .object(shown),
  ]
}

/// The contact of a document that has one, told once, with its first route.
private func documentContact(_ document: Document, _ context: inout BlockContext) -> Templates.Value {
  guard let position = document.kind.position(of: .contact), context.reads(document.kind.fields[position]),
    case .contact(let lines) = document.values[position].content, let model = contactModel(lines)
  else { return .none }
  context.told.add(document.kind.fields[position], of: document)
  return .object(model)
}

extension BlockContext {
  /// Whether the page says that nothing was answered: a document's own page does, of what must be answered.
  fileprivate func shows(missing field: Field, of document: Document) -> Bool {
    audience == nil && document.requires(field)
  }

  /// Whether the readers of this page are told a field; a document's own page tells everything.
  func reads(_ field: Field) -> Bool { audience.map { field.isRead(by: $0.id) } ?? true }
}
