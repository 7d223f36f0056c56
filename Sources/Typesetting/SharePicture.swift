internal import Bytes

/// A bar that shows how much of a whole is there. The words beside it say the same, so readers of words alone pass it over.
///
/// - Parameter percent: from 0 to 100.
package func sharePicture(percent: Int) -> Markup {
  var out: [UInt8] = []
  out.append("<svg class=\"pic pic-share\" viewBox=\"0 0 100 8\" aria-hidden=\"true\" focusable=\"false\">\n" as StaticString)
  out.append("<rect class=\"pic-track\" width=\"100\" height=\"8\"/>\n<rect class=\"pic-fill\" width=\"" as StaticString)
  out.append(number: min(100, max(0, percent)))
  out.append("\" height=\"8\"/>\n</svg>\n" as StaticString)
  return Markup(out)
}
