import Templates

extension RegisterView {
  /// The ways tools are filed: all of them, each facet, each value.
  func browsePages() -> [Page] {
    [browsePage()]
      + facets.flatMap { facet in
        [facetPage(facet, value: nil)] + facet.values.map { facetPage(facet, value: $0) }
      }
  }

  private func browsePage() -> Page {
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

  private func facetPage(_ facet: Facet, value: Facet.Value?) -> Page {
    let frame = frame("browse/\(facet.id)/" + (value.map { $0.id + "/" } ?? ""))
    let label = frame.language.label(facet.label)
    let title = value.map { frame.language.label($0.label) } ?? label
    let browse = Head.Crumb(label: nil, word: "words/nav_browse", target: "browse/")
    let members = value?.tools ?? Set(facet.values.flatMap(\.tools)).sorted()
    var model = frame.model(Head(title: title, describe: "", crumbs: [.home, browse]), template: "browse-value")
    model.add(.facet, .object(self.model(facet, on: frame, current: value?.id)))
    model.add(.value, value.map { .object([.id: .text($0.id), .label: .text(title)]) } ?? .none)
    model.add(.count, .object(countModel(members.count)))
    model.add(.tools, .list(members.map { card(tools[$0], on: frame) }))
    return Page(address: frame.address, template: "browse-value", lang: lang, model: model)
  }
}
