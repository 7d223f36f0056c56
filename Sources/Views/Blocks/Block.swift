import Records
import Templates

/// What a computed part of a page may look at.
struct BlockContext {
  let subject: Subject
  let audience: Audience
  let frame: Frame
  let fields: FieldModels
  var names: PageNames

  var tool: Tool { subject.tool }
  var vocabulary: Vocabulary { subject.vocabulary }
}

/// The computed parts an audience's file may ask for, by name; each is nothing where it has nothing to say.
let blocks: [String: @Sendable (inout BlockContext) -> Object?] = [
  "all-fields": allFieldsBlock
]
