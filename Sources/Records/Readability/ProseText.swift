import Bytes
import Findings
import Reading

/// A passage as its readers take it in: the words of its paragraphs and list items one after another, each knowing where it was written.
///
/// Tables, code and HTML are left out: nobody reads them in sentences. Headings stay out too.
struct ProseText {
  private(set) var bytes: [UInt8] = []
  /// One for each paragraph: a sentence ends where it does.
  private(set) var blocks: [Range<Int>] = []
  /// Where its words were written, for the few findings that ask.
  private let tree: Tree

  init(_ tree: Tree) {
    self.tree = tree
    bytes.reserveCapacity(tree.nodes[0].span.length + 1)
    var start = 0
    tree.eachWordsPiece { piece in
      switch piece {
      case .text(let node):
        bytes.append(contentsOf: tree.words[tree.nodes[node].text.range])
      case .sign(let byte): bytes.append(byte)
      case .end:
        if bytes.count > start { blocks.append(start..<bytes.count) }
        bytes.append(0x0A)
        start = bytes.count
      }
    }
  }

  /// Where some of the words were written; to the end of their piece where they run over several.
  func span(_ range: Range<Int>) -> Span {
    let pieces = pieces
    guard let low = pieces.lastIndex(where: { $0.at <= range.lowerBound }) ?? pieces.indices.first else { return Span(start: 0, length: 0) }
    let piece = pieces[low]
    let length = (low + 1 < pieces.count ? pieces[low + 1].at : bytes.count) - piece.at
    let offset = min(range.lowerBound - piece.at, piece.span.length)
    // An escape or a reference is longer in the file than in the text: then the place is the piece.
    guard length >= piece.span.length, offset >= 0 else { return piece.span }
    return Span(start: piece.span.start + offset, length: max(1, min(range.count, piece.span.length - offset)))
  }

  /// Where each piece of text begins, and where it was written.
  private var pieces: [(at: Int, span: Span)] {
    var (pieces, at): ([(at: Int, span: Span)], Int) = ([], 0)
    tree.eachWordsPiece { piece in
      switch piece {
      case .text(let node):
        pieces.append((at, tree.nodes[node].span))
        at += tree.nodes[node].text.range.count
      case .sign, .end: at += 1
      }
    }
    return pieces
  }
}

extension Tree {
  fileprivate enum WordsPiece {
    /// The text of a node.
    case text(Int)
    case sign(UInt8)
    /// The end of a paragraph.
    case end
  }

  /// Goes through what people read in sentences.
  @inline(__always) fileprivate func eachWordsPiece(_ body: (WordsPiece) -> Void) {
    var index = 0
    while index < nodes.count {
      switch nodes[index].kind {
      case .table, .codeBlock, .htmlBlock: index = end(of: index)
      case .paragraph:
        let end = end(of: index)
        for inner in index..<end {
          switch nodes[inner].kind {
          case .text: body(.text(inner))
          case .softBreak, .lineBreak: body(.sign(0x20))
          // What stands in for code is a word of no length to speak of.
          case .code: body(.sign(0x5F))
          default: break
          }
        }
        body(.end)
        index = end
      default: index += 1
      }
    }
  }
}

/// One sentence: how many words it has, and how many syllables in those that tell how hard it is.
struct Sentence {
  var range: Range<Int>
  var words = 0
  /// Words that are neither names nor numbers nor addresses.
  var plainWords = 0
  var syllables = 0
}

extension ProseText {
  var sentences: [Sentence] {
    var result: [Sentence] = []
    eachSentence { result.append($0) }
    return result
  }

  /// Calls for each sentence in turn.
  @inline(__always) func eachSentence(_ body: (Sentence) -> Void) {
    bytes.withUnsafeBufferPointer { text in
      for block in blocks { cut(text, block, body) }
    }
  }

  @inline(__always) private func cut(_ text: UnsafeBufferPointer<UInt8>, _ block: Range<Int>, _ body: (Sentence) -> Void) {
    var sentence = Sentence(range: block.lowerBound..<block.lowerBound)
    var index = block.lowerBound
    while index < block.upperBound {
      if text[index] == 0x20 {
        index += 1
        continue
      }
      if let word = plainWord(text, index, first: sentence.words == 0) {
        if sentence.words == 0 { sentence.range = index..<index }
        sentence.words += 1
        sentence.plainWords += 1
        sentence.syllables += word.syllables
        index = word.end
        continue
      }
      guard isWordByte(text[index]), !isMark(text, index) else {
        if endsSentence(text, index, block), sentence.words > 0 {
          sentence.range = sentence.range.lowerBound..<(index + 1)
          body(sentence)
          sentence = Sentence(range: (index + 1)..<(index + 1))
        }
        index += isMark(text, index) ? 3 : 1
        continue
      }
      let word = word(text, index, block.upperBound, first: sentence.words == 0)
      if sentence.words == 0 { sentence.range = index..<index }
      sentence.words += 1
      if word.isPlain {
        sentence.plainWords += 1
        sentence.syllables += syllables(text, index..<word.end, isJoined: word.isJoined)
      }
      index = word.end
    }
    if sentence.words > 0 {
      sentence.range = sentence.range.lowerBound..<block.upperBound
      body(sentence)
    }
  }

