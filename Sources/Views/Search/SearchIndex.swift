import Bytes

/// The search index as static files, cut so that one query reads a few of them: words by their first letters, tools a few to a file.
///
/// `index.json` names the files of words with their sizes; `terms/<letters>.json` tells for each word which tools it stands for, and
/// how well; `facets/<facet>.json` which tools have a value; `tools/<k>.json` what to show of a tool. Tools are numbered in the order
/// of the register view, and a list of them is written as steps from one to the next.
///
/// Nothing of it is held as a whole but which word stands for which tools: words are told tool by tool, and files handed out part by part.
package struct SearchIndex: Sendable {
  /// The largest file of words that is not split further, in bytes.
  static let largestFile = 24_000
  /// How many tools one file of `tools/` holds.
  static let block = 4
  /// From how many tools on a word that a quarter of them have is found in names alone: it would tell no tool from another, and its
  /// list would be the longest of all.
  static let commonFrom = 400

  private let view: RegisterView
  private var numbers: [String: Int] = [:]
  /// Of each word, in the order of the tools: the tool's number times ten, and the weight.
  private var postings: [[UInt32]] = []
  private var told = 0

  package init(_ view: RegisterView) { self.view = view }

  /// Tells what the next tool of the view is found by, as the tool left it.
  package mutating func add(_ words: [UInt8]) {
    var start = 0
    while start < words.count {
      let end = words.place(of: 0x0A, in: start..<words.count)
      let term = words[start..<end]
      start = end + 1
      // A word may begin with a digit itself; a weight is one digit.
      guard let first = term.first, (0x30...0x39).contains(first) else { continue }
      let word = String(decoding: term.dropFirst(), as: UTF8.self)
      let place = numbers[word] ?? postings.count
      if place == postings.count {
        numbers[word] = place
        postings.append([])
      }
      postings[place].append(UInt32(told * 10 + Int(first - 0x30)))
    }
    told += 1
  }

  /// Hands out every file once all tools have told their words, the list of them last.
  package func files<Failure>(_ put: (SiteFile) throws(Failure) -> Void) throws(Failure) {
    let (words, common) = sortedWords()
    var prefixes: [(name: String, size: Int)] = []
    var start = words.startIndex
    while start < words.endIndex {
      let letters = words[start].plain.prefix(2)
      let end = words[start...].firstIndex { $0.plain.prefix(2) != letters } ?? words.endIndex
      var made: [SiteFile] = []
      split(words[start..<end].map { Entry(plain: $0.plain, line: line($0.word, $0.tools)) }[...], at: 2, &made)
      for file in made {
        prefixes.append((String(file.path.dropFirst("search/terms/".utf8.count).dropLast(".json".utf8.count)), file.bytes.count))
        try put(file)
      }
      start = end
    }
    for facet in view.filters { try put(file("facets/\(facet.id).json", facetFile(facet))) }
    for number in 0..<(view.tools.count + SearchIndex.block - 1) / SearchIndex.block {
      let tools = view.tools.dropFirst(number * SearchIndex.block).prefix(SearchIndex.block)
      try put(file("tools/\(number).json", lines(tools.map(card), "[", "]")))
    }
    try put(file("index.json", list(prefixes, common)))
  }

  private func file(_ path: String, _ bytes: [UInt8]) -> SiteFile { SiteFile(path: "search/" + path, bytes: bytes) }

  /// One word: how its file is named, and its line of that file.
  private struct Entry {
    let plain: [UInt8]
    let line: [UInt8]
  }

  /// Every word that is found by, sorted by the name of its file and then by itself, and those that are too common.
  private func sortedWords() -> (words: [(word: String, plain: [UInt8], tools: [UInt32])], common: [String]) {
    var common: [String] = []
    var words: [(word: String, plain: [UInt8], tools: [UInt32])] = []
    for (word, place) in numbers {
      var tools = postings[place]
      if view.tools.count >= SearchIndex.commonFrom, tools.count * 4 > view.tools.count {
        common.append(word)
        tools.removeAll { $0 % 10 < 3 }
      }
      if !tools.isEmpty { words.append((word, plainLetters(word), tools)) }
    }
    words.sort { one, other in
      one.plain == other.plain ? one.word.precedesByBytes(other.word) : one.plain.lexicographicallyPrecedes(other.plain)
    }
    return (words, common.sorted { $0.precedesByBytes($1) })
  }

  /// `"early":{"2":[5],"8":[0,3]}`
  private func line(_ word: String, _ postings: [UInt32]) -> [UInt8] {
    var writer = JSONWriter(pretty: false)
    writer.object { writer in
      writer.key(word)
      writer.object { writer in
        for weight in UInt32(1)...9 {
          let tools = postings.lazy.filter { $0 % 10 == weight }.map { Int($0 / 10) }
          guard !tools.isEmpty else { continue }
          writer.key(String(weight))
          writer.array { writer in for step in steps(Array(tools)) { writer.number(step) } }
        }
      }
    }
    return Array(writer.bytes.dropFirst().dropLast())
  }

  /// Writes words that share so many letters into one file, or into several by the next letter where they are too many.
  private func split(_ entries: ArraySlice<Entry>, at length: Int, _ files: inout [SiteFile]) {
    var start = entries.startIndex
    while start < entries.endIndex {
      let letters = entries[start].plain.prefix(length)
      var end = start
      var size = 3
      while end < entries.endIndex, entries[end].plain.prefix(length) == letters {
        size += entries[end].line.count + 2
        end += 1
      }
      let group = entries[start..<end]
      let short = group.prefix { $0.plain.count <= length }
      let rest = group[short.endIndex...]
      if size <= SearchIndex.largestFile || group.count == 1 || rest.isEmpty {
        files.append(file(of: group, letters))
      } else {
        if !short.isEmpty { files.append(file(of: short, letters)) }
        split(rest, at: length + 1, &files)
      }
      start = end
    }
  }

  private func file(of entries: ArraySlice<Entry>, _ letters: ArraySlice<UInt8>) -> SiteFile {
    file("terms/\(String(decoding: letters, as: UTF8.self)).json", lines(entries.map(\.line), "{", "}"))
  }

  private func facetFile(_ facet: Facet) -> [UInt8] {
    let values = facet.values.sorted { $0.id.precedesByBytes($1.id) }
    return lines(
      values.map { value in
        var writer = JSONWriter(pretty: false)
        writer.object { writer in
          writer.key(value.id)
          writer.array { writer in for step in steps(value.tools) { writer.number(step) } }
        }
        return Array(writer.bytes.dropFirst().dropLast())
      }, "{", "}")
  }

  private func card(_ tool: Summary) -> [UInt8] {
    let language = view.site.language(view.lang)
    return spelledObject([
      ("id", .text(tool.id)), ("label", .text(tool.name)),
      ("lang", tool.lang == view.lang ? .null : .text(tool.lang)),
      ("organisation", .text(language.label(tool.organisation))), ("phase_id", .text(tool.use?.sign ?? "")),
      ("status", .text(tool.use?.word ?? "")), ("summary", .text(tool.sentence)),
    ])
  }

  private func list(_ prefixes: [(name: String, size: Int)], _ common: [String]) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("block", SearchIndex.block)
      writer.line("common", .texts(common))
      writer.key("prefixes")
      writer.object { writer in
        for prefix in prefixes.sorted(by: { $0.name.precedesByBytes($1.name) }) { writer.member(prefix.name, prefix.size) }
      }
      writer.member("tools", view.tools.count)
    }
    return writer.finish()
  }

  private func lines(_ lines: [[UInt8]], _ open: String, _ close: String) -> [UInt8] {
    var bytes = Array(open.utf8)
    for (index, line) in lines.enumerated() {
      bytes.append(index == 0 ? "\n" : ",\n")
      bytes += line
    }
    bytes.append("\n" + close + "\n")
    return bytes
  }
}

/// Ascending numbers as the step from each to the next, the first from 0.
private func steps(_ numbers: [Int]) -> [Int] {
  var last = 0
  return numbers.map { number in
    defer { last = number }
    return number - last
  }
}

/// A word as files are named by it: each UTF-16 unit that is no small ASCII letter or digit becomes `_`, as in the site's script.
func plainLetters(_ word: String) -> [UInt8] {
  word.utf16.map { unit in
    (0x61...0x7A).contains(unit) || (0x30...0x39).contains(unit) ? UInt8(unit) : UInt8(ascii: "_")
  }
}
