internal import CCmark
internal import Findings

/// The table extension, registered once in the life of the program.
///
/// A lazy global is made by one thread while others wait, so the library's list of extensions and its variables for the types of
/// table nodes never change under a parse. No other extension is ever attached: `strikethrough` edits a table of characters that
/// all threads share with each parse, `autolink` reads out of bounds, `tasklist` has no use here.
private let tables: Tables = {
  cmark_gfm_core_extensions_ensure_registered()
  return Tables(
    syntax: cmark_find_syntax_extension("table"), table: gazette_node_table(),
    row: gazette_node_table_row(), cell: gazette_node_table_cell())
}()

private struct Tables: @unchecked Sendable {
  var syntax: OpaquePointer?
  var table: UInt32
  var row: UInt32
  var cell: UInt32
}

/// Makes the flat tree of a piece of Markdown that the guard has let through.
///
/// It is the only file that knows cmark. The library's tree is walked with its iterator and given back whole; its places, some of which are
/// missing or run backwards, are clamped to the passage.
///
/// - Parameter memory: bytes of text the tree may hold.
/// - Returns: the tree, or nothing where its text is more than that.
func parseMarkdown(
  _ text: UnsafeBufferPointer<UInt8>, _ lines: Lines, memory: Int
) -> Tree? {
  let tables = tables
  guard let parser = gazette_parser(CMARK_OPT_FOOTNOTES) else { return nil }
  defer { gazette_release() }
  if let syntax = tables.syntax { _ = cmark_parser_attach_syntax_extension(parser, syntax) }
  text.withMemoryRebound(to: CChar.self) {
    cmark_parser_feed(parser, $0.baseAddress, $0.count)
  }
  guard let root = cmark_parser_finish(parser), let iterator = cmark_iter_new(root) else { return nil }

  var conversion = Conversion(text: text, lines: lines, tables: tables, memory: memory)
  while true {
    let event = cmark_iter_next(iterator)
    if event == CMARK_EVENT_DONE { break }
    guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) else { continue }
    guard conversion.enter(node) else { return nil }
  }
  return Tree(nodes: conversion.nodes, words: conversion.words)
}

/// One walk over cmark's tree: which of its nodes are open, and where the last one ended.
private struct Conversion {
  typealias Pointer = OpaquePointer

  let text: UnsafeBufferPointer<UInt8>
  let lines: Lines
  let tables: Tables
  let memory: Int
  var nodes: [TreeNode] = []
  var words: [UInt8] = []
  private var open: [(pointer: Pointer, index: Int32, last: Int32)] = []
  /// Where the block that holds the inlines starts.
  private var blockLine = 0
  private var blockColumn = 0
  private var alignments: [TreeNode.Alignment] = []
  private var column = 0
  private var notes: Int32 = 0

  init(text: UnsafeBufferPointer<UInt8>, lines: Lines, tables: Tables, memory: Int) {
    self.text = text
    self.lines = lines
    self.tables = tables
    self.memory = memory
    // A paragraph of plain words, as most are.
    nodes.reserveCapacity(4)
    open.reserveCapacity(4)
  }

  /// Takes one node; false where the tree grows over its limit.
  mutating func enter(_ pointer: Pointer) -> Bool {
    let parent = cmark_node_parent(pointer)
    while let top = open.last, top.pointer != parent { open.removeLast() }
    guard let kind = kind(of: pointer) else { return true }
    if kind.rawValue < TreeNode.Kind.text.rawValue {
      blockLine = Int(cmark_node_get_start_line(pointer))
      blockColumn = Int(cmark_node_get_start_column(pointer))
    }
    var node = TreeNode(kind: kind, parent: open.last?.index ?? -1, span: span(of: pointer, kind))
    fill(&node, from: pointer)
    if node.span.length == 0, kind == .text || kind == .htmlBlock { stretch(&node) }
    guard words.count <= memory else { return false }
    append(consume node, pointer)
    return true
  }

  /// Gives a text or HTML block for which cmark has no place its own length, where the source says the same from there on.
  private func stretch(_ node: inout TreeNode) {
    let start = node.span.start - lines.span.start
    let words = words[node.text.range]
    let line = words.last == 0x0A ? words.dropLast() : words
    let length = line.count
    guard start >= 0, start + length <= text.count, lines.isExact, line.elementsEqual(text[start..<(start + length)])
    else { return }
    node.span.length = length
  }

  /// Hangs a node under the open one; a text after a text is one text, as their words stand side by side.
  private mutating func append(_ node: consuming TreeNode, _ pointer: Pointer) {
    let index = Int32(nodes.count)
    if let top = open.last {
      if top.last < 0 {
        nodes[Int(top.index)].firstChild = index
      } else if node.kind == .text, nodes[Int(top.last)].kind == .text {
        nodes[Int(top.last)].text.count += node.text.count
        nodes[Int(top.last)].span = nodes[Int(top.last)].span.joined(with: node.span)
        return
      } else {
        nodes[Int(top.last)].next = index
      }
      open[open.count - 1].last = index
    }
    nodes.append(node)
    open.append((pointer, index, -1))
  }

