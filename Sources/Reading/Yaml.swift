internal import CYAML
package import Findings

/// Reads one YAML document as a tree of maps, lists and texts, each with its place.
///
/// It is the only file that knows libyaml, and it listens to the library's events rather than to its documents: so an alias is never
/// followed, a tag never obeyed, and every scalar stays the text that was typed. Refused, each with a finding: anchors, aliases,
/// tags, directives, a second document, keys that are no plain text or stand twice, tabs for indentation, characters that hide
/// or turn text, and anything nested deeper or longer than the limits. Plain YAML never comes to the library (`plainYAML`).
///
/// - Parameter span: the part of the source to read; the whole file where it is left out.
/// - Returns: the document's node, or nothing where there is none or its form is broken; and what was found on the way.
package func readYAML(
  _ source: Source, in span: Span? = nil, limits: Limits = Limits()
) -> (node: Node?, findings: [Finding]) {
  var gathering = Gathering(source, limit: limits.findings)
  guard let text = gathering.checkText(limits) else { return (nil, gathering.finish()) }
  let node = gathering.readYAML(in: span ?? text, limits)
  return (node, gathering.finish())
}

extension Gathering {
  /// Reads a part of a source whose characters have been checked.
  mutating func readYAML(in span: Span, _ limits: Limits) -> Node? {
    let plain = source.bytes.withUnsafeBufferPointer { plainYAML($0, in: span, limits) }
    return plain ?? readAnyYAML(in: span, limits)
  }

  /// Reads YAML with libyaml, whatever it holds.
  mutating func readAnyYAML(in span: Span, _ limits: Limits) -> Node? {
    guard checkLines(ofYAML: span) else { return nil }
    let source = source
    var builder = Builder(limits: limits)
    let failure = source.bytes.withUnsafeBufferPointer { bytes in
      readEvents(UnsafeBufferPointer(rebasing: bytes[span.start..<span.end]), base: span.start) {
        event, marks in
        builder.take(event, &marks, &self)
      }
    }
    if let failure {
      if !checkQuote(builder.quote, before: failure.offset) { addSyntax(failure) }
      return nil
    }
    if builder.root == nil, findings.isEmpty { add("yaml.empty", at: span) }
    return builder.root
  }
}

/// Why libyaml gave up, and where.
struct Failure {
  var problem: String
  var offset: Int
  /// Where what could not be finished was begun.
  var opening: Int
}

/// Hands each event of a stream to a receiver until the stream ends, is broken, or the receiver has had enough.
private func readEvents(
  _ bytes: UnsafeBufferPointer<UInt8>, base: Int,
  _ receive: (yaml_event_t, inout Marks) -> Bool
) -> Failure? {
  var marks = Marks(bytes, base: base)
  var parser = yaml_parser_t()
  guard yaml_parser_initialize(&parser) == 1 else {
    return Failure(problem: "not enough memory", offset: base, opening: base)
  }
  defer { yaml_parser_delete(&parser) }
  yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
  yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
  while true {
    var event = yaml_event_t()
    guard yaml_parser_parse(&parser, &event) == 1 else {
      let problem = parser.problem.map { String(cString: $0) } ?? "not enough memory"
      return Failure(
        problem: problem, offset: marks.offset(parser.problem_mark.index),
        opening: marks.offset(parser.context_mark.index))
    }
    defer { yaml_event_delete(&event) }
    if event.type == YAML_STREAM_END_EVENT { return nil }
    guard receive(event, &marks) else { return nil }
  }
}

extension Marks {
  fileprivate mutating func span(_ event: yaml_event_t) -> Span {
    let start = offset(event.start_mark.index)
    return Span(start: start, length: max(0, offset(event.end_mark.index) - start))
  }
}

/// Puts the events of one document together, without recursion.
private struct Builder {
  /// A list or map that is not finished.
  struct Frame {
    var start: Int
    var end: Int
    var isMap: Bool
    var isFlow: Bool
    var list: [Node] = []
    var entries: [Entry] = []
    var key: Scalar?
    /// The names of a long map; a short one is quicker looked through.
    private var names: Set<String> = []

    init(start: Int, end: Int, isMap: Bool, isFlow: Bool) {
      self.start = start
      self.end = end
      self.isMap = isMap
      self.isFlow = isFlow
      if isMap { entries.reserveCapacity(8) }
    }

    /// Whether a name stands in the map already; called once for each name, in order.
    mutating func holds(_ name: String) -> Bool {
      if entries.count < 32 { return entries.contains { $0.key.text == name } }
      if entries.count == 32 { names = Set(entries.map(\.key.text)) }
      return !names.insert(name).inserted
    }
  }

  let limits: Limits
  var root: Node?
  private var frames: [Frame] = []
  private var documents = 0
  /// Where the last piece of text or bracket ended.
  private var end: Int?
  /// The last piece of text, where it was in quotes.
  private(set) var quote: Span?

  init(limits: Limits) { self.limits = limits }

