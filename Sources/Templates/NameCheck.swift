import Findings

/// Follows every page through its templates and holds each name against the page's sample.
///
/// Goes where rendering would go, but into every section once, whether the sample says yes or no there; so a name is looked
/// for in just the contexts it will meet. A template met again in the same contexts is not followed again.
struct NameCheck {
  private struct Visit: Hashable {
    var template: Int
    var fillings: Int
    var frames: [Int]
  }

  private struct Spot: Hashable {
    var template: Int
    var start: Int
  }

  /// Where the check stands: in which template, with which blocks filled, inside which shapes (the innermost last).
  private struct Here {
    var template: Int
    var fillings: Int
    var frames: [Int]
  }

  private let templates: [Template]
  private let index: [String: Int]
  private var blocks: Blocks
  private var shapes = Shapes()
  /// The names in the samples as they are typed.
  private var labels: [Name: String] = [:]
  private var findings: Set<Finding> = []
  private var visits: Set<Visit> = []
  private var depth = 0
  /// Sections over lists that were empty in every sample so far, and those that were followed.
  private var unseen: [Spot: Finding] = [:]
  private var seen: Set<Spot> = []

  private static let deepest = 128
  /// Nodes and templates looked at; more is a theme that the linker refuses as too large.
  private static let mostSteps = 1 << 18
  private var steps = 0

  init(_ templates: [Template], index: [String: Int]) {
    self.templates = templates
    self.index = index
    blocks = Blocks(templates, index: index)
  }

  mutating func check(_ sample: Sample) {
    guard let template = index[sample.template] else { return }
    labels.merge(sample.labels) { first, _ in first }
    let root = shapes.add([sample.model])
    follow(template, fillings: 0, frames: [root])
  }

  /// All findings, with the lists of which no sample shows an element.
  mutating func finish() -> Set<Finding> {
    for (spot, finding) in unseen where !seen.contains(spot) { findings.insert(finding) }
    return findings
  }

  private mutating func follow(_ template: Int, fillings: Int, frames: [Int]) {
    guard templates[template].isSound else { return }
    let fillings = blocks.narrowed(fillings, to: template)
    let visit = Visit(template: template, fillings: fillings, frames: frames)
    guard visits.insert(visit).inserted else { return }
    walk(
      templates[template].nodes, Here(template: template, fillings: fillings, frames: frames))
  }

  private mutating func walk(_ nodes: [Node], _ here: Here) {
    guard depth < NameCheck.deepest else { return }
    depth += 1
    defer { depth -= 1 }
    let template = templates[here.template]
    steps += nodes.count
    guard steps < NameCheck.mostSteps else { return }
    for node in nodes {
      switch node {
      case .text, .line: break
      case .value(let path, let escaped, let tag): value(path, escaped: escaped, tag, here)
      case .section(let path, let inverted, let body, let tag):
        section(path, inverted: inverted, body, tag, here)
      case .partial(let target, _, let tag):
        use(target, target.isChosen ? 0 : here.fillings, tag, here)
      case .parent(let target, _, let overrides, let tag):
        let fillings = blocks.adding(
          overrides, of: template, here.template, to: here.fillings, afresh: target.isChosen)
        use(target, fillings, tag, here)
      case .block(let number): fill(template.blocks[number], here)
      }
    }
  }

  private mutating func fill(_ block: Block, _ here: Here) {
    guard let filling = blocks.filling(block.name, in: here.fillings) else {
      return walk(block.body, here)
    }
    walk(
      templates[filling.template].blocks[filling.block].body,
      Here(template: filling.template, fillings: filling.outer, frames: here.frames))
  }

  private mutating func use(_ target: Target, _ fillings: Int, _ tag: Range<Int>, _ here: Here) {
    switch target {
    case .named(let name):
      guard let number = index[name] else { return }
      follow(number, fillings: fillings, frames: here.frames)
    case .chosen(let path):
      guard let seen = find(path, tag, here) else { return }
      guard seen.kinds.isSubset(of: .text) else {
        return report("template.not-a-name", tag, here, ["name": path.text, "kind": kind(seen)])
      }
      for name in seen.texts where !name.isEmpty {
        if let number = index[name] {
          follow(number, fillings: fillings, frames: here.frames)
        } else {
          report("template.no-choice", tag, here, ["name": name])
        }
      }
    }
  }

