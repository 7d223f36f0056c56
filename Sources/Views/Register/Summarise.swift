import Bytes
import Editions
import Findings
import Reading
import Records

extension Subject {
  /// What the tool leaves behind for the register, as it stands in one set of pages.
  ///
  /// - Parameters:
  ///   - findings: everything the checks found in it, of which the register may accept some; may be empty where it accepts none.
  ///   - answers: those of the register's columns.
  func summary(_ answers: [Summary.Answer], _ findings: [Finding], in site: Site) -> Summary {
    let counted = Counted(tool)
    return Summary(
      id: tool.id, name: tool.name, lang: tool.lang, sentence: tool.record.text(.summary) ?? "",
      organisation: tool.organisation(in: site.settings),
      phase: tool.phase, decides: tool.record.text(.decides), isRetired: tool.isRetired,
      isDeprecated: tool.isDeprecated, isPaused: !tool.isRetired && notice?.isPaused == true, use: use,
      version: dated(site.history),
      facets: tool.filed(in: site),
      task: Column.answer(.task, of: answers), decision: decision(answers),
      documents: tool.documents.map { Summary.Listed(id: $0.id, title: $0.title) },
      reviewDue: reviewDue, reviews: reviews, shares: shares, missing: missing, tally: counted.tally,
      withheld: counted.withheld, headline: Summary.Headline(standing), accepted: acceptedOf(self, findings, site.settings),
      deadLinks: deadLinks)
  }
}

extension Subject {
  fileprivate func dated(_ history: History) -> Summary.Version? {
    guard let version else { return nil }
    let first = history.versions(of: tool.id).first?.date ?? version.date
    return Summary.Version(
      number: version.number, date: version.date, edition: version.edition, first: first, change: version.entry.change)
  }

  /// What is due; a retired tool's record is not looked at again.
  fileprivate var reviews: [Summary.Review] {
    tool.all.compactMap { document in
      guard let due = document.day(.reviewDue)?.first, !tool.isRetired, document.holds else { return nil }
      let isRecord = document.kind.role == .record
      return Summary.Review(document: isRecord ? nil : document.id, title: document.title, due: due)
    }
  }

  fileprivate var shares: [Summary.Share] {
    let asked = tool.record.askedOfReaders
    return vocabulary.audiences.map { audience in
      let fields = asked.filter { tool.record.kind.fields[$0].isRead(by: audience.id) }
      let told = fields.count { tool.record.tells($0, to: audience.id) }
      return Summary.Share(audience: audience.id, told: told, asked: fields.count)
    }
  }

  fileprivate var missing: [String] {
    let record = tool.record
    return record.askedOfReaders.compactMap { position in
      let field = record.kind.fields[position]
      guard !field.audiences.allSatisfy({ record.tells(position, to: $0) }) else { return nil }
      return field.heading
    }
  }

  /// Links into the tool's own folder that lead nowhere: a published version has some only where a file had to be removed.
  fileprivate var deadLinks: [Summary.DeadLink] {
    var links: [Summary.DeadLink] = []
    for document in tool.all {
      let isRecord = document.kind.role == .record
      for passage in document.passages {
        for address in passage.tree.addresses {
          guard let file = FileAddress(address), !tool.holds(file) else { continue }
          links.append(
            Summary.DeadLink(
              address: address, document: isRecord ? nil : document.id,
              wasRemoved: lost[file.path] != nil || lost[file.path + ".md"] != nil))
        }
      }
    }
    return links
  }

  /// Whether it decides or advises; of a record whose standard does not ask that, how it tells the tool's part in the decision begins.
  fileprivate func decision(_ answers: [Summary.Answer]) -> Summary.Answer {
    let asked = Column.answer(.decides, of: answers)
    guard asked.state == State.notAsked.word else { return asked }
    let part = self.answers["decides"]?.first { $0.document === tool.record && $0.value.passage != nil }
    guard let opening = part?.value.passage?.tree.opening else { return asked }
    return Summary.Answer(state: State.given.word, because: nil, texts: [opening.plainText()])
  }
}

