import Findings

/// Reads one template into a tree, with every mistake in its tags.
///
/// A template with mistakes still gives a tree, in which its author's meaning is guessed at; `isSound` says so.
func parse(_ name: String, _ bytes: [UInt8], _ origin: Origin) -> (Template, [Finding]) {
  let empty = Template(name: name, bytes: bytes, origin: origin)
  let tagger = Tagger(empty)
  let pairs = Pairs(tagger.tags, of: empty)
  var findings = tagger.findings + pairs.findings
  if let bad = firstInvalid(bytes) {
    findings.append(Finding("template.encoding", at: origin.place(bad)))
  }
  var parser = Parser(template: empty, tags: tagger.tags, pairs: pairs)
  parser.template.nodes = parser.nodes(to: tagger.tags.count, depth: 0)
  parser.template.isSound = findings.isEmpty
  findings += parser.findings
  return (parser.template, findings)
}

/// The first line that is no UTF-8.
private func firstInvalid(_ bytes: [UInt8]) -> Range<Int>? {
  if String(validating: bytes, as: UTF8.self) != nil { return nil }
  var start = 0
  for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
    if String(validating: line, as: UTF8.self) == nil { return line.startIndex..<line.endIndex }
    start = line.endIndex
  }
  return start..<start
}

/// Builds the tree from paired tags and the text between them.
private struct Parser {
  var template: Template
  let tags: [Tag]
  let pairs: Pairs
  var findings: [Finding] = []
  private var next = 0
  private var cursor = 0

  init(template: Template, tags: [Tag], pairs: Pairs) {
    self.template = template
    self.tags = tags
    self.pairs = pairs
  }

  /// Everything up to a tag, or to the end of the template.
  mutating func nodes(to stop: Int, depth: Int) -> [Node] {
    var nodes: [Node] = []
    while next < stop {
      let index = next
      next += 1
      text(to: pairs.cut[index].lowerBound, into: &nodes)
      if startsLine(at: index) {
        nodes.append(.line(tags[index].range.lowerBound..<tags[index].range.lowerBound))
      }
      cursor = max(cursor, pairs.cut[index].upperBound)
      if let node = node(index, depth: depth) { nodes.append(node) }
    }
    let end = stop < tags.count ? pairs.cut[stop].lowerBound : template.bytes.count
    text(to: end, into: &nodes)
    if stop < tags.count, startsLine(at: stop) {
      nodes.append(.line(tags[stop].range.lowerBound..<tags[stop].range.lowerBound))
    }
    return nodes
  }

  private mutating func node(_ index: Int, depth: Int) -> Node? {
    let tag = tags[index]
    switch tag.kind {
    case .comment, .delimiters, .close: return nil
    case .value, .markup:
      return .value(Path(tag.name), escaped: tag.kind == .value, tag: tag.range)
    case .partial:
      return .partial(target(tag), indent: pairs.indent[index], tag: tag.range)
    case .section, .inverted, .parent, .block: break
    }
    // A tag that is never closed stands for nothing, and neither does what nobody could follow.
    guard pairs.partner[index] > index, depth < Pairs.deepest else {
      template.isSound = false
      return nil
    }
    switch tag.kind {
    case .parent: return parent(index, depth: depth)
    case .block: return .block(block(index, depth: depth))
    default:
      let body = body(of: index, depth: depth)
      return .section(
        Path(tag.name), inverted: tag.kind == .inverted, body: body, tag: tag.range)
    }
  }

  private mutating func body(of index: Int, depth: Int) -> [Node] {
    let close = pairs.partner[index]
    let body = nodes(to: close, depth: depth + 1)
    next = close + 1
    cursor = max(cursor, pairs.cut[close].upperBound)
    return body
  }

  private mutating func target(_ tag: Tag) -> Target {
    if tag.chosen { return .chosen(Path(tag.name)) }
    template.calls.insert(tag.name)
    return .named(tag.name)
  }

  private mutating func block(_ index: Int, depth: Int) -> Int {
    let body = body(of: index, depth: depth)
    template.blocks.append(
      Block(
        name: Name(tags[index].name), label: tags[index].name, tag: tags[index].range, indent: pairs.indent[index],
        startsLine: pairs.startsLine[index],
        intrinsic: pairs.startsLine[index] ? intrinsic(index) : nil, body: body))
    return template.blocks.count - 1
  }

