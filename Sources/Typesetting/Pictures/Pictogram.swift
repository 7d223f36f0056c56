/// A hundred people, so many of them solid and the rest hollow.
package struct Pictogram: Sendable, Hashable {
  package let caption: Caption
  /// How many of the hundred are solid.
  package let count: Int
  /// The name of a pictogram before it on the same page, whose people it uses again; nothing where it is the first.
  package let first: String?

  package init(_ caption: Caption, count: Int, after first: String? = nil) {
    self.caption = caption
    self.count = min(100, max(0, count))
    self.first = first
  }
}

/// Draws five rows of twenty people, those that are counted first.
///
/// A person is drawn once, five people once and a row once; all others are these again, in later pictures of the page too, because a page may
/// have many such pictures and a reader may have a slow line.
package func draw(_ picture: Pictogram) -> Markup {
  var drawing = Drawing("people", width: 400, height: 140, picture.caption)
  let name = picture.first ?? picture.caption.name
  if picture.first == nil {
    drawing.line("<defs>")
    drawing.line("<path id=\"\(name)-p\" d=\"M10 2a4 4 0 1 1-.1 0zM5 24v-8a5 5 0 0 1 10 0v8z\"/>")
    drawing.line("<g id=\"\(name)-f\">" + (0..<5).map { use(name, "p", x: $0 * 20, y: 0) }.joined() + "</g>")
    drawing.line("<g id=\"\(name)-r\">" + (0..<4).map { use(name, "f", x: $0 * 100, y: 0) }.joined() + "</g>")
    drawing.line("</defs>")
  }
  if picture.count > 0 { drawing.line(people(name, "on", 0..<picture.count)) }
  if picture.count < 100 { drawing.line(people(name, "off", picture.count..<100)) }
  return drawing.markup()
}

/// The people of a stretch as whole rows, fives and single ones.
private func people(_ name: String, _ state: String, _ range: Range<Int>) -> String {
  var text = "<g class=\"pic-\(state)\">"
  var next = range.lowerBound
  while next < range.upperBound {
    let (size, shape) =
      [(20, "r"), (5, "f"), (1, "p")].first { next % $0.0 == 0 && next + $0.0 <= range.upperBound } ?? (1, "p")
    text += use(name, shape, x: next % 20 * 20, y: next / 20 * 28)
    next += size
  }
  return text + "</g>"
}

private func use(_ name: String, _ shape: String, x: Int, y: Int) -> String {
  let across = x == 0 ? "" : " x=\"\(x)\""
  let down = y == 0 ? "" : " y=\"\(y)\""
  return "<use href=\"#\(name)-\(shape)\"\(across)\(down)/>"
}
