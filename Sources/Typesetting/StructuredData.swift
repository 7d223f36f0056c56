internal import Bytes

/// A page's facts for programs: JSON in a script element that runs nothing.
///
/// `<`, `>` and `&` are spelled as escapes, so no text in the JSON can end the element; U+2028 and U+2029 too, which old readers
/// take for line ends.
///
/// - Parameter json: valid JSON in UTF-8.
package func structuredData(_ json: [UInt8]) -> Markup {
  var out: [UInt8] = []
  out.reserveCapacity(json.count + 64)
  out.append("<script type=\"application/ld+json\">" as StaticString)
  var index = 0
  while index < json.count {
    let byte = json[index]
    switch byte {
    case UInt8(ascii: "<"): out.append("\\u003c" as StaticString)
    case UInt8(ascii: ">"): out.append("\\u003e" as StaticString)
    case UInt8(ascii: "&"): out.append("\\u0026" as StaticString)
    case 0xE2 where index + 2 < json.count && json[index + 1] == 0x80 && json[index + 2] & 0xFE == 0xA8:
      out.append(json[index + 2] == 0xA8 ? "\\u2028" : "\\u2029" as StaticString)
      index += 2
    default: out.append(byte)
    }
    index += 1
  }
  if out.last == 0x0A { out.removeLast() }
  out.append("</script>\n" as StaticString)
  return Markup(out)
}
