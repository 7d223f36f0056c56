import Bytes
import Records

extension RegisterView {
  /// How many addresses one sitemap holds; the protocol allows a few more.
  private static let addressesAtMost = 40_000

  /// The addresses of every page that says what holds now, for search engines; old versions are not among them.
  func sitemaps() -> [SiteFile] {
    let lines = addresses().map { address, day in
      var line: [UInt8] = []
      line.append("<url><loc>")
      line.appendHTML(site.settings.address + address)
      line.append("</loc>")
      if let day { line.append("<lastmod>\(day.text)</lastmod>") }
      line.append("</url>\n")
      return line
    }
    guard lines.count > RegisterView.addressesAtMost else { return [sitemap("sitemap.xml", "urlset", lines)] }
    var files: [SiteFile] = []
    var places: [[UInt8]] = []
    for start in stride(from: 0, to: lines.count, by: RegisterView.addressesAtMost) {
      let name = "sitemap-\(files.count + 1).xml"
      let end = min(start + RegisterView.addressesAtMost, lines.count)
      files.append(sitemap(name, "urlset", Array(lines[start..<end])))
      var line = Array("<sitemap><loc>".utf8)
      line.appendHTML(site.settings.address + name)
      line.append("</loc></sitemap>\n")
      places.append(line)
    }
    return files + [sitemap("sitemap.xml", "sitemapindex", places)]
  }

  private func sitemap(_ path: String, _ element: String, _ lines: [[UInt8]]) -> SiteFile {
    var bytes: [UInt8] = []
    bytes.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    bytes.append("<\(element) xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for line in lines { bytes += line }
    bytes.append("</\(element)>\n")
    return SiteFile(path: path, bytes: bytes)
  }

  private func addresses() -> [(String, Day?)] {
    var result: [(String, Day?)] = ["", "browse/", "changes/", "compare/", "data/", "editions/", "quality/"].map { ($0, nil) }
    result += pages.map { ($0.id + "/", nil) }
    for facet in facets {
      result.append(("browse/\(facet.id)/", nil))
      result += facet.values.map { ("browse/\(facet.id)/\($0.id)/", nil) }
    }
    for tool in tools.sorted(by: { $0.id.precedesByBytes($1.id) }) {
      let (home, day) = ("tools/\(tool.id)/", tool.version?.date)
      result += vocabulary.audiences.map { (home + ($0.address.isEmpty ? "" : $0.address + "/"), day) }
      result.append((home + "versions/", day))
      result += tool.documents.map { (home + "documents/\($0.id)/", day) }
    }
    return result
  }

  /// Asks nobody to stay away, and says where the addresses are listed.
  func robots() -> SiteFile {
    let text = "User-agent: *\nAllow: /\n\nSitemap: \(site.settings.address)sitemap.xml\n"
    return SiteFile(path: "robots.txt", bytes: Array(text.utf8))
  }
}
