import Findings
import Reading

/// An SVG picture that does no more than show itself: no programs, no foreign content, nothing loaded from elsewhere, no author.
///
/// Tags are found by their brackets, as an XML reader finds them. What could spell a name or an address otherwise is refused: entities,
/// escapes in a style, and letters by their numbers.
func inspectSVG(_ source: Source) -> [Finding] {
  source.bytes.withUnsafeBufferPointer { bytes in
    var reader = SVGReader(source: source, scan: PrivacyScan(bytes))
    reader.read()
    return reader.findings.all
  }
}

private struct SVGReader {
  let source: Source
  let scan: PrivacyScan
  var findings = FindingList(limit: Limits().findings)

  private var text: UnsafeBufferPointer<UInt8> { scan.text }

  mutating func read() {
    var index = 0
    var isStyle = false
    while index < text.count {
      guard text[index] == UInt8(ascii: "<") else {
        words(index, isStyle)
        index += 1
        continue
      }
      if scan.phrase("<style", at: index, whole: false) != nil { isStyle = true }
      if scan.phrase("</style", at: index, whole: false) != nil { isStyle = false }
      if scan.phrase("<!--", at: index, whole: false) != nil {
        index = end("-->", from: index + 4)
        continue
      }
      // Words and styles: no bracket or quote in them means anything.
      if scan.phrase("<![cdata[", at: index, whole: false) != nil {
        let end = end("]]>", from: index + 9)
        for place in (index + 9)..<end { words(place, isStyle) }
        index = end
        continue
      }
      if scan.phrase("<!entity", at: index, whole: false) != nil || scan.phrase("<!doctype", at: index, whole: false) != nil {
        active(index..<(index + 9), "a document type, which can hide anything")
      }
      if scan.phrase("<?", at: index, whole: false) != nil {
        if scan.phrase("<?xml-stylesheet", at: index, whole: false) != nil { active(index..<(index + 16), "a style sheet from elsewhere") }
        index = end("?>", from: index + 2)
        continue
      }
      index = tag(index)
    }
  }

  /// Where something ends that goes on up to some signs.
  private func end(_ signs: StaticString, from start: Int) -> Int {
    var index = start
    while index < text.count, scan.phrase(signs, at: index, whole: false) == nil { index += 1 }
    return min(text.count, index)
  }

  /// One place between tags.
  private mutating func words(_ index: Int, _ isStyle: Bool) {
    if text[index] == UInt8(ascii: "@"), scan.phrase("@import", at: index) != nil { outside(index..<(index + 7)) }
    if isStyle {
      escape(index)
      letter(index, spaces: false)
    }
    if isLetter(text[index]) { style(index) }
  }