  private mutating func report(
    _ code: String, _ range: Range<Int>, _ here: Here, _ facts: [String: String]
  ) {
    let template = templates[here.template]
    var facts = facts
    facts["tag"] = template.spoken(range)
    if template.isSound { findings.insert(Finding(code, at: template.place(range), facts)) }
  }
}

/// Values and sections.
extension NameCheck {
  private mutating func value(
    _ path: Path, escaped: Bool, _ tag: Range<Int>, _ here: Here
  ) {
    guard let seen = find(path, tag, here), !seen.kinds.isEmpty else { return }
    let facts = ["name": path.text, "kind": kind(seen)]
    if seen.kinds.isDisjoint(with: [.text, .markup]) {
      report("template.not-text", tag, here, facts)
    } else if !escaped, seen.kinds.contains(.text) {
      report("template.not-markup", tag, here, facts)
    } else if escaped, seen.kinds.contains(.markup) {
      report("template.markup-escaped", tag, here, facts)
    }
  }

  private mutating func section(
    _ path: Path, inverted: Bool, _ body: [Node], _ tag: Range<Int>, _ here: Here
  ) {
    guard let found = find(path, tag, here) else { return }
    let spot = Spot(template: here.template, start: tag.lowerBound)
    var inner = here
    if !inverted {
      if found.kinds == .list, found.inside == nil {
        let template = templates[here.template]
        unseen[spot] = Finding(
          "template.unseen", at: template.place(tag),
          ["name": path.text, "tag": template.spoken(tag)])
        return
      }
      if let shape = found.inside ?? scalar(found) {
        // A shape met again hides where it was met before, so that one can go.
        inner.frames.removeAll { $0 == shape }
        inner.frames.append(shape)
      }
    }
    seen.insert(spot)
    walk(body, inner)
  }

  private func scalar(_ seen: Seen) -> Int? {
    if seen.kinds.contains(.text) { return shapes.text }
    return seen.kinds.contains(.markup) ? shapes.markup : nil
  }

  /// What a name stands for here, or a finding that it stands for nothing.
  private mutating func find(_ path: Path, _ tag: Range<Int>, _ here: Here) -> Seen? {
    let levels = path.isItem ? here.frames.suffix(1) : here.frames[...]
    let level = levels.last { shapes.all[$0].names[path.parts[0]] != nil }
    guard var found = level.flatMap({ shapes.all[$0].names[path.parts[0]] }) else {
      unknown(path, 0, levels.reversed(), tag, here)
      return nil
    }
    for part in path.parts.indices.dropFirst() {
      let inside = found.kinds.contains(.object) ? found.inside : nil
      guard let next = inside.flatMap({ shapes.all[$0].names[path.parts[part]] }) else {
        unknown(
          path, part, inside.map { [$0] } ?? [], kind: inside == nil ? kind(found) : nil, tag, here)
        return nil
      }
      found = next
    }
    return found
  }

  private mutating func unknown(
    _ path: Path, _ part: Int, _ levels: [Int], kind: String? = nil, _ tag: Range<Int>,
    _ here: Here
  ) {
    if path.isItem { return report("template.no-item", tag, here, [:]) }
    let word = path.words[part]
    let known = levels.flatMap { shapes.all[$0].order }.filter { $0 != .item }.compactMap { labels[$0] }
    var facts = ["name": word]
    facts["near"] = nearest(word, among: known)
    if part > 0 {
      facts["kind"] = kind
      facts["of"] = path.words[..<part].joined(separator: ".")
    } else if facts["near"] == nil, !known.isEmpty, known.count <= 12 {
      facts["known"] = known.joined(separator: ", ")
    }
    report(part > 0 ? "template.unknown-part" : "template.unknown-name", tag, here, facts)
  }

  private func kind(_ seen: Seen) -> String {
    if seen.kinds.contains(.list) { return "a list" }
    if seen.kinds.contains(.object) { return "an object" }
    if seen.kinds.contains(.flag) { return "a yes or no" }
    return seen.kinds.contains(.markup) ? "markup" : "text"
  }
}
