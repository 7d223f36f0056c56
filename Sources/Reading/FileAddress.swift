/// A relative address taken apart: `./map.pdf#page=2` is the file `map.pdf` and what asks for a part of it.
package struct FileAddress: Sendable {
  package let path: String
  /// From its `?` or `#` on.
  package let rest: String

  /// What a document at the path is called: the path without `.md`.
  package var document: String { path.hasSuffix(".md") ? String(path.dropLast(3)) : path }

  /// Nothing where the address leads to another site, to a path from the top of this one, or to a place on its own page.
  package init?(_ address: String) {
    guard Destination(address) == .relative, address.utf8.first != UInt8(ascii: "/") else { return nil }
    let end = address.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? address.endIndex
    let path = address[..<end]
    self.path = String(path.hasPrefix("./") ? path.dropFirst(2) : path)
    rest = String(address[end...])
  }
}