  /// A word of up to fifteen small letters with a space or a sign behind it, as nearly all are: no letter of it is looked at by itself.
  @inline(__always) func plainWord(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, first: Bool
  ) -> (end: Int, syllables: Int)? {
    let lanes = Lanes(text, at: start)
    var letters = Lanes.bits(lanes.small)
    if first, isUpper(text[start]) { letters |= 1 }
    let length = (~letters).trailingZeroBitCount
    guard length > 0, length < Lanes.count else { return nil }
    let end = start + length
    switch text[end] {
    case 0x20, 0x0A, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ")"), UInt8(ascii: "?"), UInt8(ascii: "!"): break
    case UInt8(ascii: "."), UInt8(ascii: ":"): guard text[end + 1] <= 0x20 else { return nil }
    default: return nil
    }
    return (end, syllables(text, start..<end, vowels: UInt64(Lanes.bits(lanes.vowels))))
  }

  /// Letters and digits with what may stand inside a word: `well-known`, `don't`, `0.81`, `a@b.org`, `https://…`.
  ///
  /// A word is plain where all its letters are small, but for the first of a sentence: a capital within one is a name. It is joined where
  /// a hyphen stands in it.
  func word(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, first: Bool
  ) -> (end: Int, isPlain: Bool, isJoined: Bool) {
    var isPlain = true
    var isJoined = false
    var end = start
    while true {
      end = text.place(from: end) { ~$0.small }
      // A block ends in a byte that is no letter.
      guard end < limit else { break }
      let byte = text[end]
      if byte == 0x20 {
        break
      } else if isUpper(byte) || isDigit(byte) {
        if isDigit(byte) || end > start || !first { isPlain = false }
        end += 1
      } else if isMark(text, end) {
        // `don’t`, but not a word at the end of a quotation.
        guard text[end + 2] == 0x99, end > start, end + 3 < limit, isLetter(text[end + 3]) else { break }
        end += 3
      } else if byte >= 0x80 {
        end += 1
      } else if end + 1 < limit, isWordByte(text[end + 1]), !isMark(text, end + 1), isOne(byte, of: "-'.@/_:&") {
        if !isOne(byte, of: "-'") { isPlain = false }
        if byte == UInt8(ascii: "-") { isJoined = true }
        end += 1
      } else if end + 2 < limit, byte == UInt8(ascii: ":"), text[end + 1] == UInt8(ascii: "/") {
        isPlain = false
        end += 2
      } else if byte == UInt8(ascii: "/"), end > start, text[end - 1] == UInt8(ascii: "/") {
        isPlain = false
        end += 1
      } else {
        break
      }
    }
    return (end, isPlain, isJoined)
  }

  /// Quotation marks, dashes and the like: three bytes that are no letter.
  private func isMark(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    text[index] == 0xE2 && index + 2 < text.count && text[index + 1] == 0x80
  }

  private func endsSentence(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ block: Range<Int>) -> Bool {
    let byte = text[index]
    guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") else { return false }
    var next = index + 1
    while next < block.upperBound, isOne(text[next], of: ")\"'*") || text[next] == 0xE2 {
      // A closing quotation mark is three bytes.
      next += text[next] == 0xE2 ? 3 : 1
    }
    if next >= block.upperBound { return true }
    guard text[next] == 0x20 else { return false }
    while next < block.upperBound, text[next] == 0x20 { next += 1 }
    guard next < block.upperBound, !isLower(text[next]) else { return false }
    return byte != UInt8(ascii: ".") || !isShortened(text, before: index, block.lowerBound, number: isDigit(text[next]))
  }

  /// `Dr.`, `No.`, `e.g.`: a full stop that ends no sentence.
  private func isShortened(_ text: UnsafeBufferPointer<UInt8>, before end: Int, _ limit: Int, number: Bool) -> Bool {
    var start = end
    while start > limit, isLetter(text[start - 1]) || text[start - 1] == UInt8(ascii: ".") { start -= 1 }
    let word = text[start..<end]
    guard word.count <= longestShortened else { return false }
    if word.count == 1, let letter = word.first, isUpper(letter) { return true }
    return shortened.contains { isSame($0, word) } || (number && beforeNumbers.contains { isSame($0, word) })
  }
}

private func isSame(_ known: StaticString, _ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
  guard known.utf8CodeUnitCount == word.count else { return false }
  return UnsafeBufferPointer(start: known.utf8Start, count: word.count).elementsEqual(word)
}

private let shortened: [StaticString] = ["Mr", "Mrs", "Ms", "Dr", "Prof", "Rev", "St", "e.g", "i.e", "vs", "approx", "cf"]
private let beforeNumbers: [StaticString] = ["No", "Nos", "p", "pp", "Art", "para", "ca"]
private let longestShortened = 6
