internal import Bytes
internal import Findings

/// Reads YAML that is as plain as nearly all of it is; nothing where there may be more to it than is known here.
///
/// ```
/// name: Early Help Finder       a map under another, by its margin
/// tags: [a, b]                  lists and maps between brackets
/// risks:
///   - risk: "Wrong use"         lists, and quotes without escapes
///     impact: |                 blocks of text
///       It tells nobody.
/// ```
///
/// What it gives is what libyaml gives, the same texts at the same places, at a fifth of the cost: nothing is taken apart into events, and
/// a text is copied once. It makes no finding. At the first byte whose meaning it does not know for certain it gives up, and libyaml reads
/// the whole and says what is wrong, if anything is. A test holds this against libyaml.
///
/// - Parameter bytes: the whole source, whose characters have been checked.
func plainYAML(_ bytes: UnsafeBufferPointer<UInt8>, in span: Span, _ limits: Limits) -> Node? {
  let whole = span.start..<span.end
  guard span.start == 0 || bytes[span.start - 1] == 0x0A,
    bytes.place(of: 0x09, in: whole) == span.end, bytes.place(of: 0x0D, in: whole) == span.end
  else { return nil }
  var outline = PlainOutline(values: PlainValues(bytes: bytes, end: span.end), nesting: limits.nesting)
  return outline.read(from: span.start)
}

/// What stands under what, by margins: line after line, without recursion.
private struct PlainOutline {
  /// A list or map that is not finished.
  struct Frame {
    var start: Int
    var column: Int
    var isMap: Bool
    /// Where what it holds so far ends.
    var end: Int
    var list: [Node] = []
    var entries: [Entry] = []
    /// The name whose value comes next.
    var name: Range<Int>?
  }

  let values: PlainValues
  let nesting: Int
  private var frames: [Frame] = []
  private var root: Node?
  /// Where a value may still follow on a later line; it is blank if none does.
  private var blank: Int?

  init(values: PlainValues, nesting: Int) {
    self.values = values
    self.nesting = nesting
    frames.reserveCapacity(6)
  }

  mutating func read(from start: Int) -> Node? {
    var line = start
    while line < values.end {
      let first = values.skipSpaces(line)
      if values.isLineEnd(first) {
        line = first + 1
      } else if values.bytes[first] == UInt8(ascii: "#") {
        line = values.lineEnd(first) + 1
      } else {
        guard let next = take(first, column: first - line) else { return nil }
        line = next
      }
    }
    fillBlank()
    while !frames.isEmpty { close() }
    return root
  }

  /// Takes a line that says something, and says where the next one starts; a block of text is one line here.
  private mutating func take(_ first: Int, column: Int) -> Int? {
    let isItem = values.isDash(first)
    guard find(column, first, isItem: isItem) else { return nil }
    return isItem ? takeItem(first, column) : takeEntry(first)
  }

  /// Finishes what a line is not part of, and opens what begins with it; false where it stands where nothing does.
  private mutating func find(_ column: Int, _ first: Int, isItem: Bool) -> Bool {
    var top = frames.count - 1
    if top < 0 { return column == 0 && open(first, column, isMap: !isItem) }
    if blank != nil {
      // A list may stand under its name without a margin.
      if column > frames[top].column || column == frames[top].column && isItem && frames[top].isMap {
        blank = nil
        return open(first, column, isMap: !isItem)
      }
      fillBlank()
    }
    while top >= 0, frames[top].column >= column {
      if frames[top].column == column {
        if frames[top].isMap != isItem { return true }
        if frames[top].isMap { return false }
      }
      close()
      top -= 1
    }
    return false
  }

  private mutating func takeItem(_ dash: Int, _ column: Int) -> Int? {
    let first = values.skipSpaces(dash + 1)
    if values.isOver(first) {
      blank = dash + 1
      return values.lineEnd(first) + 1
    }
    guard let end = values.nameEnd(first) else { return takeValue(first) }
    guard open(first, column + first - dash, isMap: true) else { return nil }
    return takeEntry(first, end)
  }

  private mutating func takeEntry(_ first: Int) -> Int? {
    guard let end = values.nameEnd(first) else { return nil }
    return takeEntry(first, end)
  }

  private mutating func takeEntry(_ first: Int, _ end: Int) -> Int? {
    let top = frames.count - 1
    guard !values.holds(frames[top].entries, first..<end) else { return nil }
    frames[top].name = first..<end
    let value = values.skipSpaces(end + 1)
    guard values.isOver(value) else { return takeValue(value) }
    blank = end + 1
    return values.lineEnd(value) + 1
  }

  private mutating func takeValue(_ first: Int) -> Int? {
    let top = frames.count - 1
    let owner = PlainValues.Owner(margin: frames[top].column, room: nesting - frames.count)
    guard let (node, next) = values.value(first, of: owner) else { return nil }
    place(node)
    return next
  }

  private mutating func open(_ first: Int, _ column: Int, isMap: Bool) -> Bool {
    guard frames.count < nesting else { return false }
    frames.append(Frame(start: first, column: column, isMap: isMap, end: first))
    if isMap { frames[frames.count - 1].entries.reserveCapacity(8) }
    return true
  }

  private mutating func close() {
    guard let frame = frames.popLast() else { return }
    let span = Span(start: frame.start, length: frame.end - frame.start)
    place(Node(span: span, content: frame.isMap ? .map(frame.entries) : .list(frame.list)))
  }

  private mutating func fillBlank() {
    guard let place = blank else { return }
    blank = nil
    self.place(values.node(place..<place, .plain))
  }

  /// Puts a finished node where it belongs: the document, a list or the value of a name.
  private mutating func place(_ node: consuming Node) {
    let top = frames.count - 1
    guard top >= 0 else {
      root = node
      return
    }
    frames[top].end = node.span.end
    if let name = frames[top].name {
      frames[top].name = nil
      frames[top].entries.append(Entry(key: values.scalar(name, .plain), value: node))
    } else {
      frames[top].list.append(node)
    }
  }
}
