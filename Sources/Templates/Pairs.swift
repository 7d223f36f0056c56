import Findings

/// Which tag closes which, and which bytes around each tag vanish with it.
///
/// A tag that has a line to itself takes the line with it. Of the tags of inheritance several may share that line:
/// a parent's content is shown elsewhere, so what counts is what stands before its first tag and after its last.
struct Pairs {
  /// The other tag of a pair; -1 for a tag without one.
  private(set) var partner: [Int]
  /// What each tag takes with it, itself included.
  private(set) var cut: [Range<Int>]
  /// The white space before a tag that is the first thing on its line and may indent what it stands for.
  private(set) var indent: [Range<Int>?]
  /// Whether a block's body begins on the line after its tag.
  private(set) var startsLine: [Bool]
  private(set) var findings: [Finding] = []

  /// Sections, parents and blocks within each other; people lose count long before.
  static let deepest = 32

  /// After so many findings in one template the rest would say nothing new.
  private static let enough = 20

  private let template: Template
  private let tags: [Tag]
  private var stack: [Int] = []
  /// What kind of pair each opening tag stands in.
  private var enclosing: [Tag.Kind?]

  init(_ tags: [Tag], of template: Template) {
    self.tags = tags
    self.template = template
    partner = Array(repeating: -1, count: tags.count)
    cut = tags.map(\.range)
    indent = Array(repeating: nil, count: tags.count)
    startsLine = Array(repeating: false, count: tags.count)
    enclosing = Array(repeating: nil, count: tags.count)
    for index in tags.indices where findings.count < Pairs.enough {
      if tags[index].kind.opens { open(index) }
      if tags[index].kind == .close { close(index) }
    }
    for index in stack { report("template.unclosed-section", index, ["name": label(index)]) }
    for index in tags.indices { trim(index) }
  }

  private mutating func open(_ index: Int) {
    if stack.count == Pairs.deepest {
      report("template.deep", index, ["limit": String(Pairs.deepest)])
    }
    enclosing[index] = stack.last.map { tags[$0].kind }
    stack.append(index)
  }

  private mutating func close(_ index: Int) {
    guard let top = stack.last else {
      return report("template.stray-close", index, ["name": label(index)])
    }
    if let found = stack.lastIndex(where: { label($0) == label(index) }) {
      for open in stack[(found + 1)...] {
        report("template.unclosed-section", open, ["name": label(open), "before": spoken(index)])
      }
      pair(stack[found], index)
      stack.removeSubrange(found...)
      return
    }
    let line = template.place(tags[top].range).line
    report(
      "template.mismatched", index,
      ["name": label(top), "open": spoken(top), "line": String(line)])
    // A slip, unless the right one still comes.
    let comes = tags[(index + 1)...].indices.contains {
      tags[$0].kind == .close && label($0) == label(top)
    }
    if !comes {
      pair(top, index)
      stack.removeLast()
    }
  }

  private mutating func pair(_ open: Int, _ close: Int) {
    partner[open] = close
    partner[close] = open
  }

  private func label(_ index: Int) -> String { (tags[index].chosen ? "*" : "") + tags[index].name }
  private func spoken(_ index: Int) -> String { template.spoken(tags[index].range) }

  private mutating func report(_ code: String, _ index: Int, _ facts: [String: String]) {
    var facts = facts
    facts["tag"] = spoken(index)
    findings.append(Finding(code, at: template.place(tags[index].range), facts))
  }
}

/// White space and lines.
extension Pairs {
  /// Where the line of a tag begins, if nothing but white space is before the tag.
  private func lineStart(_ index: Int) -> Int? {
    var start = tags[index].range.lowerBound
    while start > 0, template.bytes[start - 1] != 0x0A {
      guard isSpace(template.bytes[start - 1]) else { return nil }
      start -= 1
    }
    return start
  }

  /// Where the next line begins, if nothing but white space is after the tag.
  private func lineEnd(_ index: Int) -> Int? {
    var end = tags[index].range.upperBound
    while end < template.bytes.count {
      guard isSpace(template.bytes[end]) else { return nil }
      end += 1
      if template.bytes[end - 1] == 0x0A { break }
    }
    return end
  }

  private mutating func trim(_ index: Int) {
    switch tags[index].kind {
    case .value, .markup: break
    case .section, .inverted, .comment, .delimiters: alone(index)
    case .partial: if alone(index) { keepIndent(index) }
    case .parent: parent(index)
    case .block: if isOverride(index) { overrideOpen(index) } else { blockOpen(index) }
    case .close: closing(index)
    }
  }

  @discardableResult
  private mutating func alone(_ index: Int) -> Bool {
    guard let start = lineStart(index), let end = lineEnd(index) else { return false }
    cut[index] = start..<end
    return true
  }

  private mutating func keepIndent(_ index: Int) {
    indent[index] = cut[index].lowerBound..<tags[index].range.lowerBound
  }

  private mutating func parent(_ index: Int) {
    guard partner[index] >= 0, let start = lineStart(index), let end = lineEnd(partner[index])
    else { return }
    cut[index] = start..<tags[index].range.upperBound
    cut[partner[index]] = tags[partner[index]].range.lowerBound..<end
    keepIndent(index)
  }

  private mutating func overrideOpen(_ index: Int) {
    guard let end = lineEnd(index) else { return }
    cut[index] = tags[index].range.lowerBound..<end
    startsLine[index] = true
  }

  private mutating func blockOpen(_ index: Int) {
    guard let start = lineStart(index) else { return }
    cut[index] = start..<tags[index].range.upperBound
    keepIndent(index)
    guard let end = lineEnd(index) else { return }
    cut[index] = start..<end
    startsLine[index] = true
  }

  private mutating func closing(_ index: Int) {
    guard partner[index] >= 0 else { return _ = alone(index) }
    switch tags[partner[index]].kind {
    case .parent: break
    case .block where isOverride(partner[index]):
      if let start = lineStart(index) { cut[index] = start..<tags[index].range.upperBound }
    default: alone(index)
    }
  }

  /// Whether a block fills a place of a parent, rather than being one.
  private func isOverride(_ index: Int) -> Bool { enclosing[index] == .parent }
}
