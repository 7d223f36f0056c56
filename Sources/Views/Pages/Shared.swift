import Reading
import Records
import Templates

/// What several pages of a tool show alike, made once and then shared.
///
/// Five audiences and a document's own page show one answer, and most of what they show is the same wherever it stands: text without
/// headings and links within the site, days, choices, rows of figures. It is kept while the pages of one subject are composed, and no
/// longer; what it is made from never changes.
final class Shared {
  /// The figures of one measure for groups of people: in digits alone, with sentences or in plain counts. A document's own page may tell
  /// of more groups than others, which leave out what a later evaluation measured again.
  struct Series: Hashable {
    let document: ObjectIdentifier
    let metric: String
    let id: String
    let isTechnical: Bool
    let isPlain: Bool
    let groups: Int
  }

  /// A figure with its picture, which may repeat the drawing of the page's first.
  struct Figure: Hashable {
    let outcome: ObjectIdentifier
    let id: String
    let first: String?
    let isPlain: Bool
  }

  /// A part of a page that leads to none below it, and so is alike on all pages that are as deep.
  enum Part { case nav, tool, stamp }

  /// Such a part, and the way from the page to the site's root.
  struct Place: Hashable {
    let part: Part
    let root: String
  }

  /// The language of all of it.
  let lang: String
  var answers: [ObjectIdentifier: Object] = [:]
  var series: [Series: Object] = [:]
  var figures: [Figure: (model: Object, first: String?)] = [:]
  var parts: [Place: Templates.Value] = [:]

  init(lang: String) {
    self.lang = lang
    answers.reserveCapacity(256)
  }
}

extension Frame {
  /// A part of the page that is made once for all that are as deep.
  func alike(_ part: Shared.Part, _ make: () -> Templates.Value) -> Templates.Value {
    guard let shared else { return make() }
    let place = Shared.Place(part: part, root: root)
    if let known = shared.parts[place] { return known }
    let made = make()
    shared.parts[place] = made
    return made
  }
}

extension FieldModels {
  /// Whether an answer is shown alike wherever it stands: no links within the site, which lead from where they stand, and no names of its
  /// own.
  func isAlikeEverywhere(_ value: Records.Value, _ field: Field) -> Bool {
    if case .see = value.state { return false }
    switch value.content {
    case .none, .day, .number, .contact: return true
    case .prose(let passage): return passage.tree.isAlikeEverywhere
    case .text(let text): return field.type == .address ? leadsAway(text) : field.type != .link
    case .list: return field.type != .links
    case .group: return false
    }
  }
}

extension Tree {
  /// Whether it is set alike at any level of any page: it leads to nothing on this site, and nothing in it has a name.
  var isAlikeEverywhere: Bool {
    nodes.allSatisfy { node in
      switch node.kind {
      case .heading, .image, .footnoteReference, .footnoteDefinition: false
      case .link: leadsAway(text(node.text))
      default: true
      }
    }
  }
}

extension Outcome {
  /// Whether it is shown alike on every page: no link to where it is told.
  var isAlikeEverywhere: Bool {
    if case .state(.see) = held { return false }
    return true
  }
}
