import Synchronization

/// Values of which many are the same, each held once: of ten thousand tools many are filed alike.
package final class SharedValues: Sendable {
  private let texts = Mutex<Set<String>>([])
  private let values = Mutex<[Key: any Sendable]>([:])

  private struct Key: Hashable {
    let type: ObjectIdentifier
    let bytes: ArraySlice<UInt8>
  }

  package init() {}

  func one(_ text: String) -> String {
    // Shorter ones take no memory of their own.
    text.utf8.count < 16 ? text : texts.withLock { $0.insert(text).memberAfterInsert }
  }

  /// What these bytes say; they are read only where no others said the same.
  fileprivate func one<Value: Packed & Sendable>(_: Value.Type, in bytes: ArraySlice<UInt8>) throws(Unpacker.Damaged) -> Value {
    let type = ObjectIdentifier(Value.self)
    if let known = values.withLock({ $0[Key(type: type, bytes: bytes)] }) as? Value { return known }
    let value: Value = try read(bytes, sharing: self)
    // With bytes of its own: those around it need not stay.
    values.withLock { $0[Key(type: type, bytes: Array(bytes)[...])] = value }
    return value
  }
}

/// A value that many have: it stands in bytes by itself, so that it is known again before it is read.
package struct PackedAlike<Value: Packed & Sendable>: Packed {
  package let value: Value

  package init(_ value: Value) { self.value = value }

  package func pack(into packer: inout Packer) { packer.put(PackedBytes(Packer(value).bytes[...])) }

  package init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    let bytes = try unpacker.raw()
    value = if let shared = unpacker.shared { try shared.one(Value.self, in: bytes) } else { try read(bytes, sharing: nil) }
  }
}

private func read<Value: Packed>(_ bytes: ArraySlice<UInt8>, sharing shared: SharedValues?) throws(Unpacker.Damaged) -> Value {
  var unpacker = Unpacker(bytes, sharing: shared)
  let value = try unpacker.next(Value.self)
  guard unpacker.isAtEnd else { throw Unpacker.Damaged() }
  return value
}
