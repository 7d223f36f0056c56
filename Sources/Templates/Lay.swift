import Bytes
import Findings

/// How the nodes of a template are laid out just now.
struct Setting {
  var template: Int
  var fillings: Int
  /// Whether an indentation known only at rendering goes before each line, and what goes before it after that.
  var live: Bool
  var lead: [UInt8]
  /// White space that the lines lose first: that of a block's first line where it was written.
  var strip: [UInt8]

  func stripped(_ space: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var (index, known) = (space.startIndex, strip.startIndex)
    while index < space.endIndex, known < strip.endIndex, space[index] == strip[known] {
      index += 1
      known += 1
    }
    return space[index...]
  }
}

/// From nodes to instructions.
extension Linker {
  mutating func lay(_ nodes: [Node], _ setting: Setting) {
    depth += 1
    defer { depth -= 1 }
    for node in nodes { lay(node, setting) }
  }

  private mutating func lay(_ node: Node, _ setting: Setting) {
    let template = templates[setting.template]
    switch node {
    case .line(let space): line(template.bytes[space], setting)
    case .text(let range):
      writer.midLine = false
      text(template.bytes[range])
    case .value(let path, let escaped, let tag): value(path, escaped: escaped, tag, setting)
    case .section(let path, let inverted, let body, let tag):
      section(path, inverted: inverted, body, tag, setting)
    case .partial(let target, let indent, let tag):
      let fillings = target.isChosen ? 0 : setting.fillings
      use(target, indent.map { template.bytes[$0] }, fillings: fillings, tag, setting)
    case .parent(let target, let indent, let overrides, let tag):
      check(overrides, of: target, tag, setting)
      let fillings = blocks.adding(
        overrides, of: template, setting.template, to: setting.fillings, afresh: target.isChosen)
      use(target, indent.map { template.bytes[$0] }, fillings: fillings, tag, setting)
    case .block(let number): fill(template.blocks[number], setting)
    }
  }

  private mutating func line(_ space: ArraySlice<UInt8>, _ setting: Setting) {
    // What goes before a line may be longer than the template it stands in.
    guard isSmallEnough(setting.template, space.startIndex..<space.endIndex) else { return }
    if writer.midLine {
      writer.midLine = false
    } else {
      if setting.live { emit(.indent, setting.template, space.startIndex..<space.endIndex) }
      text(setting.lead[...])
    }
    text(setting.stripped(space))
  }

  private mutating func value(
    _ path: Path, escaped: Bool, _ tag: Range<Int>, _ setting: Setting
  ) {
    writer.midLine = false
    if let code = writer.standing.forbids(escaped: escaped) { refuse(code, tag, setting) }
    let reference = reference(path)
    emit(escaped ? .value(reference) : .markup(reference), setting.template, tag)
  }

  private mutating func refuse(_ code: String, _ tag: Range<Int>, _ setting: Setting) {
    var facts = ["tag": templates[setting.template].spoken(tag)]
    facts["attribute"] = writer.standing.attribute
    facts["element"] = writer.standing.rawElement
    report(code, setting.template, tag, facts)
  }

  private mutating func section(
    _ path: Path, inverted: Bool, _ body: [Node], _ tag: Range<Int>, _ setting: Setting
  ) {
    writer.midLine = false
    guard hasRoom(setting.template, tag) else { return }
    if let code = writer.standing.forbidden { refuse(code, tag, setting) }
    let before = writer.standing.settled
    writer.standing = before
    let reference = reference(path)
    let start = emit(.section(reference, length: 0), setting.template, tag)
    if !inverted { writer.sections += 1 }
    lay(body, setting)
    if !inverted { writer.sections -= 1 }
    flush()
    let after = before.joined(with: writer.standing.settled)
    if after == nil {
      isLost = true
      refuse("template.branches", tag, setting)
    }
    writer.standing = after ?? before
    let length = UInt32(writer.code.count - start - 1)
    writer.code[start] =
      inverted ? .inverted(reference, length: length) : .section(reference, length: length)
  }

  /// A block: what fills it, or else its default.
  private mutating func fill(_ block: Block, _ setting: Setting) {
    let bytes = templates[setting.template].bytes
    guard hasRoom(setting.template, block.tag) else { return }
    guard let filling = blocks.filling(block.name, in: setting.fillings) else {
      if let indent = block.indent, !block.startsLine { line(bytes[indent], setting) }
      return lay(block.body, setting)
    }
    let body = templates[filling.template].blocks[filling.block]
    var inner = Setting(
      template: filling.template, fillings: filling.outer, live: setting.live, lead: setting.lead,
      strip: body.intrinsic.map { Array(templates[filling.template].bytes[$0]) } ?? [])
    if let indent = block.indent {
      inner.lead += setting.stripped(bytes[block.intrinsic ?? indent])
      if !body.startsLine { line([], inner) }
    } else {
      writer.midLine = body.startsLine
    }
    lay(body.body, inner)
    writer.midLine = false
  }
}

