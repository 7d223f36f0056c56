import Bytes
import Editions
import Records
import Templates
import Typesetting

extension Subject {
  /// What a tool's page says to search engines: a record about a piece of software, its version, who answers for it, and where it
  /// stands as data.
  func structuredData(_ record: DataFile, in site: Site) -> Markup {
    let (settings, address) = (site.settings, site.settings.address)
    var members: [(String, Datum)] = [
      ("@context", ["@vocab": "https://schema.org/"]),
      ("@id", .text(address + home + "#record")), ("@type", .text("Dataset")),
      ("about", software(settings)),
      ("creator", organisation(settings)),
    ]
    if let version { members.append(("dateModified", .text(version.date.text))) }
    members.append(("description", .text(tool.record.text(.summary) ?? tool.name)))
    members.append(("distribution", distribution(record, at: address)))
    members.append(("identifier", .text(tool.id)))
    members.append(("inLanguage", .text(tool.lang)))
    if version != nil { members.append(("isBasedOn", .text(address + source + "record.md"))) }
    if let licence = settings.theme.licenceAddress { members.append(("license", .text(licence))) }
    members.append(("name", .text(tool.name)))
    members.append(("url", .text(address + home)))
    if let version { members.append(("version", .text(String(version.number)))) }
    return Typesetting.structuredData(spelledObject(members))
  }

  private func software(_ settings: Settings) -> Datum {
    ["@id": .text(settings.address + home + "#tool"), "@type": "SoftwareApplication", "name": .text(tool.name)]
  }

  private func organisation(_ settings: Settings) -> Datum {
    let name = tool.organisation(in: settings)
    var members: [(String, Datum)] = [("@type", .text("Organization")), ("name", .text(name))]
    if let known = settings.publishers.first(where: { $0.name.equalsByBytes(name) }), !known.address.isEmpty {
      members.append(("url", .text(known.address)))
    }
    return .object(members)
  }

  private func distribution(_ record: DataFile, at address: String) -> Datum {
    [
      "@type": "DataDownload", "contentSize": .text("\(record.size) B"), "contentUrl": .text(address + record.path),
      "encodingFormat": "application/json", "sha256": .text(record.digest),
    ]
  }
}