extension Document {
  /// The positions of the kind's own fields that this document is asked.
  fileprivate var askedOfReaders: [Int] {
    (0..<kind.ownCount).filter { asks(kind.fields[$0]) && !kind.fields[$0].audiences.isEmpty }
  }

  /// Whether an audience is told a field, or why not.
  fileprivate func tells(_ position: Int, to audience: String) -> Bool {
    !values[position].isMissing || values[position].telling(audience) != nil
  }
}

extension Summary.Filed {
  fileprivate init(_ facet: String, _ texts: [String], _ settings: Settings) {
    self.init(facet: facet, values: texts.map { Value(id: facetID(facet, $0, settings), text: $0) })
  }
}

extension Tool {
  /// By the record's fields that are facets; the organisation always, as every tool has one.
  func filed(in site: Site) -> [Summary.Filed] {
    var facets = zip(record.kind.fields, record.values).compactMap { field, value -> Summary.Filed? in
      guard let facet = field.facet, value.isGiven, !value.texts.isEmpty else { return nil }
      return Summary.Filed(facet, value.texts, site.settings)
    }
    if !facets.contains(where: { $0.facet == "organisation" }), let publisher = site.settings.publishers.first {
      facets.insert(Summary.Filed("organisation", [publisher.name], site.settings), at: 0)
    }
    return facets
  }

  /// The same without what another version of the tool is filed by.
  func filed(in site: Site, but other: Tool?) -> [Summary.Filed] {
    let others = other?.filed(in: site) ?? []
    return filed(in: site).compactMap { filed in
      let known = others.first { $0.facet == filed.facet }?.values ?? []
      let values = filed.values.filter { !known.contains($0) }
      return values.isEmpty ? nil : Summary.Filed(facet: filed.facet, values: values)
    }
  }
}

/// What stands in all documents of a tool: how many answers there are of each state, parts of groups counted each, and which are withheld.
private struct Counted {
  var tally = Summary.Tally()
  var withheld: [Summary.Withheld] = []
  /// How many are given, which are most by far.
  private var given = 0

  init(_ tool: Tool) {
    for document in tool.all {
      for position in 0..<document.kind.ownCount where document.asks(document.kind.fields[position]) {
        let (field, value) = (document.kind.fields[position], document.values[position])
        if value.isMissing, value.tellings.isEmpty, !document.requires(field) {
          tally.blank += 1
        } else {
          count(value, of: field, in: document)
        }
      }
    }
    if given > 0 { tally.states[State.given.word] = given }
  }

  private mutating func count(_ value: Value, of field: Field, in document: Document) {
    if case .group(let items) = value.content {
      for item in items {
        for part in item.values where !part.isMissing { count(part, of: field, in: document) }
      }
      return
    }
    if value.isGiven || value.isMissing && !value.tellings.isEmpty {
      given += 1
    } else {
      tally.states[value.state.word, default: 0] += 1
    }
    if case .withheld(let ground, _) = value.state { note(ground, field, document) }
  }

  private mutating func note(_ ground: String, _ field: Field, _ document: Document) {
    let id = document.kind.role == .record ? nil : document.id
    if let known = withheld.firstIndex(where: { $0.ground == ground && $0.document == id && $0.heading == field.heading }) {
      withheld[known].count += 1
    } else {
      withheld.append(Summary.Withheld(ground: ground, document: id, heading: field.heading, count: 1))
    }
  }
}

private func acceptedOf(_ subject: Subject, _ findings: [Finding], _ settings: Settings) -> [Summary.Accepted] {
  accept(findings, by: settings).accepted.map { accepted in
    Summary.Accepted(
      code: accepted.entry.code, summary: accepted.finding.told.summary, file: accepted.entry.file,
      because: accepted.entry.because, by: accepted.entry.by)
  }
}