  /// Reads one tag and gives where it ends.
  private mutating func tag(_ start: Int) -> Int {
    var end = start + 1
    var quote: UInt8 = 0
    while end < text.count {
      let byte = text[end]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<") {
        break
      }
      end += 1
    }
    // The end of an element says nothing new.
    if scan.byte(start + 1) == UInt8(ascii: "/") { return max(end, start + 1) }
    var name = start + 1
    while name < end, text[name] > 0x20, text[name] != UInt8(ascii: ">"), text[name] != UInt8(ascii: "/") { name += 1 }
    element(local((start + 1)..<name), start..<name)
    attributes(name..<end)
    return max(end, start + 1)
  }

  /// A name without its prefix.
  private func local(_ name: Range<Int>) -> Range<Int> {
    guard let colon = name.first(where: { text[$0] == UInt8(ascii: ":") }) else { return name }
    return (colon + 1)..<name.upperBound
  }

  private mutating func element(_ name: Range<Int>, _ range: Range<Int>) {
    if isOneOf(name, ["script", "handler", "listener"]) { active(range, "a program") }
    if isOneOf(name, ["foreignobject", "iframe", "object", "embed", "audio", "video"]) { active(range, "content that is no picture") }
    if isOneOf(name, ["creator", "publisher", "contributor"]) {
      add("attachment.author", range)
    }
  }

  private func isOneOf(_ name: Range<Int>, _ words: [StaticString]) -> Bool {
    words.contains { $0.utf8CodeUnitCount == name.count && scan.phrase($0, at: name.lowerBound, whole: false) != nil }
  }

  private mutating func attributes(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      guard isLetter(text[index]) else {
        index += 1
        continue
      }
      var end = index
      while end < range.upperBound, text[end] > 0x20, text[end] != UInt8(ascii: "=") { end += 1 }
      let whole = index..<end
      while end < range.upperBound, text[end] <= 0x20 { end += 1 }
      guard end < range.upperBound, text[end] == UInt8(ascii: "=") else {
        index = max(end, index + 1)
        continue
      }
      end += 1
      while end < range.upperBound, text[end] <= 0x20 { end += 1 }
      let quote = end < range.upperBound ? text[end] : 0
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
        index = max(end, index + 1)
        continue
      }
      var close = end + 1
      while close < range.upperBound, text[close] != quote { close += 1 }
      attribute(whole, value: (end + 1)..<close)
      index = close + 1
    }
  }

  private mutating func attribute(_ name: Range<Int>, value: Range<Int>) {
    let local = local(name)
    if scan.phrase("on", at: local.lowerBound, whole: false) != nil, local.count > 2 { active(name, "a program that runs by itself") }
    let isAddress = isOneOf(local, ["href", "src", "data", "base"])
    if isAddress {
      let start = value.first { text[$0] > 0x20 } ?? value.upperBound
      if scan.phrase("javascript:", at: start, whole: false) != nil {
        active(name, "a program behind a link")
      } else if isOneOf(local, ["href", "src"]), !isWithin(start..<value.upperBound) {
        outside(value)
      }
    }
    if isOneOf(local, ["attributename"]), isOneOf(self.local(value), ["href"]) {
      active(name, "an animation that changes where a link leads")
    }
    if isOneOf(local, ["docname", "export-filename", "absref"]) {
      add("attachment.author", name)
    }
    var index = value.lowerBound
    while index < value.upperBound {
      style(index)
      escape(index)
      letter(index, spaces: isAddress)
      index += 1
    }
  }

  /// A place in a style that may load something.
  private mutating func style(_ index: Int) {
    if scan.phrase("url(", at: index, whole: false) != nil { styleAddress(index + 4) }
    if scan.phrase("image-set(", at: index, whole: false) != nil { outside(index..<(index + 9)) }
  }

  /// A backslash spells a letter otherwise, and so can hide `url(`.
  private mutating func escape(_ index: Int) {
    if text[index] == UInt8(ascii: "\\") { active(index..<(index + 1), "an escape in its style, which can hide an address") }
  }

  /// A letter or sign by its number, which can hide `url(` or a program; a browser drops some spaces from an address, so there they hide it too.
  ///
  /// Signs beyond ASCII, quotes and elsewhere spaces are often written so, and hide nothing.
  private mutating func letter(_ index: Int, spaces: Bool) {
    guard scan.phrase("&#", at: index, whole: false) != nil else { return }
    let isHex = lowered(scan.byte(index + 2)) == UInt8(ascii: "x")
    var end = index + (isHex ? 3 : 2)
    let digits = end
    while end < text.count, end - digits < 8, isDigit(text[end]) || isHex && isLetter(text[end]) { end += 1 }
    let number = Int(source.text(Span(start: digits, length: end - digits)), radix: isHex ? 16 : 10) ?? 0
    let isQuote = number == 0x22 || number == 0x27
    if number < 0x7F, !isQuote, number > 0x20 || spaces || number == 0 {
      active(index..<end, "a letter by its number, which can hide a program or an address")
    }
  }

  /// `#id`, or a picture written into the file itself.
  private func isWithin(_ value: Range<Int>) -> Bool {
    value.isEmpty || text[value.lowerBound] == UInt8(ascii: "#") || scan.phrase("data:image/png", at: value.lowerBound, whole: false) != nil
      || scan.phrase("data:image/jpeg", at: value.lowerBound, whole: false) != nil
  }

  private mutating func styleAddress(_ start: Int) {
    var index = start
    while index < text.count, isOne(text[index], of: " \"'") { index += 1 }
    var end = index
    // As far as is told of it, or is needed to know what it is.
    let limit = min(text.count, index + 80)
    while end < limit, text[end] > 0x20, !isOne(text[end], of: ")\"'") { end += 1 }
    if !isWithin(index..<end) { outside(index..<end) }
  }

  private mutating func active(_ range: Range<Int>, _ found: String) {
    add("attachment.active", range, ["found": found])
  }

  private mutating func outside(_ range: Range<Int>) {
    add("attachment.outside", range, ["address": source.text(Span(start: range.lowerBound, length: min(range.count, 80)))])
  }

  private mutating func add(_ code: String, _ range: Range<Int>, _ facts: [String: String] = [:]) {
    let source = source
    findings.add(
      code, at: source.place(Span(start: range.lowerBound, length: range.count)),
      facts.merging(["file": fileName(source.path)]) { one, _ in one })
  }
}
