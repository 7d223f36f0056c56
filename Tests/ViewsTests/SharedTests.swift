import Bytes
import Editions
import Records
import Templates
import Testing
import Typesetting

@testable import Views

/// What is made once for several pages is what each page would have made for itself.
@Suite struct SharedTests {
  @Test func everyPageIsTheSameAsIfItStoodAlone() throws {
    let vocabulary = try Sample.vocabulary()
    let site = Site(
      settings: vocabulary.settings, history: .none, day: try #require(Day("2026-11-20")), isPreview: true,
      languages: [Language(code: "en"), Language(code: "cy")], assets: [:], links: [])
    for tool in try Sample.tools() {
      let subject = Subject(
        tool: tool, vocabulary: vocabulary, version: nil, place: .current, newest: 0, count: 0, isDraft: true)
      let composed = compose(subject, in: site)
      let record = try #require(composed.record)
      let alone =
        vocabulary.audiences.map { subject.page(for: $0, in: site, record: record, sharing: Shared(lang: tool.lang)) }
        + tool.documents.map { subject.page(of: $0, in: site, sharing: Shared(lang: tool.lang)) }
      #expect(composed.pages.map(\.address) == alone.map(\.address))
      for (one, other) in zip(composed.pages, alone) {
        #expect(whole(one.model) == whole(other.model), "\(one.address)")
      }
    }
  }

  @Test func aPageIsMadeWhenItIsAskedFor() {
    var made: [Int] = []
    let page = { (number: Int) in
      made.append(number)
      return Page(address: "\(number)/", template: "page", lang: "en", model: [:])
    }
    for one in Pages([{ page(1) }, { page(2) }, { page(3) }]) {
      #expect(one.address == "\(made.count)/")
      if made.count == 2 { break }
    }
    #expect(made == [1, 2])
  }

  /// A model with all its markup.
  private func whole(_ object: Object) -> String {
    object.names.map { "\($0.bits):\(whole(object[$0] ?? .none))" }.joined(separator: "\n")
  }

  private func whole(_ value: Templates.Value) -> String {
    switch value {
    case .none: "-"
    case .text(let text): text
    case .flag(let flag): String(flag)
    case .markup(let markup): String(decoding: markup.bytes, as: UTF8.self)
    case .object(let object): "{" + whole(object) + "}"
    case .list(let list): "[" + list.map { whole($0) }.joined(separator: ",") + "]"
    }
  }
}
