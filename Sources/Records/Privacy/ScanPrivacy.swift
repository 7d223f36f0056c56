package import Findings

/// What must not be public in a file: numbers of people, homes, birthdays, mailboxes, keys.
///
/// Looks at the bytes as they stand in the file, comments and front matter too: all of it reaches the public in the repository and in
/// downloads; and again at what reads otherwise than it is written, because of emphasis or a link. Names cannot be found by their form,
/// so a role, a team's mailbox and a declaration stand in for that; only the plainest cases are pointed out. What is found is never repeated in full: neither in a finding's words nor in the line shown with it.
///
/// - Parameter contacts: where the file tells readers how to reach a team; a landline or an office's address is wanted there.
package func scanPrivacy(_ source: Source, contacts: [Span] = []) -> [Finding] {
  let stretches = privateStretches(source, contacts: contacts)
  guard !stretches.isEmpty else { return [] }
  let veiled = veil(source, stretches)
  var findings = stretches.prefix(mostPrivate).map { stretch in
    Finding(stretch.code, at: veiled.place(stretch.span), ["text": stretch.masked, textMark: stretch.mark])
  }
  if stretches.count > mostPrivate {
    findings.append(
      Finding(
        "privacy.more", at: veiled.place(stretches[mostPrivate].span),
        ["count": String(stretches.count - mostPrivate)]))
  }
  return findings
}

/// Findings without anything that must not be public, in their words or in the lines shown with them.
///
/// Another rule may point at the very line that holds somebody's number. Only files in which something private was found are looked at
/// again.
package func veiled(_ findings: [Finding], of sources: [Source]) -> [Finding] {
  let files = Set(findings.filter { $0.code.hasPrefix("privacy.") && $0.severity != .note }.map(\.place.file))
  guard !files.isEmpty else { return findings }
  var hidden: [String: Hidden] = [:]
  for source in sources where files.contains(source.path) { hidden[source.path] = Hidden(in: source) }
  return findings.map { finding in
    guard !finding.code.hasPrefix("privacy."), let hidden = hidden[finding.place.file] else { return finding }
    var finding = finding
    finding.place.excerpt = hidden.veiling(finding.place.excerpt, by: \.starred)
    finding.facts = finding.facts.mapValues { hidden.veiling($0, by: \.masked) }
    return finding
  }
}

/// What must not be public in one file, to be found wherever it is told again, however much of it there is.
private struct Hidden {
  struct Veil {
    var masked: ArraySlice<UInt8>
    var starred: ArraySlice<UInt8>
  }

  private var veils: [ArraySlice<UInt8>: Veil] = [:]
  /// How long those are that begin with the same few bytes.
  private var lengths: [ArraySlice<UInt8>: Set<Int>] = [:]

  private static let start = 6

  init(in source: Source) {
    let stretches = privateStretches(source, contacts: []).filter { $0.span.length >= Hidden.start }
    let starred = veil(source, stretches)
    for stretch in stretches {
      let range = stretch.span.start..<stretch.span.end
      let text = source.bytes[range]
      veils[text] = Veil(masked: Array(stretch.masked.utf8)[...], starred: starred.bytes[range])
      lengths[text.prefix(Hidden.start), default: []].insert(text.count)
    }
  }

