import Bytes

/// The file that holds a tool's sign-offs; the tool's digest leaves it out, for it names that digest.
package let signOffsName = "sign-offs.yaml"

/// The digest that sign-offs name: SHA-256 of the text `sha256sum` prints for a tool's files.
///
/// Paths are relative to the tool's folder and sorted by byte; `sign-offs.yaml` is left out. From that folder, coreutils says the same:
/// ```
/// find . -type f ! -name '.*' ! -path ./sign-offs.yaml -printf '%P\n' | LC_ALL=C sort | xargs -d '\n' sha256sum | sha256sum
/// ```
/// Holds for any name but one with a line feed: with `\` or a control character in it, the line is spelt as `sha256sum` spells it.
package func toolDigest(_ files: [SumsFile.Line]) -> Digest {
  let listed = files.filter { $0.path != signOffsName }
    .sorted { $0.path.precedesByBytes($1.path) }
  var text: [UInt8] = []
  for file in listed {
    let escaped = file.path.utf8.contains { $0 == 0x5C || $0 == 0x0A || $0 == 0x0D }
    if escaped { text.append(0x5C) }
    text.append(file.digest)
    text.append("  " as StaticString)
    if escaped { appendEscaped(file.path, to: &text) } else { text.append(file.path) }
    text.append(0x0A)
  }
  return Digest(of: text)
}

private func appendEscaped(_ path: String, to text: inout [UInt8]) {
  for byte in path.utf8 {
    switch byte {
    case 0x5C: text.append("\\\\" as StaticString)
    case 0x0A: text.append("\\n" as StaticString)
    case 0x0D: text.append("\\r" as StaticString)
    default: text.append(byte)
    }
  }
}