  /// Takes one event; false where reading on makes no sense.
  mutating func take(_ event: yaml_event_t, _ marks: inout Marks, _ gathering: inout Gathering) -> Bool {
    let span = marks.span(event)
    if let end, end < span.start {
      guard gathering.checkGap(Span(start: end, length: span.start - end)) else { return false }
    }
    end = max(end ?? 0, gathering.endOfToken(span))
    switch event.type {
    case YAML_STREAM_START_EVENT:
      end = span.start
      return true
    case YAML_DOCUMENT_START_EVENT:
      documents += 1
      let start = event.data.document_start
      if start.version_directive != nil || start.tag_directives.start != start.tag_directives.end {
        gathering.add("yaml.directive", at: span)
      }
      if documents > 1 { gathering.add("yaml.documents", at: span) }
      return documents == 1
    case YAML_ALIAS_EVENT:
      gathering.add("yaml.alias", at: span, ["alias": gathering.excerpt(span)])
      return place(Node(span: span, content: .scalar(Scalar(text: "", span: span))), &gathering)
    case YAML_SCALAR_EVENT:
      return takeScalar(event.data.scalar, span, &gathering)
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      gathering.refuse(anchor: start.anchor, tag: start.tag, at: span)
      return open(span, isMap: false, isFlow: start.style == YAML_FLOW_SEQUENCE_STYLE, &gathering)
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      gathering.refuse(anchor: start.anchor, tag: start.tag, at: span)
      return open(span, isMap: true, isFlow: start.style == YAML_FLOW_MAPPING_STYLE, &gathering)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      return close(span, &gathering)
    default: return true
    }
  }

  private mutating func takeScalar(
    _ scalar: yaml_event_t.__Unnamed_union_data.__Unnamed_struct_scalar, _ span: Span,
    _ gathering: inout Gathering
  ) -> Bool {
    gathering.refuse(anchor: scalar.anchor, tag: scalar.tag, at: span)
    let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    let style: Scalar.Style
    switch scalar.style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: style = .single
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
      style = .double
      if let found = firstForbidden(bytes, from: 0) {
        gathering.add("yaml.escape", at: span, ["character": found.name])
      }
    case YAML_LITERAL_SCALAR_STYLE: style = .literal
    case YAML_FOLDED_SCALAR_STYLE: style = .folded
    default: style = .plain
    }
    var span = span
    if style == .literal || style == .folded {
      gathering.checkHeader(span)
      span = gathering.trimmedAtEnd(span)
    }
    if style == .plain, bytes.count == 1, bytes[0] == UInt8(ascii: "-") {
      gathering.add("yaml.character", at: span, ["character": "-"])
    }
    quote = style == .single || style == .double ? span : nil
    if quote != nil, gathering.endsLine(span) { checkMargin(span, &gathering) }
    let text = String(decoding: bytes, as: UTF8.self)
    return place(Node(span: span, content: .scalar(Scalar(text: text, span: span, style: style))), &gathering)
  }

  /// Refuses a text or bracket that goes on over lines further out than what it belongs to.
  private func checkMargin(_ span: Span, _ gathering: inout Gathering) {
    guard let frame = frames.last, !frame.isFlow else { return }
    gathering.checkMargin(span, of: frame.start)
  }

  private mutating func open(
    _ span: Span, isMap: Bool, isFlow: Bool, _ gathering: inout Gathering
  ) -> Bool {
    if let frame = frames.last, frame.isMap, frame.key == nil {
      gathering.add("yaml.key", at: span)
      return false
    }
    guard frames.count < limits.nesting else {
      gathering.add("yaml.nesting", at: span, ["limit": String(limits.nesting)])
      return false
    }
    frames.append(Frame(start: span.start, end: span.end, isMap: isMap, isFlow: isFlow))
    return true
  }

  private mutating func close(_ span: Span, _ gathering: inout Gathering) -> Bool {
    guard let frame = frames.popLast() else { return false }
    let end = frame.isFlow ? max(span.end, frame.end) : frame.end
    let whole = Span(start: frame.start, length: end - frame.start)
    if frame.isFlow { checkMargin(whole, &gathering) }
    return place(
      Node(span: whole, content: frame.isMap ? .map(frame.entries) : .list(frame.list)), &gathering)
  }

  /// Puts a finished node where it belongs: the document, a list, a map's key or the key's value.
  private mutating func place(_ node: consuming Node, _ gathering: inout Gathering) -> Bool {
    let top = frames.count - 1
    guard top >= 0 else {
      root = node
      return true
    }
    frames[top].end = max(frames[top].end, node.span.end)
    guard frames[top].isMap else {
      frames[top].list.append(node)
      return true
    }
    if let key = frames[top].key {
      frames[top].key = nil
      frames[top].entries.append(Entry(key: key, value: node))
      return true
    }
    guard case .scalar(let key) = node.content, !key.text.isEmpty, key.style.rawValue <= Scalar.Style.double.rawValue
    else {
      gathering.add("yaml.key", at: node.span)
      return false
    }
    if frames[top].holds(key.text) {
      gathering.add("yaml.duplicate", at: key.span, ["key": gathering.excerpt(key.span)])
    }
    frames[top].key = key
    return true
  }
}

extension Gathering {
  fileprivate mutating func refuse(
    anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?, at span: Span
  ) {
    if anchor != nil { add("yaml.anchor", at: span, ["text": excerpt(span)]) }
    if tag != nil { add("yaml.tag", at: span, ["text": excerpt(span)]) }
  }
}
