import Records
import Templates

/// The stages of the tool's life, from the documents whose kind draws a group as a timeline.
@Sendable func lifecycleBlock(_ context: inout BlockContext) -> Object? {
  for document in context.tool.documents(.process) where document.holds {
    for (field, value) in zip(document.kind.fields, document.values) where field.picture == "timeline" {
      guard context.reads(field), !value.items.isEmpty else { continue }
      let id = context.names.unique("lifecycle")
      guard var model = context.fields.timeline(value.items, field, name: id) else { continue }
      context.told.add(field, of: document)
      model[.template] = "blocks/lifecycle"
      model.add(.id, .text(id))
      return model
    }
  }
  return nil
}
