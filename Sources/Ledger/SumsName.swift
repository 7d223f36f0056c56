/// What is wrong with a path that a sums file is to list.
///
/// A path here is relative to the folder the sums file is checked from, and means one file on every computer: only printable
/// ASCII, so no second spelling of a letter; no step upwards; nothing coreutils would write or read differently.
package enum NameFault: String, Sendable, Hashable, CaseIterable {
  /// No name at all.
  case empty
  /// Starts with `/`.
  case absolute
  /// Has `..`, `.` or nothing between two slashes, or ends in a slash.
  case step
  /// Has a line end or another control character.
  case control
  /// Has `\`, before which `sha256sum` writes a mark of its own.
  case backslash
  /// Has a letter outside ASCII.
  case foreign
  /// Is `-`, which `sha256sum --check` takes for what is typed to it.
  case dash
}

/// What keeps a path out of a sums file, or nothing.
package func nameFault(of path: String) -> NameFault? {
  var path = path
  return path.withUTF8 { nameFault(of: $0) }
}

func nameFault(of path: UnsafeBufferPointer<UInt8>) -> NameFault? {
  guard let first = path.first else { return .empty }
  if first == UInt8(ascii: "/") { return .absolute }
  if path.count == 1, first == UInt8(ascii: "-") { return .dash }
  var dots = 0
  var length = 0
  var step = false
  for byte in path {
    if byte < 0x20 || byte == 0x7F { return .control }
    if byte >= 0x80 { return .foreign }
    if byte == UInt8(ascii: "\\") { return .backslash }
    if byte == UInt8(ascii: "/") {
      if isStep(length, dots) { step = true }
      dots = 0
      length = 0
    } else {
      length += 1
      if byte == UInt8(ascii: ".") { dots += 1 }
    }
  }
  return step || isStep(length, dots) ? .step : nil
}

/// Whether a part of a path is nothing, `.` or `..`.
private func isStep(_ length: Int, _ dots: Int) -> Bool {
  length == 0 || (length == dots && length <= 2)
}
