/// A copy of the site as something to be asked: which names it has, and what they hold.
///
/// The proof never touches a disk; who has one hands over the names and two questions. Digests may be worked out beforehand, on all
/// cores, and only looked up here.
package struct SiteCopy {
  /// A name under the site's root that is no folder.
  package struct Entry: Sendable, Hashable {
    package let path: String
    package let size: Int
    /// Whether it is a plain file; a link or a device is not.
    package let isFile: Bool

    package init(path: String, size: Int, isFile: Bool = true) {
      self.path = path
      self.size = size
      self.isFile = isFile
    }
  }

  package let entries: [Entry]
  package let bytes: (String) throws -> [UInt8]
  package let digest: (String) throws -> Digest

  /// - Parameters:
  ///   - entries: every name of the copy but folders, hidden ones too, in any order.
  ///   - bytes: what a file holds; asked for lists only.
  ///   - digest: what a file's bytes come to; asked at most once for each file.
  package init(
    entries: [Entry], bytes: @escaping (String) throws -> [UInt8],
    digest: @escaping (String) throws -> Digest
  ) {
    self.entries = entries
    self.bytes = bytes
    self.digest = digest
  }
}

/// A file that was frozen and may be absent: an edition says so, with the digest the file had.
package struct Redaction: Sendable, Hashable {
  package let path: String
  package let old: Digest
  /// The edition that lists the redaction: a later one than froze the file.
  package let edition: Int

  package init(path: String, old: Digest, edition: Int) {
    self.path = path
    self.old = old
    self.edition = edition
  }
}

/// Where a path stands among what editions freeze.
enum FrozenPlace: Hashable {
  /// `tools/<tool>/versions/<n>/source/…`
  case version(tool: String, number: Int)
  /// `editions/<k>/source/…` and `editions/<k>/edition.json`
  case edition(Int)
  /// `editions/<k>/SHA256SUMS` and its signature: proof itself.
  case proof(Int)
  /// Anything else under `editions/<k>/` that is no page, and anything under a number that is not written plainly.
  case stray
  /// A page, feed or asset, made from what is frozen.
  case made

  init(_ path: String) {
    let steps = path.split(separator: "/", omittingEmptySubsequences: false)
    guard steps.count >= 3 else {
      self = .made
      return
    }
    if steps[0] == "editions" {
      self = FrozenPlace.underEdition(steps)
    } else if steps[0] == "tools", steps.count >= 6, steps[2] == "versions", steps[4] == "source" {
      self = plainNumber(steps[3]).map { .version(tool: String(steps[1]), number: $0) } ?? .stray
    } else {
      self = .made
    }
  }

  private static func underEdition(_ steps: [Substring]) -> FrozenPlace {
    guard let edition = plainNumber(steps[1]) else {
      return steps.last?.hasSuffix(".html") == true ? .made : .stray
    }
    if steps.count >= 4, steps[2] == "source" { return .edition(edition) }
    guard steps.count == 3 else { return steps.last?.hasSuffix(".html") == true ? .made : .stray }
    switch steps[2] {
    case "edition.json": return .edition(edition)
    case "SHA256SUMS", "SHA256SUMS.sig": return .proof(edition)
    default: return steps[2].hasSuffix(".html") ? .made : .stray
    }
  }
}

/// A number from 1 as it is written without sign or leading noughts.
private func plainNumber(_ text: Substring) -> Int? {
  guard let number = Int(text), number > 0, String(number) == text else { return nil }
  return number
}