  /// The white space before the first line of a block that says anything.
  private func intrinsic(_ index: Int) -> Range<Int>? {
    let end = tags[pairs.partner[index]].range.lowerBound
    var start = pairs.cut[index].upperBound
    var position = start
    while position < end {
      let byte = template.bytes[position]
      guard isSpace(byte) else { return start..<position }
      position += 1
      if byte == 0x0A { start = position }
    }
    return nil
  }
}

/// Parents, and text.
extension Parser {
  /// A parent's own content is its blocks; anything else in it is shown nowhere.
  private mutating func parent(_ index: Int, depth: Int) -> Node {
    let close = pairs.partner[index]
    var overrides: [Int] = []
    var ignored: Range<Int>?
    while next < close {
      let child = next
      ignored = ignored ?? said(cursor..<tags[child].range.lowerBound)
      cursor = max(cursor, pairs.cut[child].upperBound)
      next += 1
      switch tags[child].kind {
      case .comment, .delimiters: break
      case .block where pairs.partner[child] > child && depth + 1 < Pairs.deepest:
        override(block(child, depth: depth + 1), of: index, into: &overrides)
      default:
        ignored = ignored ?? tags[child].range
        if pairs.partner[child] > child { next = pairs.partner[child] + 1 }
        cursor = tags[next - 1].range.upperBound
      }
    }
    ignored = ignored ?? said(cursor..<tags[close].range.lowerBound)
    next = close + 1
    cursor = max(cursor, pairs.cut[close].upperBound)
    if let ignored {
      report("template.ignored", ignored, ["parent": template.spoken(tags[index].range)])
    }
    return .parent(
      target(tags[index]), indent: pairs.indent[index], overrides: overrides,
      tag: tags[index].range)
  }

  /// The first of two blocks with one name counts.
  private mutating func override(_ block: Int, of parent: Int, into overrides: inout [Int]) {
    let name = template.blocks[block].name
    if let first = overrides.first(where: { template.blocks[$0].name == name }) {
      report(
        "template.block-twice", template.blocks[block].tag,
        [
          "name": template.blocks[block].label, "parent": template.spoken(tags[parent].range),
          "line": String(template.place(template.blocks[first].tag).line),
        ])
    } else {
      overrides.append(block)
    }
  }

  /// The first bytes of a stretch that are more than white space.
  private func said(_ range: Range<Int>) -> Range<Int>? {
    guard range.lowerBound < range.upperBound,
      let start = template.bytes[range].firstIndex(where: { !isSpace($0) })
    else { return nil }
    let end = template.bytes[start..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
    return start..<end
  }

  private mutating func report(_ code: String, _ range: Range<Int>, _ facts: [String: String]) {
    findings.append(Finding(code, at: template.place(range), facts))
  }

  /// Whether a tag is the first thing on a line that stays, with no white space before it.
  private func startsLine(at index: Int) -> Bool {
    let start = tags[index].range.lowerBound
    guard pairs.cut[index].lowerBound == start, pairs.indent[index] == nil else { return false }
    if tags[index].kind == .close, tags[max(0, pairs.partner[index])].kind == .block { return false }
    guard start == 0 || template.bytes[start - 1] == 0x0A else { return false }
    // A tag that took its whole line with it leaves no line.
    let end = pairs.cut[index].upperBound
    return end == tags[index].range.upperBound && end < template.bytes.count
      || tags[index].kind == .value || tags[index].kind == .markup
  }

  /// Appends the text up to a place, line by line.
  private mutating func text(to end: Int, into nodes: inout [Node]) {
    let bytes = template.bytes
    while cursor < end {
      let start = cursor
      var first = start
      if start == 0 || bytes[start - 1] == 0x0A {
        while first < end, bytes[first] == 0x20 || bytes[first] == 0x09 { first += 1 }
        let blank = first < end && (bytes[first] == 0x0A || bytes[first] == 0x0D)
        if blank { first = start } else { nodes.append(.line(start..<first)) }
      }
      var stop = first
      while stop < end, bytes[stop] != 0x0A { stop += 1 }
      if stop < end { stop += 1 }
      if stop > first { nodes.append(.text(first..<stop)) }
      cursor = stop
    }
  }
}
