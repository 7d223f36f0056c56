import Bytes
import Editions
import Records

extension Table {
  /// What the columns mean, as CSVW: `register.csv-metadata.json`.
  func metadata(for settings: Settings) -> SiteFile {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("@context")
      writer.array { writer in
        writer.string("http://www.w3.org/ns/csvw")
        writer.object { $0.member("@language", settings.languages.first ?? "en") }
      }
      writer.key("dc:license")
      writer.object { $0.member("@id", settings.theme.licenceAddress ?? settings.address) }
      writer.member("dc:publisher", settings.publishers.first?.name ?? settings.title)
      writer.member("dc:title", title)
      writer.key("dialect")
      writer.spelled(Array(#"{"encoding":"utf-8","header":true,"lineTerminators":["\n"]}"#.utf8))
      writer.key("tableSchema")
      writer.object { writer in
        writer.member("aboutUrl", aboutAddress(settings))
        writer.key("columns")
        writer.array { writer in for column in columns { writer.spelled(column.csvw) } }
        writer.key("primaryKey")
        writer.spelled(spelledTexts(key))
      }
      writer.member("url", fileName)
    }
    return SiteFile(path: file.path + "-metadata.json", bytes: writer.finish())
  }

  var fileName: String { String(file.path.dropFirst("data/".utf8.count)) }

  /// Where each row's subject has its address.
  private func aboutAddress(_ settings: Settings) -> String {
    key == ["id"]
      ? settings.address + "tools/{id}/" : settings.address + "tools/{tool}/documents/{evaluation}/#row-{row}"
  }
}

extension TableColumn {
  fileprivate var csvw: [UInt8] {
    var members: [(String, Datum)] = []
    if type != .text, type != .list { members.append(("datatype", .text(csvwType))) }
    members += [("dc:description", .text(describe)), ("name", .text(name))]
    if required { members.append(("required", .raw(Array("true".utf8)))) }
    if type == .list { members.append(("separator", .text(";"))) }
    members.append(("titles", .text(name)))
    return spelledObject(members)
  }

  private var csvwType: String { type == .number ? "decimal" : type.rawValue }

  /// The column as a data package describes it.
  var tableField: [UInt8] {
    let kind: String =
      switch type {
      case .text, .list, .address: "string"
      default: type.rawValue
      }
    var members: [(String, Datum)] = []
    if required { members.append(("constraints", .raw(spelledObject([("required", .raw(Array("true".utf8)))])))) }
    members.append(("description", .text(describe)))
    if type == .address { members.append(("format", .text("uri"))) }
    members += [("name", .text(name)), ("type", .text(kind))]
    return spelledObject(members)
  }
}

extension RegisterView {
  /// `data/datapackage.json`: every data file with its type, size and digest, the tables first.
  func dataPackage(_ tables: [Table], _ files: [DataFile]) -> SiteFile {
    let settings = site.settings
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("$schema", "https://datapackage.org/profiles/1.0/datapackage.json")
      if let date = site.history.newest?.date { writer.member("created", date.text + "T00:00:00Z") }
      writer.member("description", settings.describe)
      writer.member("homepage", settings.address)
      if let name = settings.theme.licenceName {
        writer.key("licenses")
        writer.array { writer in
          var members: [(String, Datum)] = []
          if let address = settings.theme.licenceAddress { members.append(("path", .text(address))) }
          writer.spelled(spelledObject(members + [("title", .text(name))]))
        }
      }
      writer.member("name", packageName)
      writer.key("resources")
      writer.array { writer in
        let described = files.map { file in (file, tables.first { $0.file.path == file.path }) }
        for (file, table) in described where table != nil { resource(file, table, &writer) }
        for (file, table) in described where table == nil { resource(file, nil, &writer) }
      }
      writer.member("title", settings.title)
      if let edition = site.history.newest?.number { writer.member("version", String(edition)) }
    }
    return SiteFile(path: "data/datapackage.json", bytes: writer.finish())
  }

  private var packageName: String {
    let name = anchorName(site.settings.title)
    return name.isEmpty ? "register" : name
  }

  private func resource(_ file: DataFile, _ table: Table?, _ writer: inout JSONWriter) {
    let name = String(file.path.dropFirst("data/".utf8.count))
    let ending = name.split(separator: ".").last.map(String.init) ?? ""
    writer.object { writer in
      writer.member("bytes", file.size)
      if table != nil { writer.member("encoding", "utf-8") }
      writer.member("format", ending)
      writer.member("hash", "sha256:" + file.digest)
      writer.member("mediatype", DataFile.mediaTypes[ending] ?? "application/json")
      writer.member("name", table?.name ?? anchorName(name))
      writer.member("path", name)
      if let table {
        writer.member("profile", "tabular-data-resource")
        writer.key("schema")
        write(schemaOf: table, &writer)
      }
    }
  }

  private func write(schemaOf table: Table, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("fields")
      writer.array { writer in for column in table.columns { writer.spelled(column.tableField) } }
      writer.key("missingValues")
      writer.spelled(spelledTexts([""]))
      writer.key("primaryKey")
      writer.spelled(spelledTexts(table.key))
    }
  }
}
