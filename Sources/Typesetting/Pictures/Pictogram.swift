/// A hundred people, so many of them solid and the rest hollow; beside a sentence that says the same.
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
  var drawing = Drawing(decoration: "people", width: 400, height: 140)
  let name = picture.first ?? picture.caption.name
  if picture.first == nil {
    drawing.line("<defs>")
    drawing.shape(name + "-p", "M10 2a4 4 0 1 1-.1 0zM5 24v-8a5 5 0 0 1 10 0v8z")
    drawing.group("id", name + "-f") { drawing in for x in 0..<5 { drawing.use(name, "-p", x: x * 20, y: 0) } }
    drawing.group("id", name + "-r") { drawing in for x in 0..<4 { drawing.use(name, "-f", x: x * 100, y: 0) } }
    drawing.line("</defs>")
  }
  if picture.count > 0 { drawing.people(name, "pic-on", 0..<picture.count) }
  if picture.count < 100 { drawing.people(name, "pic-off", picture.count..<100) }
  return drawing.markup()
}

extension Drawing {
  /// The people of a stretch as whole rows, fives and single ones.
  fileprivate mutating func people(_ name: String, _ state: String, _ range: Range<Int>) {
    group("class", state) { drawing in
      var next = range.lowerBound
      while next < range.upperBound {
        let (size, shape): (Int, StaticString) =
          [(20, "-r"), (5, "-f")].first { next % $0.0 == 0 && next + $0.0 <= range.upperBound } ?? (1, "-p")
        drawing.use(name, shape, x: next % 20 * 20, y: next / 20 * 28)
        next += size
      }
    }
  }
}