/// Partials and parents.
extension Linker {
  /// - Parameter indent: the white space before a tag that has a line to itself, nothing for one within a line.
  private mutating func use(
    _ target: Target, _ indent: ArraySlice<UInt8>?, fillings: Int, _ tag: Range<Int>,
    _ setting: Setting
  ) {
    writer.midLine = false
    guard hasRoom(setting.template, tag) else { return }
    if let code = writer.standing.forbidden { refuse(code, tag, setting) }
    let lead = indent.map { setting.lead + setting.stripped($0) }
    switch target {
    case .chosen(let path): choose(path, lead, fillings, tag, setting)
    case .named(let name):
      guard let number = index[name] else { return missing(name, tag, setting) }
      let fillings = blocks.narrowed(fillings, to: number)
      if isSmall(number) {
        inline(number, lead, tag, setting)
      } else if let lead, isCircular(number), !lead.isEmpty {
        indented(number, lead, fillings, tag, setting)
      } else {
        let live = setting.live && lead != nil
        call(number, live: live, lead: lead ?? [], fillings, tag, setting) {
          .call(routine: $0)
        }
      }
    }
  }

  private mutating func call(
    _ number: Int, live: Bool, lead: [UInt8], _ fillings: Int, _ tag: Range<Int>,
    _ setting: Setting, _ instruction: (UInt32) -> Instruction
  ) {
    flush()
    let routine = routine(
      Use(
        template: number, fillings: fillings, live: live, lead: lead,
        standing: writer.standing.settled))
    call(from: setting.template, tag, to: routine)
    emit(instruction(UInt32(routine)), setting.template, tag)
    writer.standing = built[routine].end
  }

  /// A template that may come back to itself cannot have its indentation written out: it grows with every turn.
  private mutating func indented(
    _ number: Int, _ lead: [UInt8], _ fillings: Int, _ tag: Range<Int>, _ setting: Setting
  ) {
    let place = literal(lead)
    call(number, live: true, lead: [], fillings, tag, setting) {
      .callIndented(
        routine: $0, start: UInt32(place.lowerBound), count: UInt32(place.count),
        fresh: !setting.live)
    }
  }

  private mutating func choose(
    _ path: Path, _ lead: [UInt8]?, _ fillings: Int, _ tag: Range<Int>, _ setting: Setting
  ) {
    if writer.standing.forbidden == nil, !writer.standing.isText {
      refuse("template.chosen-here", tag, setting)
    }
    let indent = lead.flatMap { $0.isEmpty && !setting.live ? nil : $0 }.map { literal($0) }
    let choice = choice(
      Choice(
        reference: reference(path), table: table(fillings, indented: indent != nil),
        indent: indent, fresh: !setting.live))
    emit(.choose(choice), setting.template, tag)
  }

  /// Words and other small templates stand where they are used, so that they join the text around them.
  private mutating func inline(
    _ number: Int, _ lead: [UInt8]?, _ tag: Range<Int>, _ setting: Setting
  ) {
    let before = writer.standing.settled
    lay(
      templates[number].nodes,
      Setting(
        template: number, fillings: 0, live: setting.live && lead != nil, lead: lead ?? [],
        strip: []))
    if !templates[number].isSound { writer.standing = before }
  }

  private func isSmall(_ number: Int) -> Bool {
    templates[number].nodes.count <= 8
      && templates[number].nodes.allSatisfy {
        switch $0 {
        case .text, .line, .value: true
        default: false
        }
      }
  }

  private mutating func missing(_ name: String, _ tag: Range<Int>, _ setting: Setting) {
    let spoken = templates[setting.template].spoken(tag)
    if name.hasPrefix(wordsFolder) {
      let key = String(name.dropFirst(wordsFolder.count))
      let keys = index.keys.filter { $0.hasPrefix(wordsFolder) }
        .map { String($0.dropFirst(wordsFolder.count)) }
      var facts = ["tag": spoken, "name": key]
      facts["near"] = nearest(key, among: keys)
      return report("template.no-words", setting.template, tag, facts)
    }
    var facts = ["tag": spoken, "name": name]
    facts["near"] = nearest(name, among: index.keys.filter { !$0.hasPrefix(wordsFolder) })
    report("template.no-template", setting.template, tag, facts)
  }

  /// Blocks of a child that its parent has no place for.
  private mutating func check(
    _ overrides: [Int], of target: Target, _ tag: Range<Int>, _ setting: Setting
  ) {
    guard case .named(let name) = target, let parent = index[name], templates[parent].isSound
    else { return }
    for override in overrides {
      let block = templates[setting.template].blocks[override]
      guard !blocks.has(block.name, in: parent) else { continue }
      var facts = ["name": block.label, "parent": name]
      facts["near"] = nearest(block.label, among: blocks.names(in: parent))
      report("template.unknown-block", setting.template, block.tag, facts)
    }
  }
}

/// Where the strings of a language stand among the templates.
let wordsFolder = "words/"
