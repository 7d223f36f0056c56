import Bytes
import Editions
import Records

extension RegisterView {
  /// `data/catalog.jsonld`: the register as a catalogue for data portals, after DCAT-AP 3.
  ///
  /// One dataset a tool and one for the register as a whole. Retired tools stay in: a portal drops what is no longer listed.
  ///
  /// - Parameter files: those that hold all of the register, as they stand.
  package func catalogue(_ files: [DataFile]) -> SpanningFile {
    let settings = site.settings
    return SpanningFile(.catalogue) { writer in
      writer.object { writer in
        writer.key("@context")
        writer.object { writer in for (prefix, address) in prefixes { writer.member(prefix, address) } }
        writer.member("@id", settings.address + "data/catalog.jsonld#catalogue")
        writer.member("@type", "dcat:Catalog")
        writer.key("dcat:dataset")
        writer.array { writer in
          form.register(files, &writer)
          if !tools.isEmpty { writer.place() }
        }
        writer.key("dct:description")
        writer.spelled(form.told(settings.describe, lang))
        if let date = site.history.editions.first?.date { writer.typed("dct:issued", date.text, "xsd:date") }
        writer.key("dct:language")
        writer.array { writer in for language in settings.languages.compactMap(form.language) { writer.spelled(language) } }
        form.license(&writer)
        if let date = site.history.newest?.date { writer.typed("dct:modified", date.text, "xsd:date") }
        form.publisher(settings.publishers.first?.name ?? settings.title, &writer)
        writer.key("dct:title")
        writer.spelled(form.told(settings.title, lang))
        writer.key("foaf:homepage")
        writer.spelled(form.typed(settings.address, "foaf:Document"))
      }
    }
  }

  private var prefixes: [(String, String)] {
    [
      ("adms", "http://www.w3.org/ns/adms#"), ("dcat", "http://www.w3.org/ns/dcat#"),
      ("dct", "http://purl.org/dc/terms/"), ("foaf", "http://xmlns.com/foaf/0.1/"),
      ("spdx", "http://spdx.org/rdf/terms#"), ("vcard", "http://www.w3.org/2006/vcard/ns#"),
      ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ]
  }

}

