import Bytes

/// A list of files and their digests, as `sha256sum` prints it and `sha256sum --check --strict` reads it.
///
/// ```
/// 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08  editions/1/edition.json
/// 60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752  tools/finder/versions/1/source/record.md
/// ```
///
/// One list has exactly one spelling: 64 lower-case digits, two spaces, the path, one line feed after every line, sorted by byte,
/// no path twice. Everything else is refused with the line it stands on, so two lists are equal exactly where their bytes are.
package struct SumsFile: Sendable, Hashable {
  package struct Line: Sendable, Hashable {
    package let digest: Digest
    package let path: String

    package init(digest: Digest, path: String) {
      self.digest = digest
      self.path = path
    }
  }

  /// Why some bytes are no sums file: the first line that does not fit, counted from 1.
  package struct Mistake: Error, Sendable, Hashable {
    package let line: Int
    package let reason: Reason

    package init(line: Int, reason: Reason) {
      self.line = line
      self.reason = reason
    }
  }

  package enum Reason: Sendable, Hashable {
    /// Nothing is listed.
    case empty
    /// The line does not start with 64 lower-case hexadecimal digits.
    case digest
    /// The digits are not followed by exactly two spaces.
    case spaces
    /// The line ends in a carriage return.
    case carriageReturn
    /// The last line has no line feed.
    case unterminated
    /// The path is listed already.
    case duplicate
    /// The path stands before the one above it.
    case unsorted
    /// The path is no plain path.
    case name(NameFault)
    /// The line of a ledger is not the next edition's.
    case sequence
  }

  /// The lines, sorted by path.
  package let lines: [Line]

  /// Lists some files, in whatever order they come; the line of a mistake is the place in that order.
  package static func listing(_ files: [Line]) -> Result<SumsFile, Mistake> {
    if files.isEmpty { return .failure(Mistake(line: 1, reason: .empty)) }
    for (index, file) in files.enumerated() {
      if let fault = nameFault(of: file.path) {
        return .failure(Mistake(line: index + 1, reason: .name(fault)))
      }
    }
    let sorted = files.enumerated().sorted { $0.element.path.precedesByBytes($1.element.path) }
    for (one, next) in zip(sorted, sorted.dropFirst()) {
      if one.element.path.equalsByBytes(next.element.path) {
        let later = max(one.offset, next.offset)
        return .failure(Mistake(line: later + 1, reason: .duplicate))
      }
    }
    return .success(SumsFile(lines: sorted.map(\.element)))
  }

  /// Reads a sums file, or says which line is the first that does not fit.
  package static func reading(_ bytes: [UInt8]) -> Result<SumsFile, Mistake> {
    readLines(bytes) { previous, line, _ in
      guard let previous else { return nil }
      if previous.path.precedesByBytes(line.path) { return nil }
      return previous.path.equalsByBytes(line.path) ? .duplicate : .unsorted
    }.map { SumsFile(lines: $0) }
  }

  /// The list as it stands on the disk.
  package var bytes: [UInt8] { SumsFile.spelling(of: lines) }

  /// The digest listed for a path.
  package subscript(path: String) -> Digest? {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].path.precedesByBytes(path) { low = middle + 1 } else { high = middle }
    }
    guard low < lines.count, lines[low].path.equalsByBytes(path) else { return nil }
    return lines[low].digest
  }

  static func spelling(of lines: [Line]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(lines.reduce(0) { $0 + $1.path.utf8.count + 67 })
    for line in lines {
      bytes.append(line.digest)
      bytes.append("  " as StaticString)
      bytes.append(line.path)
      bytes.append(0x0A)
    }
    return bytes
  }
}

/// Reads lines of a digest and a path; `fit` says what keeps a line from standing after the one above it.
func readLines(
  _ bytes: [UInt8], fit: (SumsFile.Line?, SumsFile.Line, Int) -> SumsFile.Reason?
) -> Result<[SumsFile.Line], SumsFile.Mistake> {
  if bytes.isEmpty { return .failure(SumsFile.Mistake(line: 1, reason: .empty)) }
  var lines: [SumsFile.Line] = []
  lines.reserveCapacity(bytes.count / 100)
  return bytes.withUnsafeBufferPointer { bytes in
    var start = 0
    while start < bytes.count {
      let number = lines.count + 1
      let end = bytes[start...].firstIndex(of: 0x0A)
      switch readLine(UnsafeBufferPointer(rebasing: bytes[start..<(end ?? bytes.count)])) {
      case .failure(let mistake):
        return .failure(SumsFile.Mistake(line: number, reason: mistake.reason))
      case .success(let line):
        guard let end else {
          return .failure(SumsFile.Mistake(line: number, reason: .unterminated))
        }
        if let reason = fit(lines.last, line, number) {
          return .failure(SumsFile.Mistake(line: number, reason: reason))
        }
        lines.append(line)
        start = end + 1
      }
    }
    return .success(lines)
  }
}

private func readLine(
  _ line: UnsafeBufferPointer<UInt8>
) -> Result<SumsFile.Line, SumsFile.Mistake> {
  func refused(_ reason: SumsFile.Reason) -> Result<SumsFile.Line, SumsFile.Mistake> {
    .failure(SumsFile.Mistake(line: 0, reason: reason))
  }
  if line.last == 0x0D { return refused(.carriageReturn) }
  guard line.count >= 64,
    let digest = Digest(hex: UnsafeBufferPointer(rebasing: line[..<64]))
  else { return refused(.digest) }
  guard line.count >= 66, line[64] == 0x20, line[65] == 0x20 else { return refused(.spaces) }
  let path = UnsafeBufferPointer(rebasing: line[66...])
  if let fault = nameFault(of: path) { return refused(.name(fault)) }
  return .success(SumsFile.Line(digest: digest, path: String(decoding: path, as: UTF8.self)))
}
