import Bytes
import Findings
import Records
import Templates

/// Every other document of the tool, those that still hold first.
@Sendable func documentsBlock(_ context: inout BlockContext) -> Object? {
  let documents = context.tool.documents
  guard !documents.isEmpty else { return nil }
  let rows = (documents.filter(\.holds) + documents.filter { !$0.holds }).map { document -> Object in
    [
      .label: .text(document.title),
      .href: .text(context.frame.href(context.subject.address(ofDocument: document.id))),
      .kind: .text(context.language.label(document.kind.label)),
      .date: document.completed.map { .object(dateModel($0)) } ?? .none, .status: document.status(in: context.language),
      .lang: document.lang == context.frame.lang ? .none : .text(document.lang),
    ]
  }
  return [.template: "blocks/documents", .id: .text(context.names.unique("documents")), .rows: .list(rows)]
}

/// What can be downloaded: the record as data, and of a published version the files as they were written.
@Sendable func downloadsBlock(_ context: inout BlockContext) -> Object? {
  let subject = context.subject
  let root = context.frame.root
  var rows = [
    download(word: "words/download_record", href: root + subject.base + "record.json", format: "JSON", size: nil)
  ]
  if subject.version != nil {
    rows.append(
      download(
        word: "words/download_source", href: root + subject.source + "record.md", format: "Markdown",
        size: subject.tool.record.source.bytes.count))
    for file in subject.tool.attachments {
      rows.append(
        download(
          label: file.name, href: root + subject.source + file.name, format: fileFormat(file.name), size: file.size))
    }
  }
  return [.template: "blocks/downloads", .id: .text(context.names.unique("downloads")), .rows: .list(rows)]
}

private func download(
  label: String? = nil, word: String? = nil, href: String, format: String, size: Int?
) -> Object {
  [
    .label: .maybe(label), .word: .maybe(word), .href: .text(href), .format: .text(format),
    .size: .maybe(size.map(sizeText)),
  ]
}

/// `information-flow.svg` → `SVG`.
private func fileFormat(_ name: String) -> String {
  guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
  return name[name.index(after: dot)...].uppercased()
}

/// `41235` → `41 KB`, by thousands.
private func sizeText(_ size: Int) -> String {
  switch size {
  case ..<1000: return "\(size) B"
  case ..<1_000_000: return "\((size + 500) / 1000) KB"
  default:
    let tenths = (size + 50_000) / 100_000
    return "\(tenths / 10).\(tenths % 10) MB"
  }
}
