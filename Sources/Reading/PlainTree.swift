internal import Bytes
internal import Findings

/// Makes the tree of plain Markdown from its blocks and marks, with the places cmark would give.
///
/// All that its nodes say stands in the text as it is, and so the text is the words of the tree.
struct PlainTree {
  let text: UnsafeBufferPointer<UInt8>
  private let lines: Lines
  private let marks: [PlainMark]
  private var nextMark = 0
  var nodes: [TreeNode] = []
  /// The line that is read, counted from 1.
  var line = 1 {
    didSet { shift = lines.shift(ofLine: line) ?? lines.span.start - text.count }
  }
  /// How much further on in the source the line stands; so far back that every place is the first, where that is not known.
  private var shift: Int

  init(_ text: UnsafeBufferPointer<UInt8>, _ lines: Lines, marks: [PlainMark], count: Int) {
    self.text = text
    self.lines = lines
    self.marks = marks
    shift = lines.shift(ofLine: 1) ?? lines.span.start - text.count
    nodes.reserveCapacity(count + 2)
  }

  mutating func build(_ blocks: [PlainBlock]) -> Tree {
    nodes.append(TreeNode(kind: .document, parent: -1, span: Span(start: place(0), length: 0)))
    var last = -1
    for (number, block) in blocks.enumerated() {
      skip(to: block.span.lowerBound)
      switch block.kind {
      case .paragraph:
        let node = open(.paragraph, under: 0, after: &last, at: block.span.lowerBound)
        words(in: block.span, under: node)
        close(node, at: block.span.upperBound)
      case .table: table(block.span, after: &last)
      case .list, .numbered: list(block, &last, until: number + 1 < blocks.count ? blocks[number + 1].span.lowerBound : nil)
      }
    }
    close(0, at: blocks.last?.span.upperBound ?? 0)
    return Tree(nodes: nodes, words: Array(text))
  }

  /// A list and its items. Where something follows, cmark has the last item go on up to the line before it.
  private mutating func list(_ block: PlainBlock, _ last: inout Int, until next: Int?) {
    let span = block.span
    let list = open(.list, under: 0, after: &last, at: span.lowerBound)
    nodes[list].tight = true
    if block.kind == .numbered {
      nodes[list].ordered = true
      for byte in text[span].prefix(while: { $0 != UInt8(ascii: ".") }) {
        nodes[list].number = nodes[list].number * 10 + Int32(byte - 0x30)
      }
    }
    var lastItem = -1
    var start = span.lowerBound
    while start < span.upperBound {
      let end = text.place(of: 0x0A, in: start..<span.upperBound)
      let content = text.place(of: 0x20, in: start..<end) + 1
      let item = open(.item, under: list, after: &lastItem, at: start)
      var none = -1
      let paragraph = open(.paragraph, under: item, after: &none, at: content)
      words(in: content..<end, under: paragraph)
      close(paragraph, at: end)
      if end == span.upperBound {
        if let next { skip(to: next - 1) }
        close(item, at: next.map { $0 - 1 } ?? end)
        close(list, at: next.map { $0 - 1 } ?? end)
      } else {
        close(item, at: end)
        line += 1
      }
      start = end + 1
    }
  }

  /// The words and marks of a paragraph.
  mutating func words(in span: Range<Int>, under parent: Int) {
    var last = -1
    var start = span.lowerBound
    while nextMark < marks.count, marks[nextMark].span.lowerBound < span.upperBound {
      let mark = marks[nextMark]
      nextMark += 1
      plain(start..<mark.span.lowerBound, under: parent, after: &last)
      let node = open(mark.kind, under: parent, after: &last, at: mark.span.lowerBound)
      if mark.kind == .link { nodes[node].text = TreeNode.Piece(mark.address) }
      let column = mark.span.lowerBound - self.start(line)
      var inside = -1
      plain(mark.words, under: node, after: &inside)
      // A link over two lines is taken to start on its last, as far in as it did on its first.
      if mark.kind == .link { nodes[node].span.start = lines.offset(line: line, column: column + 1) }
      close(node, at: mark.span.upperBound)
      start = mark.span.upperBound
    }
    plain(start..<span.upperBound, under: parent, after: &last)
  }

  /// Words without marks, line by line.
  private mutating func plain(_ span: Range<Int>, under parent: Int, after last: inout Int) {
    var start = span.lowerBound
    while true {
      let stop = text.place(of: 0x0A, in: start..<span.upperBound)
      if stop > start {
        let node = open(.text, under: parent, after: &last, at: start)
        nodes[node].text = TreeNode.Piece(start..<stop)
        close(node, at: stop)
      }
      guard stop < span.upperBound else { return }
      let before = last < 0 ? nodes[parent].span.start : nodes[last].span.end
      let node = open(.softBreak, under: parent, after: &last, at: stop)
      nodes[node].span.start = before
      line += 1
      start = stop + 1
    }
  }

  mutating func open(_ kind: TreeNode.Kind, under parent: Int, after last: inout Int, at index: Int) -> Int {
    let node = nodes.count
    if last < 0 { nodes[parent].firstChild = Int32(node) } else { nodes[last].next = Int32(node) }
    last = node
    nodes.append(TreeNode(kind: kind, parent: Int32(parent), span: Span(start: place(index), length: 0)))
    return node
  }

  mutating func close(_ node: Int, at index: Int) {
    nodes[node].span.length = max(0, place(index) - nodes[node].span.start)
  }

  private mutating func skip(to index: Int) {
    while start(line + 1) <= index { line += 1 }
  }

  /// Where in the source a byte of the line that is read stands.
  private func place(_ index: Int) -> Int { min(max(lines.span.start, index + shift), lines.span.end) }

  private func start(_ line: Int) -> Int { lines.start(line) ?? text.count + 1 }
}
