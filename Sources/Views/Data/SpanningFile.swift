import Bytes

/// The files of data with a part of every tool in them; each tool leaves its parts in this order.
package enum SpanningPart: Int, CaseIterable, Sendable {
  case register, table, evaluations, catalogue

  package var path: String {
    switch self {
    case .register: "data/register.json"
    case .table: "data/register.csv"
    case .evaluations: "data/evaluations.csv"
    case .catalogue: "data/catalog.jsonld"
    }
  }
}

/// One of those files: what stands before the parts of the tools, which follow each other in the order of their ids, between them and after.
///
/// The parts of a large register are never held at once: the file is poured together from what each tool left.
package struct SpanningFile: Sendable {
  package let part: SpanningPart
  package let head: [UInt8]
  package let between: [UInt8]
  package let tail: [UInt8]

  package var path: String { part.path }

  /// A table, whose rows stand below the names of its columns.
  init(_ part: SpanningPart, columns: [String]) {
    self.part = part
    var head: [UInt8] = []
    head.appendRow(columns)
    self.head = head
    between = []
    tail = []
  }

  /// A document of JSON in which the parts are elements of one array.
  ///
  /// - Parameter write: leaves their place with `JSONWriter.place()`, where there are any.
  init(_ part: SpanningPart, _ write: (inout JSONWriter) -> Void) {
    self.part = part
    var writer = JSONWriter()
    write(&writer)
    (head, tail) = writer.finishAround()
    between = [UInt8(ascii: ",")]
  }
}
