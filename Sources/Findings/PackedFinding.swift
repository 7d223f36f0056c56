package import Bytes

/// A finding in bytes: what a build remembers was wrong is told again though nothing is checked again.
extension Finding: Packed {
  package func pack(into packer: inout Packer) {
    for text in [code, place.file, place.excerpt] { packer.put(text) }
    for number in [place.line, place.column, place.length, place.from] { packer.put(number) }
    packer.put(facts)
  }

  package init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    let (code, file, excerpt) = try (unpacker.next(String.self), unpacker.next(String.self), unpacker.next(String.self))
    let (line, column) = try (unpacker.next(Int.self), unpacker.next(Int.self))
    let (length, from) = try (unpacker.next(Int.self), unpacker.next(Int.self))
    guard Rule.named(code) != nil else { throw Unpacker.Damaged() }
    let place = Place(file: file, line: line, column: column, length: length, excerpt: excerpt, from: from)
    self.init(code, at: place, try unpacker.next())
  }
}
