internal import Bytes

/// What every picture says in words: its name on the page, and its title and description for those who do not see it.
package struct Caption: Sendable, Hashable {
  /// Begins every id inside the picture; once on a page.
  package let name: String
  package let title: String
  package let describe: String

  package init(name: String, title: String, describe: String) {
    self.name = name
    self.title = title
    self.describe = describe
  }
}

/// How a figure stands to its threshold, by shape as well as by colour.
package enum Mark: String, Sendable { case met, missed, none }

/// A line of a picture's classes and geometry, for the theme's stylesheet to colour.
///
/// One element a line, and lines of one class in one path; no size, colour or font. A number is written with at most one decimal, whatever the locale.
struct Drawing: ~Copyable {
  private var bytes = Galley(room: 2048)

  init(_ kind: StaticString, width: Int, height: Int, _ caption: Caption) {
    open(kind, width, height)
    bytes.append(" role=\"img\"" as StaticString)
    bytes.appendAttribute("aria-labelledby", caption.name + "-t " + caption.name + "-d")
    bytes.append(">\n" as StaticString)
    words("title", caption.name + "-t", caption.title)
    words("desc", caption.name + "-d", caption.describe)
  }

  /// A picture beside words that say the same: nobody is told of it.
  init(decoration kind: StaticString, width: Int, height: Int) {
    open(kind, width, height)
    bytes.append(" aria-hidden=\"true\">\n" as StaticString)
  }

  consuming func markup() -> Markup {
    bytes.append("</svg>\n" as StaticString)
    return Markup(bytes.bytes)
  }

  private mutating func open(_ kind: StaticString, _ width: Int, _ height: Int) {
    bytes.append("<svg class=\"pic pic-" as StaticString)
    bytes.append(kind)
    bytes.append("\" viewBox=\"0 0 " as StaticString)
    bytes.append(number: width)
    bytes.append(UInt8(ascii: " "))
    bytes.append(number: height)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func words(_ tag: StaticString, _ id: String, _ text: String) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(tag)
    bytes.appendAttribute("id", id)
    bytes.append(UInt8(ascii: ">"))
    bytes.appendHTML(text)
    close(tag)
  }

  private mutating func close(_ tag: StaticString) {
    bytes.append("</" as StaticString)
    bytes.append(tag)
    bytes.append(">\n" as StaticString)
  }
}

extension Drawing {
  mutating func rect(_ kind: StaticString, x: Double, y: Double, width: Double, height: Double, round: Bool = false) {
    begin("<rect class=\"", kind)
    number("\" x=\"", x)
    number("\" y=\"", y)
    number("\" width=\"", max(0, width))
    number("\" height=\"", height)
    if round { number("\" rx=\"", 2) }
    bytes.append("\"/>\n" as StaticString)
  }

  mutating func circle(_ kind: StaticString, _ state: String, x: Double, y: Double, r: Double) {
    begin("<circle class=\"", kind)
    bytes.append(" pic-" as StaticString)
    bytes.appendHTML(state)
    number("\" cx=\"", x)
    number("\" cy=\"", y)
    number("\" r=\"", r)
    bytes.append("\"/>\n" as StaticString)
  }

  mutating func text(_ kind: StaticString, x: Double, y: Double, _ text: String) {
    begin("<text class=\"", kind)
    number("\" x=\"", x)
    number("\" y=\"", y)
    bytes.append("\">" as StaticString)
    bytes.appendHTML(text)
    bytes.append("</text>\n" as StaticString)
  }

  /// One command of a path and its numbers, such as `M 40 12`.
  struct Stroke {
    let command: StaticString
    let first: Double?
    let second: Double?

    init(_ command: StaticString, _ first: Double? = nil, _ second: Double? = nil) {
      (self.command, self.first, self.second) = (command, first, second)
    }
  }

  mutating func path(_ kind: StaticString, _ strokes: [Stroke]) {
    begin("<path class=\"", kind)
    bytes.append("\" d=\"" as StaticString)
    for stroke in strokes {
      bytes.append(stroke.command)
      if let first = stroke.first { append(first) }
      if let second = stroke.second {
        bytes.append(UInt8(ascii: " "))
        append(second)
      }
    }
    bytes.append("\"/>\n" as StaticString)
  }

  /// Markup of this module's own.
  mutating func line(_ text: StaticString) {
    bytes.append(text)
    bytes.append(0x0A)
  }

  /// Several elements on one line.
  mutating func group(_ attribute: StaticString, _ value: String, _ body: (inout Drawing) -> Void) {
    bytes.append("<g" as StaticString)
    bytes.appendAttribute(attribute, value)
    bytes.append(UInt8(ascii: ">"))
    body(&self)
    close("g")
  }

  /// A shape with a name, to be used again.
  mutating func shape(_ id: String, _ path: StaticString) {
    bytes.append("<path" as StaticString)
    bytes.appendAttribute("id", id)
    bytes.append(" d=\"" as StaticString)
    bytes.append(path)
    bytes.append("\"/>\n" as StaticString)
  }

  /// A shape that was drawn before, again.
  mutating func use(_ name: String, _ shape: StaticString, x: Int, y: Int) {
    bytes.append("<use href=\"#" as StaticString)
    bytes.appendHTML(name)
    bytes.append(shape)
    if x != 0 { number("\" x=\"", Double(x)) }
    if y != 0 { number("\" y=\"", Double(y)) }
    bytes.append("\"/>" as StaticString)
  }

  /// Opens an element at its class, which the first attribute after it closes.
  private mutating func begin(_ opening: StaticString, _ kind: StaticString) {
    bytes.append(opening)
    bytes.append(kind)
  }

  /// - Parameter name: closes what stands before it and opens the attribute.
  private mutating func number(_ name: StaticString, _ value: Double) {
    bytes.append(name)
    append(value)
  }

  /// At most one decimal and no `.0`; what is no number, or off every page, is drawn at the edge.
  private mutating func append(_ value: Double) {
    let bounded = value.isNaN ? 0 : min(99_999, max(-99_999, value))
    let tenths = Int((bounded * 10).rounded())
    if tenths < 0 { bytes.append(UInt8(ascii: "-")) }
    bytes.append(number: abs(tenths) / 10)
    if tenths % 10 != 0 {
      bytes.append(UInt8(ascii: "."))
      bytes.append(number: abs(tenths) % 10)
    }
  }
}

/// The first so many characters of a label that would run into what stands beside it; the table beside the picture has it whole.
func shortened(_ label: String, to count: Int) -> String {
  // No text has more letters than bytes.
  label.utf8.count > count && label.count > count ? label.prefix(count - 1) + "…" : label
}
