import Bytes

/// A file of data with a part of every tool in it, in the order of their ids, between a head and a tail.
///
/// The parts of a large register are never held at once: each tool leaves its own, and the file is poured together from them.
package struct SpanningFile: Sendable {
  package let path: String
  package let head: [UInt8]
  /// What stands between the parts of two tools.
  package let between: [UInt8]
  package let tail: [UInt8]

  static let register = "data/register.json"
  static let table = "data/register.csv"
  static let evaluations = "data/evaluations.csv"
  static let catalogue = "data/catalog.jsonld"

  /// Of which a tool leaves its parts, in this order.
  package static let paths = [register, table, evaluations, catalogue]

  /// A table, whose rows stand below the names of its columns.
  init(_ path: String, columns: [String]) {
    self.path = path
    var head: [UInt8] = []
    head.appendRow(columns)
    self.head = head
    between = []
    tail = []
  }

  /// A document of JSON in which the parts are elements of one array.
  ///
  /// - Parameter write: leaves their place with `JSONWriter.place()`, where there are any.
  init(_ path: String, _ write: (inout JSONWriter) -> Void) {
    self.path = path
    var writer = JSONWriter()
    write(&writer)
    (head, tail) = writer.finishAround()
    between = [UInt8(ascii: ",")]
  }
}
