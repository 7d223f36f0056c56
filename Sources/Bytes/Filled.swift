/// A text with each `{name}` in it replaced; `{{` and `}}` print a brace, and one that belongs to no name prints itself.
///
/// - Returns: nothing where there is nothing to replace a name with.
package func filled(_ text: String, _ part: (String) -> String?) -> String? {
  var result = ""
  var rest = text.utf8[...]
  while let brace = rest.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) {
    let after = rest.index(after: brace)
    result += Substring(rest[..<brace])
    if rest[after...].first == rest[brace] {
      result += Substring(rest[brace..<after])
      rest = rest[rest.index(after: after)...]
    } else if rest[brace] == UInt8(ascii: "{"), let close = rest[after...].firstIndex(of: UInt8(ascii: "}")) {
      guard let value = part(String(Substring(rest[after..<close]))) else { return nil }
      result += value
      rest = rest[rest.index(after: close)...]
    } else {
      result += Substring(rest[brace..<after])
      rest = rest[after...]
    }
  }
  return result + Substring(rest)
}
