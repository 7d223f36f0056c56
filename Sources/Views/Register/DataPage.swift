import Records
import Templates

extension RegisterView {
  private var tables: [Table] { [registerTable(), evaluationsTable()] }

  /// The files with a part of every tool that are made by themselves; the catalogue is made last, for it names them.
  package var dataFiles: [SpanningFile] { [registerTable().file, registerFile(), evaluationsTable().file] }

  /// What says of the files of data what they are, for people and for programs.
  package func data(about files: [DataFile]) -> Composed {
    let tables = tables
    let said = tables.map { $0.metadata(for: site.settings) } + [recordSchema()]
    let package = dataPackage(tables, files.filter { $0.path != SpanningPart.catalogue.path })
    return Composed(pages: [dataPage(files + (said + [package]).map(\.listed))], files: said + [package])
  }

  /// What can be downloaded, and which addresses last.
  func dataPage(_ files: [DataFile]) -> Page {
    let frame = frame("data/")
    var model = frame.model(Head(title: "", describe: "", crumbs: []), template: "data")
    let downloads = [
      ("register_json", "data/register.json", "JSON"), ("register_csv", "data/register.csv", "CSV"),
      ("csvw", "data/register.csv-metadata.json", "CSVW"), ("evaluations_csv", "data/evaluations.csv", "CSV"),
      ("evaluations_csvw", "data/evaluations.csv-metadata.json", "CSVW"),
      ("datapackage", "data/datapackage.json", "JSON"), ("catalog", "data/catalog.jsonld", "JSON-LD"),
      ("releases", "data/releases.ndjson", "NDJSON"), ("schema", "data/record.schema.json", "JSON Schema"),
    ]
    model.add(
      .downloads,
      .list(
        downloads.compactMap { id, path, format in
          guard let file = files.first(where: { $0.path == path }) else { return nil }
          return download(id, path, format, on: frame, size: sizeWords(file.size))
        }))
    model.add(
      .feeds,
      .list([
        download("atom", "changes.atom", "Atom", on: frame, size: nil),
        download("json_feed", "changes.json", "JSON Feed", on: frame, size: nil),
      ]))
    model.add(.repository, site.settings.repository.map { .text($0) } ?? .none)
    let patterns = [
      ("tool", "tools/<tool>/"), ("record", "tools/<tool>/record.json"), ("version", "tools/<tool>/versions/<n>/"),
      ("source", "tools/<tool>/versions/<n>/source/"), ("edition", "editions/<k>/edition.json"),
    ]
    model.add(
      .patterns, .list(patterns.map { [.word: .text("words/pattern_" + $0.0), .address: .text($0.1)] }))
    return Page(address: frame.address, template: "data", lang: lang, model: model)
  }

  private func download(_ id: String, _ path: String, _ format: String, on frame: Frame, size: String?) -> Object {
    [
      .id: .text(id), .word: .text("words/data_" + id), .detail_word: .text("words/data_\(id)_detail"),
      .href: .text(frame.root + path), .format: .text(format), .size: size.map { .text($0) } ?? .none,
    ]
  }
}

/// `1.2 MB`, `480 KB`: rounded up, so that nothing is nought.
func sizeWords(_ bytes: Int) -> String {
  if bytes < 1000 { return "\(bytes) B" }
  if bytes < 1_000_000 { return "\((bytes + 999) / 1000) KB" }
  let tenths = (bytes + 99_999) / 100_000
  return "\(tenths / 10).\(tenths % 10) MB"
}
