package import Findings

/// One string of a language file: a small template that others use as `{{>words/key}}`.
package struct Word: Sendable {
  package var key: String
  /// What the language file says, its quotes and escapes undone.
  package var text: String
  package var source: Source
  package var span: Span

  package init(key: String, text: String, source: Source, span: Span) {
    self.key = key
    self.text = text
    self.source = source
    self.span = span
  }
}

/// A page of the program: the template it is rendered from, and a model with every name that template may use.
///
/// Of a list every element counts, so that one sample can show all shapes its elements take.
package struct Sample: Sendable {
  package var template: String
  package var model: Object
  /// The model's names as they are typed, for saying which was meant.
  package var labels: [Name: String]

  package init(_ template: String, _ model: Object, names: some Sequence<String>) {
    self.template = template
    self.model = model
    labels = Dictionary(names.lazy.map { (Name($0), $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// Compiles a theme's templates with the words of one language, and checks them before any page is rendered.
///
/// In go the templates by name (where a theme extends another, the caller has put the nearer one's over the farther one's), the
/// words, and a sample of each page. Out comes a library, or, where there is an error, none; and every finding: tags that do not
/// pair up, templates, words and blocks that are not there, names that no page has, tags where HTML makes them dangerous,
/// circles without end.
package func compile(
  _ templates: [String: Source], words: [Word] = [], samples: [Sample] = []
) -> (Library?, [Finding]) {
  let (library, findings) = assemble(templates, words: words, samples: samples)
  return (findings.contains { $0.severity == .error } ? nil : library, findings)
}

/// Compiles whatever can be compiled; `compile` without the refusal.
func assemble(
  _ sources: [String: Source], words: [Word] = [], samples: [Sample] = [], lenient: Bool = false
) -> (Library, [Finding]) {
  var findings: Set<Finding> = []
  let templates = parsed(sources, words, &findings)
  var index: [String: Int] = [:]
  for (number, template) in templates.enumerated() { index[template.name] = number }

  var linker = Linker(templates, index: index)
  let tables = linker.tables()
  linker.refuseCircles()
  for sample in samples { linker.checkEnd(sample.template) }
  findings.formUnion(linker.findings)

  var names = NameCheck(templates, index: index)
  for sample in samples { names.check(sample) }
  findings.formUnion(names.finish())
  return (Library(linker, tables, lenient: lenient), findings.sorted(by: Finding.inOrder))
}

/// All templates and words as trees, sorted by name.
private func parsed(
  _ sources: [String: Source], _ words: [Word], _ findings: inout Set<Finding>
) -> [Template] {
  var inputs: [(name: String, bytes: [UInt8], origin: Origin)] = sources.map { name, source in
    let whole = Span(start: 0, length: source.bytes.count)
    return (name, source.bytes, Origin(source: source, shift: 0, whole: whole))
  }
  inputs += words.map { word in
    var bytes = Array(word.text.utf8)
    if bytes.last == 0x0A { bytes.removeLast() }
    if bytes.last == 0x0D { bytes.removeLast() }
    return (wordsFolder + word.key, bytes, origin(of: word, bytes))
  }
  inputs.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  return inputs.map { input in
    let (template, found) = parse(input.name, input.bytes, input.origin)
    findings.formUnion(found)
    return template
  }
}

/// A word that stands in its file as it reads has each of its bytes there.
private func origin(of word: Word, _ bytes: [UInt8]) -> Origin {
  let file = word.source.bytes
  let start = min(max(0, word.span.start), file.count)
  for quote in 0...1 where start + quote + bytes.count <= min(file.count, word.span.end) {
    if file[(start + quote)...].starts(with: bytes) {
      return Origin(source: word.source, shift: start + quote, whole: word.span)
    }
  }
  return Origin(source: word.source, shift: nil, whole: word.span)
}

/// What is made and checked once all templates are known.
extension Linker {
  /// Every template as it may be used by name: as a page, or where the data names it.
  ///
  /// Making one may ask for further tables, so this goes on until none is asked for.
  mutating func tables() -> [Table] {
    let order = templates.indices.map { (name: Name(templates[$0].name), template: $0) }
    _ = table(0, indented: false)
    var tables: [Table] = []
    while true {
      let late = tables.indices.first {
        indentedTables.contains($0) && tables[$0].indented.isEmpty && !tables[$0].names.isEmpty
      }
      if tables.count < tableFillings.count {
        tables.append(flat(tableFillings[tables.count], order, isFirst: tables.isEmpty))
      } else if let late {
        let table = tables[late]
        tables[late] = Table(names: table.names, flat: table.flat, indented: indented(table, tableFillings[late], order))
      } else {
        return tables
      }
    }
  }

  /// Pages may end anywhere, for `checkEnd` to say so; what the data names must end as it began.
  private mutating func flat(
    _ fillings: Int, _ order: [(name: Name, template: Int)], isFirst: Bool
  ) -> Table {
    var names = NameIndex(room: order.count)
    var routines: ContiguousArray<UInt32> = []
    for (name, template) in order {
      let own = blocks.narrowed(fillings, to: template)
      let routine = root(template, own, live: false)
      guard isFirst || built[routine].end.isText else { continue }
      names.insert(name)
      routines.append(UInt32(routine))
    }
    return Table(names: names, flat: routines)
  }

  private mutating func indented(
    _ table: Table, _ fillings: Int, _ order: [(name: Name, template: Int)]
  ) -> ContiguousArray<UInt32> {
    var indented: ContiguousArray<UInt32> = []
    for (name, template) in order where table.names.holds(name) {
      let own = blocks.narrowed(fillings, to: template)
      indented.append(UInt32(root(template, own, live: true)))
    }
    return indented
  }

  private mutating func root(_ template: Int, _ fillings: Int, live: Bool) -> Int {
    routine(Use(template: template, fillings: fillings, live: live, lead: [], standing: .text))
  }

  /// A page must end where it began: between tags.
  mutating func checkEnd(_ page: String) {
    guard let template = index[page] else {
      var facts = ["name": page]
      facts["near"] = nearest(page, among: index.keys.filter { !$0.hasPrefix(wordsFolder) })
      findings.insert(Finding("theme.no-page", at: .file(page + ".mustache"), facts))
      return
    }
    let end = built[root(template, 0, live: false)].end
    guard !end.isText, !isLost else { return }
    let bytes = templates[template].bytes
    let stop = bytes.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? bytes.count
    report(
      "template.open-end", template, max(0, stop - 1)..<stop, ["name": templates[template].name])
  }

  /// Refuses templates that call themselves before any section could end the circle.
  mutating func refuseCircles() {
    var calls: [[Edge]] = Array(repeating: [], count: built.count)
    for edge in edges { calls[edge.from].append(edge) }
    var done = Array(repeating: false, count: built.count)
    for start in built.indices where !done[start] {
      var path: [(routine: Int, next: Int)] = [(start, 0)]
      var open: Set<Int> = [start]
      while let (routine, next) = path.last {
        guard next < calls[routine].count else {
          done[routine] = true
          open.remove(routine)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let edge = calls[routine][next]
        if open.contains(edge.to) {
          refuse(edge, path.map(\.routine))
        } else if !done[edge.to] {
          path.append((edge.to, 0))
          open.insert(edge.to)
        }
      }
    }
  }

  private mutating func refuse(_ edge: Edge, _ path: [Int]) {
    let circle = path[(path.firstIndex(of: edge.to) ?? 0)...] + [edge.to]
    let names = circle.map { "'" + templates[used[$0].template].name + "'" }
    report(
      "template.circle", edge.template, edge.tag,
      [
        "tag": templates[edge.template].spoken(edge.tag),
        "circle": names.joined(separator: ", which uses "),
      ])
  }
}