extension DataForm {
  /// The register itself as a dataset, with the files that hold all of it.
  fileprivate func register(_ files: [DataFile], _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("@id", settings.address + "data/catalog.jsonld#register")
      writer.member("@type", "dcat:Dataset")
      writer.key("dcat:distribution")
      writer.array { writer in
        for file in files {
          distribution(
            settings.address + file.path, of: settings.address + "data/", size: file.size,
            digest: file.digest, &writer)
        }
      }
      if let edition = site.history.newest { writer.member("dcat:version", String(edition.number)) }
      writer.key("dct:description")
      writer.spelled(told(settings.describe, lang))
      writer.member("dct:identifier", "register")
      if let date = site.history.newest?.date { writer.typed("dct:modified", date.text, "xsd:date") }
      publisher(settings.publishers.first?.name ?? settings.title, &writer)
      writer.key("dct:title")
      writer.spelled(told(settings.title, lang))
    }
  }

  /// A tool's record as a dataset.
  func dataset(_ entry: DataEntry, _ writer: inout JSONWriter) {
    let tool = entry.summary
    let home = settings.address + "tools/\(tool.id)/"
    writer.object { writer in
      writer.member("@id", home + "#record")
      writer.member("@type", "dcat:Dataset")
      if let version = tool.version { writer.key("adms:versionNotes"); writer.spelled(told(version.change, tool.lang)) }
      contactPoint(entry, &writer)
      writer.key("dcat:distribution")
      writer.array { writer in
        distribution(home + "record.json", of: home, size: entry.record.size, digest: entry.record.digest, &writer)
      }
      writer.key("dcat:keyword")
      writer.array { writer in for word in keywords(tool) { writer.spelled(told(word, "en")) } }
      writer.key("dcat:landingPage")
      writer.spelled(typed(home, "foaf:Document"))
      if let version = tool.version, version.number > 1 {
        writer.key("dcat:previousVersion")
        writer.spelled(spelledObject([("@id", .text(home + "versions/\(version.number - 1)/"))]))
      }
      if let version = tool.version { writer.member("dcat:version", String(version.number)) }
      writer.key("dct:description")
      writer.spelled(told(tool.sentence.isEmpty ? tool.name : tool.sentence, tool.lang))
      writer.member("dct:identifier", tool.id)
      if let version = tool.version { writer.typed("dct:issued", version.first.text, "xsd:date") }
      if let language = language(tool.lang) {
        writer.key("dct:language")
        writer.spelled(language)
      }
      if let version = tool.version { writer.typed("dct:modified", version.date.text, "xsd:date") }
      publisher(tool.organisation, &writer)
      writer.key("dct:title")
      writer.spelled(told(tool.name, tool.lang))
    }
  }

  private func keywords(_ tool: Summary) -> [String] {
    var words: [String] = []
    for filed in tool.facets where filed.facet != "organisation" {
      for value in filed.values where !words.contains(value.text) { words.append(value.text) }
    }
    return words
  }

  private func contactPoint(_ entry: DataEntry, _ writer: inout JSONWriter) {
    guard let email = Column.answer(.contact, of: entry.answers).texts.first, email.contains("@") else { return }
    writer.key("dcat:contactPoint")
    writer.spelled(
      spelledObject([
        ("@type", .text("vcard:Kind")), ("vcard:fn", .text(entry.summary.organisation)),
        ("vcard:hasEmail", .raw(spelledObject([("@id", .text("mailto:" + email))]))),
      ]))
  }

  private func distribution(
    _ address: String, of page: String, size: Int, digest: String, _ writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.member("@id", address)
      writer.member("@type", "dcat:Distribution")
      writer.key("dcat:accessURL")
      writer.spelled(spelledObject([("@id", .text(page))]))
      writer.typed("dcat:byteSize", String(size), "xsd:nonNegativeInteger")
      writer.key("dcat:downloadURL")
      writer.spelled(spelledObject([("@id", .text(address))]))
      // Lines of JSON have no media type of their own.
      if !address.hasSuffix(".ndjson") {
        let type = address.hasSuffix(".csv") ? "text/csv" : "application/json"
        writer.key("dcat:mediaType")
        writer.spelled(typed("https://www.iana.org/assignments/media-types/" + type, "dct:MediaType"))
      }
      license(&writer)
      writer.key("spdx:checksum")
      writer.spelled(
        spelledObject([
          ("@type", .text("spdx:Checksum")),
          ("spdx:algorithm", .raw(typed("http://spdx.org/rdf/terms#checksumAlgorithm_sha256", "spdx:ChecksumAlgorithm"))),
          ("spdx:checksumValue", .raw(spelledObject([("@type", .text("xsd:hexBinary")), ("@value", .text(digest))]))),
        ]))
    }
  }

  fileprivate func license(_ writer: inout JSONWriter) {
    guard let address = settings.theme.licenceAddress else { return }
    writer.key("dct:license")
    writer.spelled(typed(address, "dct:LicenseDocument"))
  }

  fileprivate func publisher(_ name: String, _ writer: inout JSONWriter) {
    let known = settings.publishers.first { $0.name.equalsByBytes(name) }
    let id = settings.address + "data/catalog.jsonld#organisation-" + facetID("organisation", name, site.settings)
    var members: [(String, Datum)] = [("@id", .text(id)), ("@type", .text("foaf:Agent"))]
    if let address = known?.address, !address.isEmpty {
      members.append(("foaf:homepage", .raw(typed(address, "foaf:Document"))))
    }
    writer.key("dct:publisher")
    writer.spelled(spelledObject(members + [("foaf:name", .text(name))]))
  }

  fileprivate func told(_ text: String, _ lang: String) -> [UInt8] {
    spelledObject([("@language", .text(lang)), ("@value", .text(text))])
  }

  fileprivate func typed(_ address: String, _ type: String) -> [UInt8] {
    spelledObject([("@id", .text(address)), ("@type", .text(type))])
  }

  /// By the codes that European portals know languages by; nothing for one that is not among them.
  fileprivate func language(_ code: String) -> [UInt8]? {
    let folder = "http://publications.europa.eu/resource/authority/language/"
    return portalCodes[code].map { typed(folder + $0, "dct:LinguisticSystem") }
  }
}

extension JSONWriter {
  fileprivate mutating func typed(_ name: String, _ text: String, _ type: String) {
    key(name)
    spelled(spelledObject([("@type", .text(type)), ("@value", .text(text))]))
  }
}

/// Languages of Europe as the European list of languages names them, by their shorter codes.
private let portalCodes = [
  "bg": "BUL", "cs": "CES", "cy": "CYM", "da": "DAN", "de": "DEU", "el": "ELL", "en": "ENG", "es": "SPA", "et": "EST", "fi": "FIN",
  "fr": "FRA", "ga": "GLE", "gd": "GLA", "hr": "HRV", "hu": "HUN", "is": "ISL", "it": "ITA", "lt": "LIT", "lv": "LAV", "mt": "MLT",
  "nl": "NLD", "no": "NOR", "pl": "POL", "pt": "POR", "ro": "RON", "sk": "SLK", "sl": "SLV", "sv": "SWE", "uk": "UKR",
]
