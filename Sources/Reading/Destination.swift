internal import Bytes

/// Where a link or picture leads, by an allow-list: what is not known to be good is refused.
///
/// Browsers forgive much before they read an address: they drop tabs and line ends, and take `\` for `/`. So an address with
/// control characters is refused whole, and so is one that starts with two slashes of either kind.
package enum Destination: Sendable, Hashable {
  /// `http:` or `https:`.
  case web
  /// `mailto:`.
  case mail
  /// `tel:`.
  case telephone
  /// A path or query on this site.
  case relative
  /// `#…`, a place on this page.
  case fragment
  case empty
  /// Anything else, with what stands before its colon.
  case refused(String)

  package init(_ address: String) {
    var address = address
    self = address.withUTF8 { Destination($0) }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.first else {
      self = .empty
      return
    }
    if bytes.place(from: 0, of: { $0.range(0, 0x20) | $0.equal(to: 0x7F) }) < bytes.count || first == 0x20 {
      self = .refused("")
    } else if first == UInt8(ascii: "#") {
      self = .fragment
    } else if Destination.isSlash(first), bytes.count > 1, Destination.isSlash(bytes[1]) {
      self = .refused("//")
    } else if let end = bytes.firstIndex(where: Destination.endsScheme), bytes[end] == UInt8(ascii: ":") {
      self = Destination.scheme(UnsafeBufferPointer(rebasing: bytes[..<end]))
    } else {
      self = .relative
    }
  }

  private static func isSlash(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
  }

  private static func endsScheme(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
  }

  private static func scheme(_ name: UnsafeBufferPointer<UInt8>) -> Destination {
    func isName(_ other: StaticString) -> Bool {
      name.count == other.utf8CodeUnitCount && name.indices.allSatisfy { name[$0] | 0x20 == other.utf8Start[$0] }
    }
    if isName("https") || isName("http") { return .web }
    if isName("mailto") { return .mail }
    return isName("tel") ? .telephone : .refused(String(decoding: name, as: UTF8.self))
  }
}
