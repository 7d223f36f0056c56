import Bytes
import Findings

/// One tag of a template.
struct Tag {
  enum Kind {
    case value, markup, section, inverted, close, partial, parent, block, comment, delimiters

    var opens: Bool {
      switch self {
      case .section, .inverted, .parent, .block: true
      default: false
      }
    }
  }

  var kind: Kind
  /// From its first delimiter to its last.
  var range: Range<Int>
  /// What stands in it, without the sign and the space around.
  var name: String
  /// Whether the name begins with `*`, which is then not part of `name`.
  var chosen = false
}

/// Cuts a template into tags; what lies between them is text.
///
/// Works on bytes, once from start to end; a tag that never ends stops it, for what follows would be guesswork.
struct Tagger {
  private let template: Template
  private var open: [UInt8] = Array("{{".utf8)
  private var close: [UInt8] = Array("}}".utf8)
  private var position = 0
  private(set) var tags: [Tag] = []
  private(set) var findings: [Finding] = []

  private var bytes: [UInt8] { template.bytes }

  init(_ template: Template) {
    self.template = template
    while position < bytes.count, let start = find(open, from: position) { read(at: start) }
  }

  private mutating func read(at start: Int) {
    let (kind, body) = sign(after: start + open.count)
    let plain = bytes.dropFirst(start + open.count).first
    var end = close
    if kind == .markup, plain == UInt8(ascii: "{") { end.insert(UInt8(ascii: "}"), at: 0) }
    if kind == .delimiters { end.insert(UInt8(ascii: "="), at: 0) }
    guard let stop = find(end, from: body) else { return unclosed(at: start) }
    let content = trimmed(body..<stop)
    if kind != .comment, kind != .delimiters, has(open, in: content) { return unclosed(at: start) }
    position = stop + end.count
    let range = start..<position
    switch kind {
    case .comment: tags.append(Tag(kind: kind, range: range, name: ""))
    case .delimiters:
      change(content, tag: range)
      tags.append(Tag(kind: kind, range: range, name: ""))
    default: name(kind, content, range)
    }
  }

  /// The kind of a tag by its sign, and where what it says begins.
  private func sign(after start: Int) -> (Tag.Kind, Int) {
    if start < bytes.count, bytes[start] == UInt8(ascii: "{") { return (.markup, start + 1) }
    var index = start
    while index < bytes.count, isSpace(bytes[index]) { index += 1 }
    guard index < bytes.count else { return (.value, index) }
    switch bytes[index] {
    case UInt8(ascii: "&"): return (.markup, index + 1)
    case UInt8(ascii: "#"): return (.section, index + 1)
    case UInt8(ascii: "^"): return (.inverted, index + 1)
    case UInt8(ascii: "/"): return (.close, index + 1)
    case UInt8(ascii: ">"): return (.partial, index + 1)
    case UInt8(ascii: "<"): return (.parent, index + 1)
    case UInt8(ascii: "$"): return (.block, index + 1)
    case UInt8(ascii: "!"): return (.comment, index + 1)
    case UInt8(ascii: "="): return (.delimiters, index + 1)
    default: return (.value, index)
    }
  }

  private mutating func name(_ kind: Tag.Kind, _ content: Range<Int>, _ range: Range<Int>) {
    var tag = Tag(kind: kind, range: range, name: template.text(content))
    if content.isEmpty { report("template.empty-tag", range, ["tag": template.spoken(range)]) }
    if kind == .partial || kind == .parent || kind == .close,
      bytes[content].first == UInt8(ascii: "*")
    {
      tag.chosen = true
      tag.name = template.text(trimmed(content.lowerBound + 1..<content.upperBound))
    }
    if !content.isEmpty, !isName(tag) {
      report("template.name", content, ["name": template.spoken(content)])
    }
    tags.append(tag)
  }

  /// Names have no white space within; a name of the data has no empty part.
  private func isName(_ tag: Tag) -> Bool {
    let name = Array(tag.name.utf8)
    if name.isEmpty || name.contains(where: isSpace) { return false }
    switch tag.kind {
    case .partial, .parent, .block, .close: if !tag.chosen { return true }
    default: break
    }
    if name == [UInt8(ascii: ".")] { return true }
    return !name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .contains { $0.isEmpty }
  }

  private mutating func change(_ content: Range<Int>, tag: Range<Int>) {
    let marks = bytes[content].split(whereSeparator: isSpace)
    guard marks.count == 2, !marks.joined().contains(UInt8(ascii: "=")) else {
      return report("template.delimiters", tag, ["tag": template.spoken(tag)])
    }
    (open, close) = (Array(marks[0]), Array(marks[1]))
  }

  private mutating func unclosed(at start: Int) {
    var end = start + open.count
    while end < bytes.count, !isSpace(bytes[end]), end - start < 60 { end += 1 }
    report(
      "template.unclosed-tag", start..<end,
      ["tag": template.text(start..<end), "close": String(decoding: close, as: UTF8.self)])
    position = bytes.count
  }

  private mutating func report(_ code: String, _ range: Range<Int>, _ facts: [String: String]) {
    findings.append(Finding(code, at: template.place(range), facts))
  }

  private func find(_ mark: [UInt8], from start: Int, to end: Int? = nil) -> Int? {
    let end = end ?? bytes.count
    guard let first = mark.first, start + mark.count <= end else { return nil }
    for index in start...(end - mark.count) where bytes[index] == first {
      if bytes[index..<index + mark.count].elementsEqual(mark) { return index }
    }
    return nil
  }

  private func has(_ mark: [UInt8], in range: Range<Int>) -> Bool {
    find(mark, from: range.lowerBound, to: range.upperBound) != nil
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isSpace(bytes[start]) { start += 1 }
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }
}

func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
}
