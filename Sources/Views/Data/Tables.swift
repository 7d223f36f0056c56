import Bytes
import Records

/// What a table's cells are, in the words of those who describe tables.
enum CellType: String {
  case text = "string"
  case whole = "integer"
  case number
  case flag = "boolean"
  case day = "date"
  case address = "anyURI"
  /// Several texts with `;` between them.
  case list
}

/// A column of a table with what it means.
struct TableColumn {
  let name: String
  let type: CellType
  var required = false
  let describe: String
}

/// A table of the register as a file, with all that its descriptions need.
struct Table {
  let name: String
  let title: String
  let columns: [TableColumn]
  /// The columns that together name a row.
  let key: [String]
  let file: SpanningFile
}

extension RegisterView {
  /// One row a tool. A cell that is empty says why in the column beside it.
  func registerTable() -> Table {
    let columns = toolColumns()
    return Table(
      name: "register", title: site.settings.title, columns: columns, key: ["id"],
      file: SpanningFile(.table, columns: columns.map(\.name)))
  }

  private func toolColumns() -> [TableColumn] {
    var columns = [
      TableColumn(name: "id", type: .text, required: true, describe: "The tool's name in addresses; it never changes."),
      TableColumn(name: "name", type: .text, required: true, describe: "What the tool is called."),
      TableColumn(
        name: "organisation_id", type: .text, required: true, describe: "The organisation, as the register names it in addresses."),
      TableColumn(name: "organisation", type: .text, required: true, describe: "The organisation that answers for the tool."),
    ]
    for column in Column.all {
      let type: CellType = column.isList ? .list : column.meaning == .reviewDue ? .day : .text
      columns.append(TableColumn(name: column.id, type: type, describe: column.describe))
      columns.append(
        TableColumn(
          name: column.id + "_state", type: .text, required: true, describe: "Whether \(column.id) is given, and if not, why not."))
    }
    columns += [
      TableColumn(name: "retired", type: .flag, required: true, describe: "Whether the tool is no longer used."),
      TableColumn(name: "deprecated", type: .flag, required: true, describe: "Whether its end is announced."),
      TableColumn(name: "lang", type: .text, required: true, describe: "The language of the record."),
      TableColumn(name: "standard", type: .text, describe: "The standard the record was written to."),
      TableColumn(name: "standard_version", type: .text, describe: "The version of that standard."),
      TableColumn(name: "version", type: .whole, describe: "The newest published version."),
      TableColumn(name: "date", type: .day, describe: "The day that version was published."),
      TableColumn(name: "edition", type: .whole, describe: "The edition of the register that published it."),
      TableColumn(name: "first_published", type: .day, describe: "The day the first version was published."),
      TableColumn(name: "documents", type: .whole, required: true, describe: "How many documents stand beside the record."),
      TableColumn(name: "thresholds_met", type: .whole, required: true, describe: "In the newest evaluation."),
      TableColumn(name: "thresholds_missed", type: .whole, required: true, describe: "In the newest evaluation."),
    ]
    for audience in vocabulary.audiences {
      columns.append(
        TableColumn(
          name: "complete_" + audience.id.replacing("-", with: "_"), type: .whole, required: true,
          describe: "Per cent of what this audience should be told that is told: \(audience.label)."))
    }
    columns.append(TableColumn(name: "address", type: .address, required: true, describe: "The tool's page."))
    columns.append(TableColumn(name: "record", type: .address, required: true, describe: "The whole record as data."))
    return columns
  }

  /// One row a figure of every tool's evaluations.
  func evaluationsTable() -> Table {
    let columns = EvaluationColumn.allCases
    return Table(
      name: "evaluations", title: "Results of evaluations",
      columns: columns.map { column in
        TableColumn(name: column.rawValue, type: column.type, required: column.isRequired, describe: column.describe)
      }, key: ["tool", "evaluation", "row"],
      file: SpanningFile(.evaluations, columns: columns.map(\.rawValue)))
  }
}

extension DataForm {
  /// A tool's row of `register.csv`.
  func row(_ entry: DataEntry) -> [UInt8] {
    let (tool, standard) = (entry.summary, entry.subject.tool.record.kind.standard)
    let home = settings.address + "tools/\(tool.id)/"
    var cells = [tool.id, tool.name, facetID("organisation", tool.organisation, settings), tool.organisation]
    for answer in entry.answers { cells += [answer.texts.joined(separator: ";"), answer.state] }
    cells += [
      String(tool.isRetired), String(tool.isDeprecated), tool.lang, standard?.name ?? "", standard?.version ?? "",
    ]
    cells += [
      tool.version.map { String($0.number) } ?? "", tool.version?.date.text ?? "",
      tool.version.map { String($0.edition) } ?? "", tool.version?.first.text ?? "", String(tool.documents.count),
      String(tool.headline.met), String(tool.headline.missed),
    ]
    for audience in audiences {
      cells.append(String(tool.shares.first { $0.audience == audience.id }?.percent ?? 0))
    }
    var bytes: [UInt8] = []
    bytes.appendRow(cells + [home, home + "record.json"])
    return bytes
  }
}

extension EvaluationColumn {
  fileprivate var isRequired: Bool {
    switch self {
    case .tool, .evaluation, .row, .kind, .title, .metric, .state, .unit: true
    default: false
    }
  }

  fileprivate var type: CellType {
    switch self {
    case .row, .version: .whole
    case .value, .low, .high, .level, .n, .threshold, .baseline, .target: .number
    default: .text
    }
  }

  fileprivate var describe: String {
    switch self {
    case .tool: "The tool's id."
    case .evaluation: "The evaluation's id among the tool's documents."
    case .row: "The figure's place in the evaluation, from 1."
    case .version: "The version of the tool's documents that the figure stands in."
    case .kind: "The kind of the document."
    case .title: "What the evaluation is called."
    case .completed: "When it was completed: a year, a month or a day."
    case .periodStart: "The start of the time it looked at: a year, a month or a day."
    case .periodEnd: "The end of the time it looked at: a year, a month or a day."
    case .metric: "The measure's id."
    case .characteristic: "What the group has in common, such as age."
    case .group: "The group the figure is about; empty where it is about everybody."
    case .referenceGroup: "The group it is compared with."
    case .state: "given, suppressed for small numbers, withheld, not_measured, unknown, not_applicable, see or missing."
    case .value: "The figure."
    case .low: "The lower end of its interval."
    case .high: "The upper end of its interval."
    case .level: "How sure the interval is, in per cent."
    case .n: "How many were counted."
    case .threshold: "What the figure should reach."
    case .verdict: "Whether it does: met, missed (which pages tell as not met) or unclear."
    case .baseline: "The figure without the tool, or before it."
    case .baselineKind: "What the baseline is."
    case .asPublished: "The figure in the words it was first published in."
    case .because: "Why there is no figure."
    case .note: "A note."
    case .status: "Whether the evaluation holds: final, draft, screening only, superseded, withdrawn or deprecated, as it says of itself."
    case .ground: "On what ground the figure is withheld, by the id the register gives it."
    case .thresholdIs: "How the figure should lie to the threshold: at-least, at-most, or within so much of the target."
    case .target: "The best value there is, of a measure whose best lies in the middle."
    case .unit: "What the figure is counted in: a share of 1, per cent, a ratio, or the unit of an amount."
    }
  }
}
