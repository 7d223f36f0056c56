import Bytes
import Findings
import Records
import Views

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The style sheet with the register's own colour, on light and on dark paper.
func brand(_ files: ThemeFiles, _ settings: Settings) -> SiteFile {
  let brand = settings.theme.colour.flatMap(Colour.init) ?? files.colour("brand") ?? Colour(red: 0x1d, green: 0x5c, blue: 0x63)
  let paper = files.colour("dark_paper") ?? Colour(red: 0x14, green: 0x19, blue: 0x1b)
  let dark = brand.lightened(until: files.contrast, on: paper)
  var css: [UInt8] = []
  css.append(":root{--brand:\(brand.text);--on-brand:\(brand.ink.text)}\n")
  css.append("@media (prefers-color-scheme:dark){:root{--brand:\(dark.text);--on-brand:\(dark.ink.text)}}\n")
  return SiteFile(path: "brand.css", bytes: css)
}

/// What is wrong with the colour a register has chosen: no colour at all, or one that cannot be read on light paper.
///
/// On dark paper it is lightened until it can.
func checkBrand(_ files: ThemeFiles, _ settings: Settings) -> [Finding] {
  guard let text = settings.theme.colour else { return [] }
  let place = Place.file("Content/register.yaml")
  guard let brand = Colour(text) else { return [Finding("theme.colour", at: place, ["colour": text])] }
  let (paper, least) = (files.colour("paper") ?? .white, files.contrast)
  let ratio = brand.contrast(with: paper)
  guard ratio < least else { return [] }
  let facts = [
    "colour": text, "ratio": oneDecimal(ratio), "least": oneDecimal(least), "instead": brand.darkened(until: least, on: paper).text,
  ]
  return [Finding("theme.contrast", at: place, facts)]
}

extension ThemeFiles {
  /// A colour as the theme has it, or else the one it extends.
  fileprivate func colour(_ name: String) -> Colour? { settings.lazy.compactMap { $0.colour(name).flatMap(Colour.init) }.first }

  /// What text must have at least against its paper.
  fileprivate var contrast: Double { (settings.first ?? .plain).contrast }
}

/// Rounded down, so that what falls short never reads as if it did not.
private func oneDecimal(_ number: Double) -> String {
  let tenths = Int(number * 10)
  return "\(tenths / 10).\(tenths % 10)"
}

/// A colour as a screen shows it, with what the accessibility guidelines calculate of it.
package struct Colour: Sendable, Hashable {
  package let red: UInt8
  package let green: UInt8
  package let blue: UInt8

  static let black = Colour(red: 0, green: 0, blue: 0)
  static let white = Colour(red: 255, green: 255, blue: 255)

  init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Reads `#1d5c63`, and no other spelling.
  package init?(_ text: String) {
    guard text.utf8.count == 7, text.hasPrefix("#"),
      text.dropFirst().allSatisfy({ $0.isASCII && $0.isHexDigit }),
      let value = UInt32(text.dropFirst(), radix: 16)
    else { return nil }
    self.init(
      red: UInt8(value >> 16), green: UInt8(value >> 8 & 255), blue: UInt8(value & 255))
  }

  package var text: String {
    var bytes: [UInt8] = [UInt8(ascii: "#")]
    for part in [red, green, blue] { bytes.appendHex(part) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The contrast with another colour, from 1 to 21.
  package func contrast(with other: Colour) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// Black or white, whichever is read more easily on this colour.
  var ink: Colour { contrast(with: .white) >= contrast(with: .black) ? .white : .black }

  /// The colour mixed with white, a step at a time, until it can be read on the paper.
  func lightened(until wanted: Double, on paper: Colour) -> Colour {
    for step in 0...20 {
      let mixed = Colour(
        red: mix(red, step), green: mix(green, step), blue: mix(blue, step))
      if mixed.contrast(with: paper) >= wanted { return mixed }
    }
    return .white
  }

  /// The colour mixed with black, a step at a time, until it can be read on the paper.
  func darkened(until wanted: Double, on paper: Colour) -> Colour {
    for step in 0...20 {
      let part = { (part: UInt8) in UInt8(Int(part) * (20 - step) / 20) }
      let mixed = Colour(red: part(red), green: part(green), blue: part(blue))
      if mixed.contrast(with: paper) >= wanted { return mixed }
    }
    return .black
  }

  private func mix(_ part: UInt8, _ step: Int) -> UInt8 { UInt8((Int(part) * (20 - step) + 255 * step) / 20) }

  private var luminance: Double {
    0.2126 * Colour.linear(red) + 0.7152 * Colour.linear(green) + 0.0722 * Colour.linear(blue)
  }

  private static func linear(_ part: UInt8) -> Double {
    let share = Double(part) / 255
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
  }
}
