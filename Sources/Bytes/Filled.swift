/// A text with each `{name}` in it replaced; `{{` and `}}` print a brace, and one that belongs to no name prints itself.
///
/// - Returns: nothing where there is nothing to replace a name with.
package func filled(_ text: String, _ part: (String) -> String?) -> String? {
  var result: [UInt8] = []
  var rest = Array(text.utf8)[...]
  while let brace = rest.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) {
    result += rest[..<brace]
    if rest[(brace + 1)...].first == rest[brace] {
      result.append(rest[brace])
      rest = rest[(brace + 2)...]
    } else if rest[brace] == UInt8(ascii: "{"), let close = rest[brace...].firstIndex(of: UInt8(ascii: "}")) {
      guard let value = part(String(decoding: rest[(brace + 1)..<close], as: UTF8.self)) else { return nil }
      result.append(value)
      rest = rest[(close + 1)...]
    } else {
      result.append(rest[brace])
      rest = rest[(brace + 1)...]
    }
  }
  return String(decoding: result + rest, as: UTF8.self)
}