  private func kind(of pointer: Pointer) -> TreeNode.Kind? {
    let type = cmark_node_get_type(pointer)
    switch type {
    case CMARK_NODE_TEXT: return .text
    case CMARK_NODE_PARAGRAPH: return .paragraph
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_EMPH: return .emphasis
    case CMARK_NODE_STRONG: return .strong
    case CMARK_NODE_LINK: return .link
    case CMARK_NODE_ITEM: return .item
    case CMARK_NODE_LIST: return .list
    case CMARK_NODE_CODE: return .code
    case CMARK_NODE_HEADING: return .heading
    case CMARK_NODE_DOCUMENT: return .document
    case CMARK_NODE_BLOCK_QUOTE: return .quote
    case CMARK_NODE_CODE_BLOCK: return .codeBlock
    case CMARK_NODE_HTML_BLOCK: return .htmlBlock
    case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_HTML_INLINE: return .htmlInline
    case CMARK_NODE_IMAGE: return .image
    case CMARK_NODE_FOOTNOTE_DEFINITION: return .footnoteDefinition
    case CMARK_NODE_FOOTNOTE_REFERENCE: return .footnoteReference
    default:
      switch type.rawValue {
      case tables.cell: return .cell
      case tables.row: return .row
      case tables.table: return .table
      default: return nil
      }
    }
  }

  private mutating func fill(_ node: inout TreeNode, from pointer: Pointer) {
    switch node.kind {
    case .text, .code, .htmlInline, .htmlBlock: node.text = piece(cmark_node_get_literal(pointer))
    case .codeBlock:
      node.text = piece(cmark_node_get_literal(pointer))
      node.title = piece(cmark_node_get_fence_info(pointer))
    case .link, .image:
      node.text = piece(cmark_node_get_url(pointer))
      node.title = piece(cmark_node_get_title(pointer))
    case .heading: node.number = cmark_node_get_heading_level(pointer)
    case .list:
      node.ordered = cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST
      node.number = node.ordered ? cmark_node_get_list_start(pointer) : 0
      node.tight = cmark_node_get_list_tight(pointer) != 0
    case .table: readAlignments(pointer)
    case .row:
      node.head = cmark_gfm_extensions_get_table_row_is_header(pointer) != 0
      column = 0
    case .cell:
      if column < alignments.count { node.alignment = alignments[column] }
      column += 1
    case .footnoteDefinition:
      notes += 1
      node.number = notes
    case .footnoteReference: node.number = cmark_node_get_literal(pointer).flatMap { Int32(String(cString: $0)) } ?? 0
    default: break
    }
  }

  private mutating func readAlignments(_ pointer: Pointer) {
    alignments.removeAll(keepingCapacity: true)
    guard let given = cmark_gfm_extensions_get_table_alignments(pointer) else { return }
    for index in 0..<Int(cmark_gfm_extensions_get_table_columns(pointer)) {
      switch given[index] {
      case UInt8(ascii: "l"): alignments.append(.left)
      case UInt8(ascii: "c"): alignments.append(.centre)
      case UInt8(ascii: "r"): alignments.append(.right)
      default: alignments.append(.none)
      }
    }
  }

  private mutating func piece(_ pointer: UnsafePointer<CChar>?) -> TreeNode.Piece {
    guard let pointer else { return TreeNode.Piece() }
    let start = words.count
    words.append(contentsOf: UnsafeRawBufferPointer(start: pointer, count: strlen(pointer)))
    return TreeNode.Piece(start..<words.count)
  }

  /// A node's place in the source, inside the passage and never backwards; where cmark gives none, the end of what came before.
  private func span(of pointer: Pointer, _ kind: TreeNode.Kind) -> Span {
    let startLine = Int(cmark_node_get_start_line(pointer))
    guard startLine > 0 else {
      let before = open.last.map { $0.last >= 0 ? nodes[Int($0.last)].span.end : nodes[Int($0.index)].span.start }
      return Span(start: before ?? lines.span.start, length: 0)
    }
    let endLine = Int(cmark_node_get_end_line(pointer))
    let isInline = kind.rawValue >= TreeNode.Kind.text.rawValue
    let start = lines.offset(
      line: startLine,
      column: Int(cmark_node_get_start_column(pointer)) + (isInline ? stripped(startLine) : 0))
    let end = lines.offset(
      line: endLine,
      column: Int(cmark_node_get_end_column(pointer)) + 1 + (isInline ? stripped(endLine) : 0))
    return Span(start: start, length: max(0, end - start))
  }

  /// What is to be added to the column cmark gives an inline on a later line of its paragraph.
  ///
  /// It takes white space and quote marks off such lines, then counts as if they all started where the paragraph does.
  private func stripped(_ line: Int) -> Int {
    guard line > blockLine, let start = lines.start(line) else { return 0 }
    var index = start
    while index < text.count {
      let byte = text[index]
      guard byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ">") else { break }
      index += 1
    }
    return index - start - max(0, blockColumn - 1)
  }
}
