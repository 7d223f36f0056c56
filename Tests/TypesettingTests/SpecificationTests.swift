import Findings
import Foundation
import Ground
import Testing
import Typesetting

@testable import Reading

/// One example of the GFM specification.
struct Example {
  var number: Int
  var extensionName: String
  var markdown: String
  var html: String

  static func all(_ root: URL) throws -> [Example] {
    let text = try String(contentsOf: root.appendingPathComponent("gfm/spec.txt"), encoding: .utf8)
    let fence = String(repeating: "`", count: 32)
    var examples: [Example] = []
    var rest = text[...]
    while let open = rest.range(of: "\n\(fence) example") {
      rest = rest[open.upperBound...]
      guard let head = rest.range(of: "\n"), let close = rest.range(of: "\n\(fence)\n") else { break }
      let name = rest[..<head.lowerBound].trimmingCharacters(in: .whitespaces)
      let body = rest[head.upperBound..<close.upperBound].replacingOccurrences(of: "→", with: "\t")
      rest = rest[rest.index(before: close.upperBound)...]
      let parts = body.components(separatedBy: "\n.\n")
      let (markdown, html) =
        body.hasPrefix(".\n") ? ("", String(body.dropFirst(2))) : (parts[0] + "\n", parts.dropFirst().joined(separator: "\n.\n"))
      examples.append(
        Example(
          number: examples.count + 1, extensionName: name, markdown: markdown,
          html: String(html.dropLast(fence.count + 1))))
    }
    return examples
  }

  /// What this program makes of it, raw HTML put back as it was written.
  var set: String {
    let source = Source(path: "a.md", bytes: Array(markdown.utf8))
    let read = readMarkdown(source, in: Span(start: 0, length: source.bytes.count)).passage.tree
    var (nodes, words) = (read.nodes, read.words)
    var raw: [(text: String, isBlock: Bool)] = []
    for (index, node) in nodes.enumerated() where node.kind == .htmlBlock || node.kind == .htmlInline {
      let start = words.count
      words += Array("\u{E000}\(raw.count)\u{E001}".utf8)
      nodes[index].text = TreeNode.Piece(start..<words.count)
      raw.append((read.text(node.text), node.kind == .htmlBlock))
    }
    let tree = Tree(nodes: nodes, words: words)
    var html = String(decoding: typeset(tree).bytes, as: UTF8.self)
    for (index, one) in raw.enumerated() {
      let mark = "\u{E000}\(index)\u{E001}"
      html = html.replacingOccurrences(of: one.isBlock ? "<p>\(mark)</p>" : mark, with: one.text)
    }
    return html
  }
}

@Suite(.enabled(if: Suites.expected)) struct SpecificationTests {
  /// Examples that come out otherwise, and why.
  static let named: [Int: String] = [
    88: "white space at the end of a text is not part of it",
    118: "raw HTML that changes how the rest is read: refused, and no business of this program",
    169: "a link without an address is plain words",
    495: "a link without an address is plain words",
    496: "a link without an address is plain words",
    575: "a link without an address is plain words",
    508: "'foo):' could be a scheme, and is none on the list",
    604: "irc: is not on the list",
    606: "a+b+c: is not on the list",
    607: "made-up-scheme: is not on the list",
    609: "localhost: is not on the list",
  ]

  /// Every example but those of extensions that are never loaded gives the elements the specification gives.
  @Test func givesTheElementsOfTheSpecification() throws {
    let root = try #require(Suites.root, "\(Suites.missing)")
    var different: [Int] = []
    var same = 0
    for example in try Example.all(root) {
      guard example.extensionName == "" || example.extensionName == "table" else { continue }
      let (ours, theirs) = (elements(example.set), elements(example.html))
      if ours == theirs { same += 1 } else { different.append(example.number) }
      if Self.named[example.number] == nil {
        #expect(ours == theirs, "example \(example.number): \(example.markdown)")
      }
    }
    #expect(different == Self.named.keys.sorted())
    #expect(same == 646)
  }
}