  /// A text with the longest of them exchanged wherever one stands.
  func veiling(_ text: String, by veil: KeyPath<Veil, ArraySlice<UInt8>>) -> String {
    var rest = Array(text.utf8)[...]
    var result: [UInt8] = []
    while let first = rest.first {
      let found = lengths[rest.prefix(Hidden.start)]?.sorted(by: >).first { veils[rest.prefix($0)] != nil }
      if let found, let veil = veils[rest.prefix(found)]?[keyPath: veil] {
        result += veil
        rest = rest.dropFirst(found)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// After so many in one file, the rest are only counted.
private let mostPrivate = 20

struct MaskedStretch {
  var code: String
  var span: Span
  /// `94…19`.
  var masked: String
  /// What an acceptance of exactly this text is told by.
  var mark: String

  init(_ code: String, _ span: Span, _ text: Slice<UnsafeBufferPointer<UInt8>>) {
    self.code = code
    self.span = span
    masked = Records.masked(text)
    mark = Records.mark(text)
  }
}

private func privateStretches(_ source: Source, contacts: [Span]) -> [MaskedStretch] {
  let separator = separator(of: source.path)
  var result = privateStretches(source.bytes, lineByLine: separator != UInt8(ascii: "|"))
  result.removeAll { stretch in
    wantedInContacts.contains(stretch.code)
      && contacts.contains { $0.start <= stretch.span.start && stretch.span.end <= $0.end }
  }
  source.bytes.withUnsafeBufferPointer { bytes in
    let known = KnownStretches(result)
    for cell in privateCells(source.bytes, separator: separator) where !known.holds(cell.code, cell.span) {
      result.append(MaskedStretch(cell.code, cell.span, bytes[cell.span.start..<cell.span.end]))
    }
  }
  return result
}

/// What stands between the cells of a table in a file of this name.
private func separator(of path: String) -> UInt8 {
  if path.hasSuffix(".csv") { return UInt8(ascii: ",") }
  return path.hasSuffix(".tsv") ? UInt8(ascii: "\t") : UInt8(ascii: "|")
}

/// What is found in some bytes.
///
/// - Parameter lineByLine: of plain text, where two lines are never one sentence, and no sign is a mark of emphasis or a link.
func privateStretches(_ bytes: [UInt8], lineByLine: Bool) -> [MaskedStretch] {
  let plainer = Plainer(bytes, lineByLine: lineByLine)
  return plainer.bytes.withUnsafeBufferPointer { text in
    let written = scanned(text).map { MaskedStretch($0.code, plainer.span($0.range), text[$0.range]) }
    return lineByLine ? written : joined(written, withShown: text, of: plainer)
  }
}

private func scanned(_ text: UnsafeBufferPointer<UInt8>) -> [PrivateStretch] {
  var scan = PrivacyScan(text)
  scan.scan()
  return scan.found
}

/// What was found in the text as it is written, and what only its readers see: what marks of emphasis or a link stand within.
private func joined(
  _ written: [MaskedStretch], withShown text: UnsafeBufferPointer<UInt8>, of plainer: Plainer
) -> [MaskedStretch] {
  let shown = ShownText(text)
  let known = KnownStretches(written)
  var all = written
  shown.bytes.withUnsafeBufferPointer { bytes in
    for stretch in scanned(bytes) {
      let span = plainer.span(shown.range(stretch.range))
      if !known.holds(stretch.code, span) { all.append(MaskedStretch(stretch.code, span, bytes[stretch.range])) }
    }
  }
  return all.count == written.count ? written : all.sorted { $0.span.start < $1.span.start }
}

/// What each rule has found, in the order of the text: a second look tells only what is new.
private struct KnownStretches {
  private let spans: [String: [Span]]

  /// - Parameter stretches: in the order of the text; no two of one rule overlap.
  init(_ stretches: [MaskedStretch]) { spans = Dictionary(grouping: stretches, by: \.code).mapValues { $0.map(\.span) } }

  /// Whether the same rule has found something that overlaps a stretch.
  func holds(_ code: String, _ span: Span) -> Bool {
    guard let spans = spans[code] else { return false }
    var (low, high) = (0, spans.count)
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].end <= span.start { low = middle + 1 } else { high = middle }
    }
    return low < spans.count && spans[low].start < span.end
  }
}

private let wantedInContacts: Set<String> = ["privacy.phone", "privacy.postcode", "privacy.home-address", "privacy.email"]

/// The first two and the last two characters of what was found: enough to find it again, too little to use.
private func masked(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
  let characters = String(decoding: bytes, as: UTF8.self).unicodeScalars
  // A count of people says nothing that its own finding does not.
  guard characters.count > 1 else { return String(decoding: bytes, as: UTF8.self) }
  guard characters.count > 5 else { return "…" }
  return String(String.UnicodeScalarView(characters.prefix(2))) + "…" + String(String.UnicodeScalarView(characters.suffix(2)))
}

/// The same file with stars in place of what was found, byte for byte as long.
private func veil(_ source: Source, _ stretches: [MaskedStretch]) -> Source {
  Source(path: source.path, bytes: veiled(source.bytes, stretches))
}

func veiled(_ bytes: [UInt8], _ stretches: [MaskedStretch]) -> [UInt8] {
  var bytes = bytes
  for stretch in stretches where stretch.span.length > 1 {
    let inner = (stretch.span.start + 2)..<max(stretch.span.start + 2, stretch.span.end - 2)
    for index in inner where isDigit(bytes[index]) || isLetter(bytes[index]) || bytes[index] == UInt8(ascii: "@") {
      bytes[index] = UInt8(ascii: "*")
    }
  }
  return bytes
}
