internal import Bytes
internal import Findings

/// The tree of one paragraph of plain words; nothing where there may be more to a text.
///
/// Most of what is written is just that: lines that begin with a letter, end without a space and hold no sign that means something
/// in Markdown. No such line can be anything but the paragraph's next, so neither guard nor cmark need look at it, who take five times
/// as long. A test holds this against cmark.
func plainParagraph(_ text: UnsafeBufferPointer<UInt8>, _ lines: Lines) -> Tree? {
  guard isPlainParagraph(text) else { return nil }
  let last = text[text.count - 1] == 0x0A ? lines.count - 1 : lines.count
  var nodes: [TreeNode] = []
  nodes.reserveCapacity(2 * last + 1)
  nodes.append(TreeNode(kind: .document, parent: -1, span: Span(start: lines.offset(line: 1, column: 1), length: 0)))
  nodes.append(TreeNode(kind: .paragraph, parent: 0, span: nodes[0].span))
  for line in 1...last {
    let start = lines.start(line) ?? 0
    let end = text.place(of: 0x0A, in: start..<text.count)
    let place = lines.offset(line: line, column: 1)
    let length = max(0, lines.offset(line: line, column: 1 + end - start) - place)
    if line > 1 {
      let before = nodes[nodes.count - 1].span.end
      nodes[nodes.count - 1].next = Int32(nodes.count)
      nodes.append(TreeNode(kind: .softBreak, parent: 1, span: Span(start: before, length: 0)))
      nodes[nodes.count - 1].next = Int32(nodes.count)
    }
    nodes.append(TreeNode(kind: .text, parent: 1, span: Span(start: place, length: length)))
    nodes[nodes.count - 1].text = String(decoding: text[start..<end], as: UTF8.self)
  }
  for index in 0...1 {
    nodes[index].firstChild = Int32(index + 1)
    nodes[index].span.length = nodes[nodes.count - 1].span.end - nodes[index].span.start
  }
  return Tree(nodes: nodes)
}

/// Whether every line begins with a letter, ends without a space, and holds no sign that could mean something.
private func isPlainParagraph(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  var previous: UInt8 = 0x0A
  var index = 0
  while index < text.count {
    if previous != 0x0A, index + 8 <= text.count, areWords(text, at: index) {
      index += 8
      previous = text[index - 1]
      continue
    }
    let byte = text[index]
    index += 1
    if previous == 0x0A {
      guard (byte | 0x20) &- 0x61 < 26 else { return false }
    } else if byte == 0x0A {
      guard previous != 0x20 else { return false }
    } else if isSign(byte) {
      return false
    }
    previous = byte
  }
  return text.count > 0 && previous != 0x20
}

/// Whether eight bytes within a line are ASCII and none may be more than itself; in doubt they are not.
@inline(__always)
private func areWords(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
  let word = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self)
  let ones: UInt64 = 0x0101_0101_0101_0101
  func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
  // Below a space, from `|` on, and from `[` to the backtick.
  let outside = word | (word &- ones &* 0x20) | (word &+ ones &* 0x04) | (word &+ ones &* 0x25) & ~(word &+ ones &* 0x1F)
  let signs = zeros(word ^ ones &* 0x21) | zeros(word ^ ones &* 0x26) | zeros(word ^ ones &* 0x2A) | zeros(word ^ ones &* 0x3C)
  return (outside | signs) & ones << 7 == 0
}

/// Whether a byte within a line may be more than itself.
private func isSign(_ byte: UInt8) -> Bool {
  switch byte {
  case 0..<0x20, 0x7F, UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "&"), UInt8(ascii: "_"), UInt8(ascii: "*"), UInt8(ascii: "["),
    UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "!"), UInt8(ascii: "|"):
    true
  default: false
  }
}
