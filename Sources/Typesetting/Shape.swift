internal import Bytes
internal import Reading

extension TreeNode.Kind {
  var isBlock: Bool { rawValue < TreeNode.Kind.text.rawValue }
}

extension Tree {
  /// A paragraph that is the text of an item in a list without blank lines: it gets no tags.
  func isTight(_ paragraph: Int) -> Bool {
    let item = Int(nodes[paragraph].parent)
    guard item >= 0, nodes[item].kind == .item else { return false }
    return nodes[Int(nodes[item].parent)].tight
  }

  func lastChild(of index: Int) -> Int? {
    var child = Int(nodes[index].firstChild)
    guard child >= 0 else { return nil }
    while nodes[child].next >= 0 { child = Int(nodes[child].next) }
    return child
  }

  func hasPicture(_ index: Int) -> Bool {
    nodes[index..<end(of: index)].contains { $0.kind == .image }
  }

  /// How often each note is marked, but in a picture's words, which show no marks.
  func marks() -> [Int32: Int] {
    var marks: [Int32: Int] = [:]
    var index = 0
    while index < nodes.count {
      if nodes[index].kind == .footnoteReference { marks[nodes[index].number, default: 0] += 1 }
      index = nodes[index].kind == .image ? end(of: index) : index + 1
    }
    return marks
  }

  /// Has rows below its head.
  func hasBody(_ table: Int) -> Bool {
    nodes[table..<end(of: table)].contains { $0.kind == .row && !$0.head }
  }

  /// The words over a table's columns.
  func columnHeads(of table: Int) -> String {
    let head = Int(nodes[table].firstChild)
    guard head >= 0 else { return "" }
    var words: [String] = []
    var cell = Int(nodes[head].firstChild)
    while cell >= 0 {
      let text = plainText(of: cell)
      if !text.isEmpty { words.append(text) }
      cell = Int(nodes[cell].next)
    }
    return words.joined(separator: ", ")
  }
}

extension Galley {
  /// Appends an address for a double-quoted attribute: what may not stand in one is written as `%` and two digits.
  mutating func appendAddress(_ address: String) {
    var address = address
    address.withUTF8 { bytes in
      var start = 0
      for (index, byte) in bytes.enumerated() where !staysInAddress(byte) {
        append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
        start = index + 1
        switch byte {
        case UInt8(ascii: "&"): append("&amp;" as StaticString)
        case UInt8(ascii: "'"): append("&#x27;" as StaticString)
        default:
          append(UInt8(ascii: "%"))
          append(upperHex(byte >> 4))
          append(upperHex(byte & 15))
        }
      }
      append(UnsafeBufferPointer(rebasing: bytes[start...]))
    }
  }
}

private func staysInAddress(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
    UInt8(ascii: "!"), UInt8(ascii: "#")...UInt8(ascii: "%"), UInt8(ascii: "(")...UInt8(ascii: ";"), UInt8(ascii: "="),
    UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "_"), UInt8(ascii: "~"):
    true
  default: false
  }
}

private func upperHex(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
}
