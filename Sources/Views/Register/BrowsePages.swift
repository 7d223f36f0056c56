import Templates

extension RegisterView {
  /// The pages of a way in which tools are filed: its own, and those of each value.
  func browseParts(of facet: Facet) -> [@Sendable () -> Composed] {
    var parts: [@Sendable () -> Composed] = [{ Composed(pages: facetPages(facet, value: nil)) }]
    for (place, value) in facet.values.enumerated() {
      parts.append { Composed(pages: facetPages(facet.around(place), value: value)) }
    }
    return parts
  }

  /// The pages of what no tool is filed under now, to which older versions lead.
  func formerBrowsePages() -> [Page] {
    formerFacets.flatMap { former in
      let facet = facets.first { $0.id == former.id }
      let own = facet == nil ? facetPages(Facet(id: former.id, label: former.label, values: []), value: nil) : []
      return own + former.values.flatMap { facetPages((facet ?? former).around(0), value: $0) }
    }
  }

  /// All the ways tools are filed.
  func browsePage() -> Page {
    let frame = frame("browse/")
    var model = frame.model(Head(title: "", describe: "", crumbs: []), template: "browse")
    model.add(.facets, .list(facets.map { self.model($0, on: frame) }))
    model.add(.count, .object(countModel(tools.count)))
    model.add(.initials, .list(initials(on: frame)))
    return Page(address: frame.address, template: "browse", lang: lang, model: model)
  }

  private func initials(on frame: Frame) -> [Object] {
    var groups: [(label: String, tools: [Object])] = []
    for tool in tools {
      let label = folded(tool.name).prefix(1).uppercased()
      if groups.last?.label != label { groups.append((label, [])) }
      groups[groups.count - 1].tools.append(link(tool, on: frame))
    }
    return groups.map { [.label: .text($0.label), .tools: .list($0.tools)] }
  }

  /// How many tools one page of a value shows.
  static let toolsOnPage = 200

  /// A value's tools, a page at a time; the facet's own page, without a value, shows them only where they fit on one.
  private func facetPages(_ facet: Facet, value: Facet.Value?) -> [Page] {
    var members = value?.tools ?? Set(facet.values.flatMap(\.tools)).sorted()
    let count = members.count
    if value == nil, count > RegisterView.toolsOnPage { members = [] }
    let last = max(1, (members.count + RegisterView.toolsOnPage - 1) / RegisterView.toolsOnPage)
    return (1...last).map { number in
      let shown = members.dropFirst((number - 1) * RegisterView.toolsOnPage).prefix(RegisterView.toolsOnPage)
      let place = FacetPlace(facet: facet, value: value, number: number, last: last, count: count)
      return facetPage(place, Array(shown))
    }
  }

  private func facetPage(_ place: FacetPlace, _ members: [Int]) -> Page {
    let frame = frame(place.address(place.number))
    let (facet, value) = (place.facet, place.value)
    let title = frame.language.label(value?.label ?? facet.label)
    var head = Head(title: title, describe: "", crumbs: [.home, Head.Crumb(label: nil, word: "words/nav_browse", target: "browse/")])
    head.isHidden = place.count == 0
    if value != nil { head.feed = (title, place.address(1) + "feed.atom") }
    var model = frame.model(head, template: "browse-value")
    model.add(.facet, .object(self.model(facet, on: frame, current: value?.id)))
    model.add(.value, value.map { .object([.id: .text($0.id), .label: .text(title)]) } ?? .none)
    model.add(.count, .object(countModel(place.count)))
    model.add(.number, place.number == 1 ? .none : .number(place.number))
    model.add(.previous_href, place.number == 1 ? .none : .text(frame.href(place.address(place.number - 1))))
    model.add(.next_href, place.number == place.last ? .none : .text(frame.href(place.address(place.number + 1))))
    model.add(.tools, .list(members.map { card(tools[$0], on: frame) }))
    return Page(address: frame.address, template: "browse-value", lang: lang, model: model)
  }
}

/// One page of a facet or of one of its values.
private struct FacetPlace {
  let facet: Facet
  let value: Facet.Value?
  /// From 1 to `last`.
  let number: Int
  let last: Int
  /// How many tools there are on all its pages.
  let count: Int

  func address(_ number: Int) -> String {
    "browse/\(facet.id)/" + (value.map { $0.id + "/" } ?? "") + (number == 1 ? "" : "\(number)/")
  }
}
