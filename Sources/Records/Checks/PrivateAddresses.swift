import Bytes
package import Findings

/// Addresses that only work inside an organisation, or only for those who sign in: read from a file's bytes, wherever they stand.
package func scanAddresses(_ source: Source) -> [Finding] {
  let found = source.bytes.withUnsafeBufferPointer { text -> [(code: String, range: Range<Int>)] in
    var scan = AddressScan(PrivacyScan(text))
    scan.run()
    return scan.found
  }
  return found.map { code, range in
    let span = Span(start: range.lowerBound, length: range.count)
    return Finding(code, at: source.place(span), ["address": source.text(span)])
  }
}

private struct AddressScan {
  /// After so many in one file, nobody reads on.
  private static let most = 100
  /// No browser follows a longer address.
  private static let longest = 2_000

  let scan: PrivacyScan
  var found: [(code: String, range: Range<Int>)] = []

  init(_ scan: PrivacyScan) { self.scan = scan }

  mutating func run() {
    let text = scan.text
    var index = 0
    var slash = -1
    var back = -1
    while index < text.count, found.count < AddressScan.most {
      if slash < index { slash = text.place(of: UInt8(ascii: "/"), in: index..<text.count) }
      if back < index { back = text.place(of: UInt8(ascii: "\\"), in: index..<text.count) }
      index = min(slash, back)
      guard index + 1 < text.count else { return }
      let afterColon = scan.before(index) == UInt8(ascii: ":")
      if index == slash {
        if afterColon, text[index + 1] == UInt8(ascii: "/") { webAddress(index - 1) }
      } else {
        if afterColon { drive(index - 1) }
        if text[index + 1] == UInt8(ascii: "\\"), scan.before(index) != UInt8(ascii: "\\") { index = share(index) }
      }
      index += 1
    }
  }

  /// `https://host/…`, `file:///…`.
  private mutating func webAddress(_ colon: Int) {
    var start = colon
    while start > 0, isLetter(scan.text[start - 1]) { start -= 1 }
    if scan.equals(start..<colon, ["file", "smb"]) {
      // A link to such an address is refused as a link.
      return scan.before(start) == UInt8(ascii: "(") ? () : found.append(("link.private", start..<end(colon + 3)))
    }
    guard scan.equals(start..<colon, ["http", "https", "ftp"]) else { return }
    let host = (colon + 3)..<end(colon + 3, stops: "/?#")
    if host.isEmpty { return }
    let name = host.lowerBound..<(host.first { scan.text[$0] == UInt8(ascii: ":") } ?? host.upperBound)
    if isInside(name) {
      found.append(("link.private", start..<end(colon + 3)))
    } else if needsSigningIn(name) {
      found.append(("link.sign-in", start..<end(colon + 3)))
    }
  }

  /// `S:\Shared`.
  private mutating func drive(_ colon: Int) {
    guard colon > 0, isUpper(scan.text[colon - 1]), !isWordByte(scan.before(colon - 1)), isLetter(scan.byte(colon + 2)) else { return }
    found.append(("link.private", (colon - 1)..<end(colon)))
  }

  /// `\\server\folder`.
  private mutating func share(_ start: Int) -> Int {
    var name = start
    while scan.byte(name) == UInt8(ascii: "\\") { name += 1 }
    var last = name
    while last < scan.count, isWordByte(scan.text[last]) || isOne(scan.text[last], of: "-_.$") { last += 1 }
    guard last - name >= 2, scan.byte(last) == UInt8(ascii: "\\"),
      isWordByte(scan.byte(last + 1)) || scan.byte(last + 1) == UInt8(ascii: "\\")
    else { return name }
    let stop = end(last)
    found.append(("link.private", start..<stop))
    return stop
  }

  private func end(_ start: Int, stops: StaticString = "") -> Int {
    var end = start
    let limit = min(scan.count, start + AddressScan.longest)
    while end < limit, scan.text[end] > 0x20, !isOne(scan.text[end], of: ")]}>\"'`<,;"), !isOne(scan.text[end], of: stops) { end += 1 }
    while end > start, isOne(scan.text[end - 1], of: ".:") { end -= 1 }
    return end
  }

  // MARK: hosts

  private func isInside(_ host: Range<Int>) -> Bool {
    guard host.contains(where: { scan.text[$0] == UInt8(ascii: ".") }) else { return true }
    let ends: [StaticString] = [
      ".local", ".internal", ".intranet", ".lan", ".corp", ".localdomain", ".localhost", ".home.arpa", ".private",
    ]
    if ends.contains(where: { hasEnd(host, $0) }) { return true }
    let starts: [StaticString] = ["10.", "192.168.", "127.", "169.254.", "intranet."]
    if starts.contains(where: { scan.phrase($0, at: host.lowerBound, whole: false) != nil }) {
      return scan.phrase("intranet.", at: host.lowerBound, whole: false) != nil
        || host.allSatisfy { isDigit(scan.text[$0]) || scan.text[$0] == 0x2E }
    }
    guard scan.phrase("172.", at: host.lowerBound, whole: false) != nil else { return false }
    let second = scan.text[(host.lowerBound + 4)..<host.upperBound].prefix { isDigit($0) }.reduce(0) { min($0 * 10 + Int($1) - 0x30, 1000) }
    return (16...31).contains(second) && host.allSatisfy { isDigit(scan.text[$0]) || scan.text[$0] == 0x2E }
  }

  private func needsSigningIn(_ host: Range<Int>) -> Bool {
    let ends: [StaticString] = [
      "sharepoint.com", "sharepoint.us", "teams.microsoft.com", "onedrive.live.com", "1drv.ms", "docs.google.com", "drive.google.com",
      "atlassian.net", "slack.com", "trello.com", "dev.azure.com", "visualstudio.com", "notion.so", "miro.com", "dropbox.com", "box.com",
    ]
    return ends.contains { ending in
      let length = ending.utf8CodeUnitCount
      return hasEnd(host, ending) && (host.count == length || scan.text[host.upperBound - length - 1] == UInt8(ascii: "."))
    }
  }

  private func hasEnd(_ host: Range<Int>, _ ending: StaticString) -> Bool {
    let start = host.upperBound - ending.utf8CodeUnitCount
    return start >= host.lowerBound && scan.phrase(ending, at: start, whole: false) == host.upperBound
  }
}
