package import Bytes
package import Editions

/// A version's news in bytes, with all but what the history of the register says of that version anyway.
package struct PackedNews: Packed {
  private let tool: String
  private let name: String
  private let lang: String
  private let organisation: String
  private let version: Int
  private let happening: Happening
  private let told: ToldChanges
  private let hasRecord: Bool
  private let filed: [Summary.Filed]

  package init(_ news: News) {
    tool = news.tool
    name = news.name
    lang = news.lang
    organisation = news.organisation
    version = news.version.number
    happening = news.happening
    told = news.told
    hasRecord = news.hasRecord
    filed = news.filed
  }

  /// The news again; nothing where the history has no such version.
  package func news(in history: History) -> News? {
    guard let version = history.versions(of: tool).first(where: { $0.number == version }) else { return nil }
    return News(
      tool: tool, name: name, lang: lang, organisation: organisation, version: version, happening: happening,
      told: told, hasRecord: hasRecord, filed: filed)
  }

  package func pack(into packer: inout Packer) {
    for text in [tool, name, lang, organisation, happening.rawValue] { packer.put(text) }
    packer.put(version)
    packer.put(told.fields)
    packer.put(told.more)
    packer.put(hasRecord)
    packer.put(filed)
  }

  package init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    tool = try unpacker.next()
    name = try unpacker.next()
    lang = try unpacker.next()
    organisation = try unpacker.next()
    guard let happening = Happening(rawValue: try unpacker.next()) else { throw Unpacker.Damaged() }
    self.happening = happening
    version = try unpacker.next()
    told = ToldChanges(fields: try unpacker.next(), more: try unpacker.next())
    hasRecord = try unpacker.next()
    filed = try unpacker.next()
  }
}

extension ToldChanges.Field: Packed {
  package func pack(into packer: inout Packer) {
    packer.put(label)
    packer.put(document)
    packer.put(name)
    packer.put(action)
    packer.put(words.map { $0.kind.rawValue })
    packer.put(words.map(\.text))
  }

  package init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    let (label, document) = try (unpacker.next(String.self), unpacker.next(String?.self))
    let (name, action) = try (unpacker.next(String.self), unpacker.next(String.self))
    let (kinds, texts) = try (unpacker.next([String].self), unpacker.next([String].self))
    let words = zip(kinds, texts).compactMap { kind, text in Run.Kind(rawValue: kind).map { Run($0, text) } }
    guard kinds.count == texts.count, words.count == kinds.count else { throw Unpacker.Damaged() }
    self.init(label: label, document: document, name: name, action: action, words: words)
  }
}
