import Bytes

/// Whether a text is an address a reader can follow: http, https, or a plain relative path to an attachment.
func isAddress(_ text: String) -> Bool {
  guard !text.isEmpty, !text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { return false }
  for scheme in ["https://", "http://"] where text.hasPrefix(scheme) {
    let host = text.utf8.dropFirst(scheme.utf8.count).prefix { !isOne($0, of: "/?#") }
    let dot = UInt8(ascii: ".")
    return host.contains(dot) && !host.contains(UInt8(ascii: "@")) && host.first != dot && host.last != dot
  }
  return !text.holds(UInt8(ascii: ":")) && !text.hasPrefix("/") && !text.contains("..") && !text.holds(UInt8(ascii: "\\"))
}

/// Whether a text has the form of a mailbox: one `@`, a name before it and a domain with a dot after it.
func isEmail(_ text: String) -> Bool {
  // What is beyond ASCII is not allowed, so that bytes can be looked at for characters.
  let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
  guard parts.count == 2, let name = parts.first, let domain = parts.last else { return false }
  let labels = domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  guard !name.isEmpty, labels.count >= 2, !labels.contains(where: \.isEmpty) else { return false }
  let allowed: (UInt8) -> Bool = { byte in
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == 0x2D || byte == 0x2E || byte == 0x5F || byte == 0x2B || byte == 0x27
  }
  return name.allSatisfy(allowed) && domain.allSatisfy(allowed)
}

/// Whether a text names a document: `beta-2026`, or `other-tool/beta-2026`.
func isDocumentName(_ text: String) -> Bool {
  let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
  return (1...2).contains(parts.count) && parts.allSatisfy { isFolderName(String(Substring($0))) }
}

/// Whether a text may name a tool, a document or a page: `[a-z0-9][a-z0-9-]{0,63}`.
package func isFolderName(_ text: String) -> Bool {
  guard let first = text.utf8.first, first != UInt8(ascii: "-"), text.utf8.count <= 64 else {
    return false
  }
  return text.utf8.allSatisfy {
    (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
  }
}
