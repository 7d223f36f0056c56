import Bytes
import Findings
import Reading

/// Initials that nobody explains: neither the register's own page nor the tool's texts.
///
/// Explained is `Senior Responsible Owner (SRO)` or `SRO (Senior Responsible Owner)`, once in any text of the tool. One finding for each,
/// where they first stand.
func checkInitials(_ texts: [ReadText], _ context: CheckContext) -> [Finding] {
  var findings: [Finding] = []
  var known = Set(everybodyKnows)
  known.formUnion(context.vocabulary.settings.explained)
  lazy var explained = context.tool.explained
  for text in texts where !text.isWelsh && text.audiences.contains(where: { $0.readingAge != nil }) {
    for range in text.text.initials {
      let initials = String(decoding: text.text.bytes[range], as: UTF8.self)
      guard !shoutedWords.contains(initials), known.insert(initials).inserted, !explained.contains(initials) else { continue }
      let audience = text.audiences.first { $0.readingAge != nil }?.heading ?? ""
      findings.append(Finding("reading.initials", at: text.place(range), ["initials": initials, "audience": audience]))
    }
  }
  return findings
}

/// Words that are written in capitals so that nobody misses them.
private let shoutedWords: Set<String> = [
  "ALL", "ALWAYS", "AND", "ANY", "BOTH", "BUT", "CANNOT", "DO", "DRAFT", "EACH", "EVERY", "FOR", "IN", "IS", "MAY", "MUST", "NEVER", "NEW",
  "NO", "NONE", "NOT", "NOTE", "OF", "OLD", "ON", "ONLY", "OR", "STOP", "THE", "TO", "USE", "WHO", "WILL", "WITH", "YES",
]

/// Initials that are words by now.
private let everybodyKnows = [
  "UK", "GB", "EU", "USA", "NHS", "GP", "GPs", "TV", "BBC", "PDF", "PC", "OK", "CCTV", "DNA", "HIV", "AM", "PM", "IT", "PO", "MP", "MPs",
  "ID",
]

/// A longer word of capitals is a word.
private let longestInitials = 6

extension ProseText {
  /// Words of two to six capitals, with an s at their end or without; not those in a line of capitals, and no Roman numbers.
  fileprivate var initials: [Range<Int>] {
    bytes.withUnsafeBufferPointer { initials($0) }
  }

  private func initials(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var index = 0
    while true {
      index = bytes.place(from: index) { $0.capitals }
      guard index < bytes.count else { return result }
      if index > 0, isWordByte(bytes[index - 1]) {
        index += 1
        continue
      }
      var end = index
      var capitals = 0
      while end < bytes.count, isUpper(bytes[end]) || (bytes[end] == UInt8(ascii: "&") && end > index) {
        capitals += 1
        end += 1
      }
      var stop = end
      while stop < bytes.count, isWordByte(bytes[stop]) { stop += 1 }
      let plural = stop == end + 1 && bytes[end] == UInt8(ascii: "s")
      if (2...longestInitials).contains(capitals), stop == end || plural, !bytes[index..<end].allSatisfy({ isOne($0, of: "IVXLC") }),
        !isPartOfCode(index..<stop), !isShouted(index..<stop)
      {
        result.append(index..<end)
      }
      index = stop
    }
  }

  /// Whether a sign joins a word to a code or an address.
  private func isPartOfCode(_ word: Range<Int>) -> Bool {
    let before = word.lowerBound > 0 ? bytes[word.lowerBound - 1] : 0x20
    let after = word.upperBound < bytes.count ? bytes[word.upperBound] : 0x20
    if isOne(before, of: "-_/.@") || isOne(after, of: "_@") { return true }
    return after == UInt8(ascii: "-") && word.upperBound + 1 < bytes.count && isDigit(bytes[word.upperBound + 1])
  }

  /// Whether a word is the third of a row of words in capitals, or stands before or between two of them: `WARNING: DO NOT USE`.
  private func isShouted(_ word: Range<Int>) -> Bool {
    var beside = 0
    var start = word.lowerBound
    while beside < 2, start > 1, bytes[start - 1] == 0x20 {
      let end = isOne(bytes[start - 2], of: ":!") ? start - 2 : start - 1
      start = end
      while start > 0, isUpper(bytes[start - 1]) { start -= 1 }
      guard end - start > 1, start == 0 || !isWordByte(bytes[start - 1]) else { break }
      beside += 1
    }
    var end = word.upperBound
    while beside < 2, end < bytes.count {
      let next = end + (isOne(bytes[end], of: ":!") ? 2 : 1)
      guard next < bytes.count, bytes[next - 1] == 0x20 else { break }
      end = next
      while end < bytes.count, isUpper(bytes[end]) { end += 1 }
      guard end - next > 1, end == bytes.count || !isWordByte(bytes[end]) else { break }
      beside += 1
    }
    return beside > 1
  }
}

extension Tool {
  /// The initials that any document writes in brackets after their words, or with their words in brackets after them.
  fileprivate var explained: Set<String> {
    var result: Set<String> = []
    for document in all {
      document.source.bytes.withUnsafeBufferPointer { bytes in
        let scan = PrivacyScan(bytes)
        for index in bytes.indices.dropFirst() where isUpper(bytes[index]) && !isWordByte(bytes[index - 1]) {
          let letters = bytes[index...].prefix(longestInitials + 1).prefix { isUpper($0) || $0 == UInt8(ascii: "&") }
          guard letters.count <= longestInitials, letters.endIndex < bytes.count else { continue }
          let after = bytes[letters.endIndex]
          let isInBrackets = bytes[index - 1] == UInt8(ascii: "(") && (after == UInt8(ascii: ")") || after == UInt8(ascii: "s"))
          if isInBrackets || after == 0x20 && scan.byte(letters.endIndex + 1) == UInt8(ascii: "(") {
            result.insert(String(decoding: letters, as: UTF8.self))
          }
        }
      }
    }
    return result
  }
}
