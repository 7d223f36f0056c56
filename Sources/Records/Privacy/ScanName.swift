package import Findings

/// What must not be public in a file's or a folder's name, which readers see in every address: `nhs-4010232137.png`.
///
/// Hyphens and underlines stand for spaces in names, but for hyphens between digits. The name is shown with stars in the finding's place.
package func scanName(_ name: String, in folder: String) -> [Finding] {
  let written = Array(name.utf8)
  var spaced = written
  for index in written.indices {
    switch written[index] {
    case UInt8(ascii: "/"): spaced[index] = 0x0A
    case UInt8(ascii: "_"): spaced[index] = 0x20
    case UInt8(ascii: "-"):
      let joinsDigits = index > 0 && isDigit(written[index - 1]) && index + 1 < written.count && isDigit(written[index + 1])
      if !joinsDigits { spaced[index] = 0x20 }
    default: break
    }
  }
  return privateStretches(spaced, lineByLine: true).compactMap { stretch in
    let shown = String(decoding: veiled(written, [stretch]), as: UTF8.self)
    let finding = Finding(stretch.code, at: .file(folder + "/" + shown), ["text": stretch.masked, textMark: stretch.mark])
    return finding.severity == .note ? nil : finding
  }
}
