import Bytes
import Records

extension RegisterView {
  /// How many addresses one sitemap holds; the protocol allows a few more.
  private static let addressesAtMost = 40_000

  /// Hands out, one by one, the lists of every page that says what holds now, for search engines; old versions are not among them.
  package func sitemaps<Failure>(_ put: (SiteFile) throws(Failure) -> Void) throws(Failure) {
    var names: [String] = []
    var map = Sitemap("urlset")
    try eachAddress { (address, day) throws(Failure) in
      if map.count == RegisterView.addressesAtMost {
        names.append("sitemap-\(names.count + 1).xml")
        try put(map.takeFile(names[names.count - 1]))
        map = Sitemap("urlset")
      }
      map.add("url", site.settings.address + address, day)
    }
    guard !names.isEmpty else { return try put(map.takeFile("sitemap.xml")) }
    names.append("sitemap-\(names.count + 1).xml")
    try put(map.takeFile(names[names.count - 1]))
    var index = Sitemap("sitemapindex")
    for name in names { index.add("sitemap", site.settings.address + name, nil) }
    try put(index.takeFile("sitemap.xml"))
  }

  private func eachAddress<Failure>(_ use: (String, Day?) throws(Failure) -> Void) throws(Failure) {
    for address in ["", "browse/", "changes/", "compare/", "data/", "editions/", "quality/"] { try use(address, nil) }
    for page in pages { try use(page.id + "/", nil) }
    for facet in facets {
      try use("browse/\(facet.id)/", nil)
      for value in facet.values { try use("browse/\(facet.id)/\(value.id)/", nil) }
    }
    for tool in tools.sorted(by: { $0.id.precedesByBytes($1.id) }) {
      let (home, day) = ("tools/\(tool.id)/", tool.version?.date)
      for audience in vocabulary.audiences { try use(home + (audience.address.isEmpty ? "" : audience.address + "/"), day) }
      try use(home + "versions/", day)
      for document in tool.documents { try use(home + "documents/\(document.id)/", day) }
    }
  }

  /// Asks nobody to stay away, and says where the addresses are listed.
  func robots() -> SiteFile {
    let text = "User-agent: *\nAllow: /\n\nSitemap: \(site.settings.address)sitemap.xml\n"
    return SiteFile(path: "robots.txt", bytes: Array(text.utf8))
  }
}

/// A list of addresses as search engines read it.
private struct Sitemap {
  private let element: String
  private var bytes: [UInt8] = []
  private(set) var count = 0

  init(_ element: String) {
    self.element = element
    bytes.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    bytes.append("<\(element) xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
  }

  mutating func add(_ entry: String, _ address: String, _ day: Day?) {
    bytes.append("<\(entry)><loc>")
    bytes.appendHTML(address)
    bytes.append("</loc>")
    if let day { bytes.append("<lastmod>\(day.text)</lastmod>") }
    bytes.append("</\(entry)>\n")
    count += 1
  }

  /// The whole file; nothing of it stays behind, for it may be large.
  mutating func takeFile(_ path: String) -> SiteFile {
    bytes.append("</\(element)>\n")
    defer { bytes = [] }
    return SiteFile(path: path, bytes: bytes)
  }
}
