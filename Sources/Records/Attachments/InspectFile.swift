import Bytes
package import Findings
import Reading

/// What is wrong with a file that stands beside documents: not what its name says, or holding more than it shows.
///
/// Takes the bytes, opens nothing. Pictures may carry the place, the camera and the person; office files and PDF the author; SVG
/// pictures may run programs and load from elsewhere. All words that can be read are looked through for personal data too, whatever the
/// file is called; of a file that cannot be read, nobody has said yet that it holds none.
package func inspectFile(_ source: Source) -> [Finding] {
  let bytes = source.bytes
  let facts = ["file": fileName(source.path)]
  func finding(_ code: String, _ more: [String: String] = [:]) -> Finding {
    Finding(code, at: .file(source.path), facts.merging(more) { _, more in more })
  }
  func findings(_ looked: Looked) -> [Finding] {
    looked.found.map { finding($0.code, $0.facts) } + scan(looked.words, in: source)
  }
  let named = FileForm(named: source.path)
  if let named, let found = named.mismatch(bytes) { return [finding("attachment.type", ["found": found])] }
  switch named ?? FileForm.told(by: bytes).form {
  case .png, .jpeg, .gif, .webp:
    let form = FileForm.told(by: bytes).form ?? .png
    return hidden(inPicture: bytes, form).map { finding("attachment." + $0) } + scan(words(inPicture: bytes, form), in: source)
  case .svg:
    let seen = scanPrivacy(source)
    // Words that are parted only for their look.
    let joined = scan(wordsOfXML(bytes[...]), in: source).filter { one in !seen.contains { $0.code == one.code && $0.facts == one.facts } }
    return inspectSVG(source) + seen + joined
  case .pdf: return findings(inspectPDF(bytes))
  case .office: return named == nil ? [finding("attachment.not-read")] : findings(inspectOffice(bytes))
  case .text: return scanPrivacy(source) + scanAddresses(source)
  case .program: return [finding("attachment.active", ["found": "a page or program that a reader's computer would run"])]
  case nil: return bytes.isEmpty ? [] : [finding("attachment.not-read")]
  }
}

/// What must not be public in words that have no place of their own in a file.
private func scan(_ words: [UInt8], in source: Source) -> [Finding] {
  scanPrivacy(Source(path: source.path, bytes: words)).map { Finding($0.code, at: .file(source.path), $0.facts) }
}

/// What must not be public in a file that belongs to the whole register: its settings, its kinds, its pages.
package func checkCommon(_ source: Source) -> [Finding] {
  // The settings say how to reach the publishers, so every number in them is a team's.
  let contacts = source.path.hasSuffix("register.yaml") ? [Span(start: 0, length: source.bytes.count)] : []
  let name = fileName(source.path)
  return scanPrivacy(source, contacts: contacts) + scanAddresses(source)
    + scanName(name, in: String(source.path.dropLast(name.count + 1)))
}

/// What must not be public in words that stand in no file, such as the note of an edition.
package func checkWords(_ words: Source) -> [Finding] { checkCharacters(words) + scanPrivacy(words) }

/// The last step of a path.
func fileName(_ path: String) -> String {
  path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) } ?? path
}

/// The forms of files whose inside is known here.
enum FileForm: Sendable {
  case png, jpeg, gif, webp, svg, pdf, office, text
  /// What a browser or a server runs in the name of the site.
  case program

  init?(named path: String) {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    switch path[path.utf8.index(after: dot)...].lowercased() {
    case "png": self = .png
    case "jpg", "jpeg": self = .jpeg
    case "gif": self = .gif
    case "webp": self = .webp
    case "svg": self = .svg
    case "pdf": self = .pdf
    case "docx", "xlsx", "pptx", "odt", "ods", "odp", "docm", "xlsm", "pptm": self = .office
    case "csv", "tsv", "txt", "json", "yaml", "yml", "md", "rtf", "eml", "log", "vcf", "ics": self = .text
    case "asp", "aspx", "cgi", "hta", "htm", "html", "js", "jsp", "mht", "mhtml", "mjs", "php", "phtml", "shtml", "svgz", "swf", "wasm",
      "xht", "xhtml", "xml", "xsl", "xslt":
      self = .program
    default: return nil
    }
  }

  /// What the bytes are, where that is not what the name says.
  func mismatch(_ bytes: [UInt8]) -> String? {
    let actual = FileForm.told(by: bytes)
    switch (self, actual.form) {
    case (.png, .png?), (.jpeg, .jpeg?), (.gif, .gif?), (.webp, .webp?), (.pdf, .pdf?), (.office, .office?), (.svg, .svg?), (.svg, .text?):
      return self.isSVG && actual.form?.isSVG != true ? actual.words : nil
    case (.text, .text?), (.text, .svg?), (.program, _): return nil
    default: return actual.words
    }
  }

  private var isSVG: Bool { if case .svg = self { true } else { false } }

  /// The form that the first bytes tell, and what a person calls it.
  static func told(by bytes: [UInt8]) -> (form: FileForm?, words: String) {
    func starts(_ start: [UInt8]) -> Bool { bytes.starts(with: start) }
    if bytes.isEmpty { return (nil, "empty") }
    if starts([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return (.png, "a PNG picture") }
    if starts([0xFF, 0xD8, 0xFF]) { return (.jpeg, "a JPEG picture") }
    if bytes.starts(with: "GIF87a".utf8) || bytes.starts(with: "GIF89a".utf8) { return (.gif, "a GIF picture") }
    if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) { return (.webp, "a WebP picture") }
    if bytes.starts(with: "%PDF-".utf8) { return (.pdf, "a PDF document") }
    if starts([0x50, 0x4B, 0x03, 0x04]) { return (.office, "a ZIP or office file") }
    if starts([0xD0, 0xCF, 0x11, 0xE0]) { return (nil, "an old office file") }
    let programs: [[UInt8]] = [
      [0x7F, 0x45, 0x4C, 0x46], [0x4D, 0x5A], [0xCF, 0xFA, 0xED, 0xFE], [0xCE, 0xFA, 0xED, 0xFE], [0xCA, 0xFE, 0xBA, 0xBE],
      [0x00, 0x61, 0x73, 0x6D],
    ]
    if programs.contains(where: starts) { return (.program, "a program") }
    if bytes.prefix(4096).contains(0) { return (nil, "something that is no text") }
    if find("<svg", in: bytes[..<min(bytes.count, 4096)]) != nil { return (.svg, "an SVG picture") }
    return (.text, "text")
  }
}

/// Where a text first stands in some bytes.
func find(_ text: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
  let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  return bytes.withUnsafeBufferPointer { $0.place(of: wanted, from: 0) }.map { bytes.startIndex + $0 }
}
