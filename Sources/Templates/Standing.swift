/// Where in HTML a template stands after the bytes so far: between tags, in an attribute, in a comment.
///
/// Not a parser: it follows just as much as it takes to say what may be printed here. It is carried along while a template is
/// compiled, through its sections, blocks and partials, so that an attribute may begin in one template and end in another.
struct Standing: Hashable {
  enum Mode: UInt8 {
    /// Between tags, where text is read.
    case text
    /// After `<`.
    case open
    case tagName, inTag, attributeName, afterName, beforeValue
    case double, single, unquoted
    /// After `<!`.
    case declaration
    /// `<!…>`, `<?…>` and `</…>` that are nothing else: a comment up to the first `>`.
    case bogus
    /// After `<!--`, where `>` and `->` end a comment as well.
    case commentStart
    case comment
    /// In an element whose content is no HTML: script, style, title, textarea and the like.
    case raw
    /// Where nothing may be printed any more: in a script that has `<!--` in it, as what ends it then depends on what it holds; and
    /// after a name of which a section cut off the end.
    case lost
  }

  private(set) var mode = Mode.text
  /// The tag being read, or the element of raw content.
  private(set) var element: [UInt8] = []
  private(set) var closing = false
  /// The attribute's name; in other modes the few bytes that decide what comes next.
  private(set) var word: [UInt8] = []
  /// What a section cut off just before, which the next byte may still belong to.
  private var cut = Cut.nothing

  private enum Cut: UInt8 {
    case nothing
    /// A name and the space after it, where only `=` goes on with it.
    case nameAndSpace
    case name
  }

  static let text = Standing()

  private static let longest = 16

  mutating func take(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes { take(byte) }
  }

  private mutating func take(_ byte: UInt8) {
    switch mode {
    case .text: if byte == UInt8(ascii: "<") { mode = .open }
    case .open: opened(byte)
    case .tagName: tagName(byte)
    case .inTag, .attributeName, .afterName, .beforeValue: inTag(byte)
    case .double: if byte == UInt8(ascii: "\"") { leaveValue() }
    case .single: if byte == UInt8(ascii: "'") { leaveValue() }
    case .unquoted:
      if isSpace(byte) { leaveValue() }
      if byte == UInt8(ascii: ">") { endTag() }
    case .declaration: declaration(byte)
    case .bogus: if byte == UInt8(ascii: ">") { self = .text }
    case .commentStart: commentStart(byte)
    case .comment: comment(byte)
    case .raw: raw(byte)
    case .lost: break
    }
  }

  private mutating func opened(_ byte: UInt8) {
    element = []
    word = []
    closing = false
    switch byte {
    case UInt8(ascii: "/"):
      closing = true
      mode = .tagName
    case UInt8(ascii: "!"): mode = .declaration
    case UInt8(ascii: "?"): mode = .bogus
    case UInt8(ascii: "<"): break
    case _ where isLetter(byte):
      mode = .tagName
      element = [lower(byte)]
    default: mode = .text
    }
  }

  private mutating func tagName(_ byte: UInt8) {
    if closing, element.isEmpty, !isLetter(byte) {
      self = .text
      if byte != UInt8(ascii: ">") { mode = .bogus }
    } else if isSpace(byte) || byte == UInt8(ascii: "/") {
      mode = .inTag
    } else if byte == UInt8(ascii: ">") {
      endTag()
    } else if element.count < Standing.longest {
      element.append(lower(byte))
    }
  }

  private mutating func inTag(_ byte: UInt8) {
    if cut != .nothing, joins(byte) { return mode = .lost }
    if byte == UInt8(ascii: ">") { return endTag() }
    if mode == .beforeValue { return beforeValue(byte) }
    if byte == UInt8(ascii: "="), mode != .inTag { return mode = .beforeValue }
    if byte == UInt8(ascii: "/") { return mode = .inTag }
    if isSpace(byte) {
      if mode == .attributeName { mode = .afterName }
      return
    }
    if mode != .attributeName { word = [] }
    mode = .attributeName
    if word.count < Standing.longest { word.append(lower(byte)) }
  }

  /// Whether a byte goes on with the name that was cut off.
  private mutating func joins(_ byte: UInt8) -> Bool {
    let isSpace = isSpace(byte)
    defer { cut = isSpace ? .nameAndSpace : .nothing }
    return byte == UInt8(ascii: "=") || cut == .name && !isSpace && byte != UInt8(ascii: "/") && byte != UInt8(ascii: ">")
  }

