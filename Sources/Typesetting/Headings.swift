package import Reading

/// The headings of one text: which level each has on the page, and by which id it is found.
struct Headings {
  var levels: [Int: Int] = [:]
  var ids: [Int: String] = [:]

  /// - Parameter level: the level of the heading the text stands under. A heading is one below the last that its own text nests it
  ///   in, so a writer who begins with `####` skips no level on the page.
  init(_ tree: Tree, under level: Int) {
    var above: [Int32] = []
    var taken: [String: Int] = [:]
    for index in tree.nodes.indices where tree.nodes[index].kind == .heading {
      let node = tree.nodes[index]
      while let last = above.last, last >= node.number { above.removeLast() }
      above.append(node.number)
      levels[index] = min(6, level + above.count)
      ids[index] = Headings.free(anchor(of: tree.plainText(of: index)), &taken)
    }
  }

  /// The name itself, or with the first number that makes it free.
  ///
  /// - Parameter taken: each name that is taken, with the last number it was given.
  private static func free(_ name: String, _ taken: inout [String: Int]) -> String {
    guard var number = taken[name] else {
      taken[name] = 1
      return name
    }
    var result = name
    while taken[result] != nil {
      number += 1
      result = "\(name)-\(number)"
    }
    taken[name] = number
    taken[result] = 1
    return result
  }
}

/// A heading as a list of contents names it.
package struct HeadingPlace: Sendable, Hashable {
  package let level: Int
  package let id: String
  package let words: String
}

/// The headings of a text as it is set, in its order.
package func headingPlaces(in tree: Tree, _ setting: Setting) -> [HeadingPlace] {
  let headings = Headings(tree, under: setting.level)
  return headings.ids.keys.sorted().map { index in
    HeadingPlace(
      level: headings.levels[index] ?? setting.level, id: setting.prefix + (headings.ids[index] ?? ""),
      words: tree.plainText(of: index))
  }
}

/// A heading's words as part of an address: small letters, digits, hyphens; letters beyond ASCII stay.
package func anchor(of words: String) -> String {
  var bytes: [UInt8] = []
  for scalar in words.unicodeScalars {
    switch scalar.value {
    case 0x41...0x5A: bytes.append(UInt8(scalar.value) + 0x20)
    case 0x30...0x39, 0x61...0x7A: bytes.append(UInt8(scalar.value))
    case 0x80... where scalar.properties.isAlphabetic: bytes += Array(String(scalar).lowercased().utf8)
    case 0x27, 0x2019: break
    default: if let last = bytes.last, last != UInt8(ascii: "-") { bytes.append(UInt8(ascii: "-")) }
    }
  }
  if bytes.last == UInt8(ascii: "-") { bytes.removeLast() }
  return bytes.isEmpty ? "part" : String(decoding: bytes, as: UTF8.self)
}
