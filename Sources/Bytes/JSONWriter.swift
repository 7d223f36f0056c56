/// Writes JSON in its one spelling here: two-space indent, one member a line, LF, as given order (callers sort), or all on one line.
///
/// Same calls, same bytes. Numbers are written as the text they were given as, so nothing is rounded on the way.
package struct JSONWriter: ~Copyable {
  private var out = Galley(room: 1024)
  /// What was written so far.
  package var bytes: [UInt8] { out.bytes }
  private var pretty: Bool
  private var depth: Int
  private var first = true

  /// - Parameter depth: how deep what is written will stand in its document.
  package init(pretty: Bool = true, depth: Int = 0) {
    self.pretty = pretty
    self.depth = depth
  }

  package mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
    try nest(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  package mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows {
    try nest(UInt8(ascii: "["), UInt8(ascii: "]"), body)
  }

  /// Starts a member of the object being written; its value is the next call.
  package mutating func key(_ name: String) {
    separate()
    out.appendJSON(name)
    colon()
  }

  /// The same with a name that the program gives, which needs no escape.
  package mutating func key(_ name: StaticString) {
    separate()
    out.append(UInt8(ascii: "\""))
    out.append(name)
    out.append(UInt8(ascii: "\""))
    colon()
  }

  private mutating func colon() {
    out.append(UInt8(ascii: ":"))
    if pretty { out.append(UInt8(ascii: " ")) }
    first = true
    keyed = true
  }

  package mutating func string(_ text: String) {
    element()
    out.appendJSON(text)
  }

  /// A number in the spelling it was given; the caller vouches that it is a JSON number.
  package mutating func number(_ text: String) {
    element()
    out.append(text)
  }

  package mutating func number(_ value: Int) {
    element()
    out.append(number: value)
  }

  package mutating func flag(_ value: Bool) {
    element()
    out.append(value ? "true" : "false" as StaticString)
  }

  package mutating func null() {
    element()
    out.append("null" as StaticString)
  }

  /// A value that stands on one line, however what is around it is spelled.
  package mutating func onOneLine(_ body: (inout JSONWriter) throws -> Void) rethrows {
    element()
    let around = pretty
    (pretty, keyed) = (false, true)
    defer { pretty = around }
    try body(&self)
  }

  /// A value that is spelled already, as it is: the caller vouches that it is JSON.
  package mutating func spelled(_ json: [UInt8]) {
    element()
    json.withUnsafeBufferPointer { out.append($0) }
  }

  /// A member with a text.
  package mutating func member(_ name: String, _ text: String) {
    key(name)
    string(text)
  }

  package mutating func member(_ name: String, _ value: Int) {
    key(name)
    number(value)
  }

  /// A member with a text, or null where there is none.
  package mutating func member(_ name: String, _ text: String?) {
    key(name)
    if let text { string(text) } else { null() }
  }

  /// What was written, with its final newline.
  package consuming func finish() -> [UInt8] {
    out.append(0x0A)
    return bytes
  }

  /// Leaves a place for elements that are written elsewhere, at this depth; one a document.
  package mutating func place() {
    if !first { out.append(UInt8(ascii: ",")) }
    out.append(0)
    first = false
  }

  /// What stands before the place that was left and after it; all of it before, where none was.
  package consuming func finishAround() -> (before: [UInt8], after: [UInt8]) {
    let made = finish()
    guard let place = made.firstIndex(of: 0) else { return (made, []) }
    return (Array(made[..<place]), Array(made[(place + 1)...]))
  }

  private var keyed = false

  private mutating func element() {
    if keyed { keyed = false } else { separate() }
    first = false
  }

  private mutating func separate() {
    if !first { out.append(UInt8(ascii: ",")) }
    if depth > 0 { newline() }
    first = false
  }

  private mutating func newline() {
    guard pretty else { return }
    out.append(0x0A)
    out.append(UInt8(ascii: " "), times: 2 * depth)
  }

  private mutating func nest(
    _ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) throws -> Void
  ) rethrows {
    element()
    out.append(open)
    depth += 1
    first = true
    try body(&self)
    let empty = first
    depth -= 1
    if !empty { newline() }
    out.append(close)
    first = false
  }
}
