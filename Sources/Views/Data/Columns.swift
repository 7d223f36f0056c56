import Bytes
import Editions
import Reading
import Records

/// A column of the register's table: what it holds, whatever the standard a record follows calls it.
struct Column: Sendable {
  let id: String
  let meaning: Meaning?
  /// The field's id, where fields of that sort carry no meaning.
  let field: String
  /// Several values, joined with `;`.
  let isList: Bool
  let describe: String

  init(_ id: String, _ meaning: Meaning?, list: Bool = false, _ describe: String) {
    self.id = id
    self.meaning = meaning
    field = id
    isList = list
    self.describe = describe
  }

  /// The record's answers that have a column, in its order. Each has a second column beside it that tells its state.
  static let all = [
    Column("summary", .summary, "What the tool does, in one sentence."),
    Column("phase", .phase, "Where the tool is in its life."),
    Column("decides_or_advises", .decides, "Whether the tool decides, advises or only informs."),
    Column("third_party_involvement", nil, "Whether somebody outside the organisation is involved."),
    Column("team", .team, "The team that answers for the tool."),
    Column("owner", .owner, "The post that is the senior responsible owner."),
    Column("contact", .contact, "A mailbox for questions about the tool."),
    Column("website", .website, "Where more can be read about the tool."),
    Column("region", .region, list: true, "Where people feel the effect of the tool."),
    Column("function", .function, list: true, "The areas of public life the tool serves."),
    Column("capability", .capability, list: true, "What kind of thing the technology does."),
    Column("organisation_type", .organisationType, list: true, "What kind of public body it is."),
    Column("task", .task, "The job the tool does, in a few words."),
    Column("tags", nil, "More words to find the tool by."),
    Column("review_due", .reviewDue, "The day by which the record is to be looked at again."),
  ]

  /// Where the columns stand among all, in the order of their ids' bytes.
  static let byName = all.indices.sorted { all[$0].id.precedesByBytes(all[$1].id) }

  /// One of the answers that stand in the order of the columns.
  static func answer(_ meaning: Meaning, of answers: [Summary.Answer]) -> Summary.Answer {
    guard let position = all.firstIndex(where: { $0.meaning == meaning }) else {
      return Summary.Answer(state: State.notAsked.word, because: nil, texts: [])
    }
    return answers[position]
  }
}

extension Document {
  /// The answers of a record that the register's table has a column for.
  var columnAnswers: [Summary.Answer] {
    Column.all.map { column in answer(column.meaning.flatMap { kind.position(of: $0) } ?? kind.position(of: column.field)) }
  }

  /// - Parameter position: nothing where its kind has no such field.
  func answer(_ position: Int?) -> Summary.Answer {
    guard let position else { return Summary.Answer(state: State.notAsked.word, because: nil, texts: []) }
    let value = values[position]
    let isAsked = !value.isMissing || asks(kind.fields[position])
    let texts = value.passage.map { [ToldDocument(self).markdown($0)] } ?? value.texts
    return Summary.Answer(
      state: (isAsked ? value.state : .notAsked).word, because: value.state.reasons.last?.text, texts: texts)
  }
}