  private mutating func beforeValue(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): mode = .double
    case UInt8(ascii: "'"): mode = .single
    case _ where isSpace(byte): break
    default: mode = .unquoted
    }
  }

  private mutating func leaveValue() {
    mode = .inTag
    word = []
  }

  private mutating func endTag() {
    word = []
    if !closing, Standing.rawElements.contains(element) {
      mode = .raw
    } else {
      mode = .text
      element = []
      closing = false
    }
  }

  private mutating func declaration(_ byte: UInt8) {
    word.append(byte)
    if byte == UInt8(ascii: ">") {
      self = .text
    } else if word == Standing.dashes {
      mode = .commentStart
      word = []
    } else if byte != UInt8(ascii: "-") {
      mode = .bogus
      word = []
    }
  }

  private mutating func commentStart(_ byte: UInt8) {
    if byte == UInt8(ascii: ">") { return self = .text }
    let isDash = byte == UInt8(ascii: "-")
    if !isDash || !word.isEmpty { mode = .comment }
    word = isDash ? word + [byte] : []
  }

  /// A comment ends at `-->`, and at `--!>` too.
  private mutating func comment(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: ">") where word.count >= 2: self = .text
    case UInt8(ascii: "!") where word == Standing.dashes: word.append(byte)
    case UInt8(ascii: "-"): word = word.count == 1 || word == Standing.dashes ? Standing.dashes : [byte]
    default: word = []
    }
  }

  /// Raw content ends at its own closing tag and nowhere else.
  private mutating func raw(_ byte: UInt8) {
    let end = Standing.closingMark + element
    if word == end, isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") {
      closing = true
      mode = .inTag
      word = []
      if byte == UInt8(ascii: ">") { endTag() }
    } else {
      word.append(lower(byte))
      if word == Standing.commentMark, element.elementsEqual("script".utf8) { return mode = .lost }
      if !end.starts(with: word), !Standing.commentMark.starts(with: word) { word = byte == UInt8(ascii: "<") ? [byte] : [] }
    }
  }

  private static let dashes = Array("--".utf8)
  private static let commentMark = Array("<!--".utf8)
  private static let closingMark = Array("</".utf8)
  private static let rawElements = ["script", "style", "title", "textarea", "iframe", "noembed", "noframes", "xmp"].map { Array($0.utf8) }
}

extension Standing {
  /// The same place as seen from the start or the end of a section: a name that was begun is at its end.
  var settled: Standing {
    var settled = self
    switch mode {
    case .tagName where element.isEmpty: break
    case .tagName, .attributeName, .afterName, .inTag:
      if mode != .inTag { settled.cut = mode == .afterName ? .nameAndSpace : .name }
      settled.mode = .inTag
      settled.word = []
    default: break
    }
    return settled
  }

  /// Where the text after a section stands, which may have been left out; nothing where it depends on that.
  func joined(with inside: Standing) -> Standing? {
    var both = self
    if inside.cut.rawValue > cut.rawValue { both.cut = inside.cut }
    var other = inside
    other.cut = both.cut
    return both == other ? both : nil
  }

  var isText: Bool { mode == .text }

  /// The attribute whose value this is in.
  var attribute: String? {
    switch mode {
    case .beforeValue, .double, .single, .unquoted: String(decoding: word, as: UTF8.self)
    default: nil
    }
  }

  /// The element of plain text that this is in.
  var rawElement: String? { mode == .raw ? String(decoding: element, as: UTF8.self) : nil }

  /// The code of the rule that forbids any tag at all here.
  var forbidden: String? {
    switch mode {
    case .raw where element.elementsEqual("script".utf8): "template.in-script"
    case .raw where element.elementsEqual("style".utf8): "template.in-style"
    case .lost: element.elementsEqual("script".utf8) ? "template.in-script" : "template.in-tag"
    case .declaration, .bogus, .commentStart, .comment: "template.in-comment"
    case .beforeValue, .unquoted: "template.unquoted"
    case .double, .single:
      if word.count > 2, word.starts(with: "on".utf8) {
        "template.event-attribute"
      } else {
        word.elementsEqual("style".utf8) ? "template.style-attribute" : nil
      }
    default: nil
    }
  }

  /// The code of the rule that forbids printing a value here.
  func forbids(escaped: Bool) -> String? {
    if let forbidden { return forbidden }
    switch mode {
    case .open, .tagName, .inTag, .attributeName, .afterName: return "template.in-tag"
    case .single: return "template.single-quotes"
    case .double, .raw: return escaped ? nil : "template.markup-here"
    default: return nil
    }
  }
}

private func isLetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower(byte))
}

private func lower(_ byte: UInt8) -> UInt8 {
  (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}
