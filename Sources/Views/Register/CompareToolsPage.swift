import Records
import Templates

extension RegisterView {
  /// Tools side by side: the same questions put to each; the page's script shows two to four of them.
  func compareToolsPage() -> Page {
    let frame = frame("compare/")
    let shown = tools.count <= RegisterView.cardsAtMost ? liveFirst : Array(liveFirst.prefix(RegisterView.cardsAtMost))
    var model = frame.model(Head(title: "", describe: "", crumbs: []), template: "compare-tools")
    model.add(.columns, .list(Question.allCases.map { $0.model(on: frame) }))
    model.add(.complete, .flag(shown.count == tools.count))
    model.add(
      .tools,
      .list(
        shown.map { tool in
          var model = link(tool, on: frame)
          model.add(.id, .text(tool.id))
          model.add(
            .cells,
            .list(
              Question.allCases.map { question in
                var cell = question.model(on: frame)
                cell.add(.lang, question.isTold(by: tool) && tool.lang != lang ? .text(tool.lang) : .none)
                cell.add(.value, .object(question.value(of: tool, isOverdue: isOverdue(tool), on: frame)))
                return cell
              }))
          return model
        }))
    return Page(address: frame.address, template: "compare-tools", lang: lang, model: model)
  }
}

/// What is asked of every tool that is put beside another.
private enum Question: String, CaseIterable {
  case organisation, phase, task, decides, decided, met, review

  /// Whether its answer stands in the record's own words.
  func isTold(by tool: Summary) -> Bool { self == .task || self == .decides && tool.decides == nil }

  func model(on frame: Frame) -> Object {
    var label: String?
    var word: String?
    switch self {
    case .organisation: label = frame.language.label("Organisation")
    case .phase: label = frame.language.label("Phase")
    case .task: label = frame.language.label("Task")
    case .decides: word = "words/fact_decides"
    case .decided: word = "words/compare_decided"
    case .met: word = "words/compare_met"
    case .review: word = "words/fact_review_due"
    }
    return [
      .id: .text(rawValue), .label: label.map { .text($0) } ?? .none, .word: word.map { .text($0) } ?? .none,
    ]
  }

  func value(of tool: Summary, isOverdue: Bool, on frame: Frame) -> Object {
    switch self {
    case .organisation: text(tool.organisation, on: frame)
    case .phase: phase(tool, on: frame)
    case .task: answer(tool.task, of: tool, on: frame)
    case .decides: answer(tool.decision, of: tool, on: frame)
    case .decided: tool.headline.decision.map { answer($0, of: tool, on: frame) } ?? [.template: "fields/not-measured", .because: .none]
    case .met: verdictsModel(tool.headline, frame.language) ?? [.template: "fields/not-applicable", .because: .none]
    case .review: review(tool, isOverdue: isOverdue)
    }
  }

  private func text(_ text: String?, on frame: Frame) -> Object {
    guard let text, !text.isEmpty else { return [.template: "fields/missing"] }
    return [.template: "fields/text", .text: .text(frame.language.label(text))]
  }

  /// What the record says, or why it does not.
  private func answer(_ answer: Summary.Answer, of tool: Summary, on frame: Frame) -> Object {
    switch answer.state {
    case "given": return text(answer.texts.joined(separator: ", "), on: frame)
    case "missing": return [.template: "fields/missing"]
    case "not_asked": return [.template: "fields/not-asked"]
    case "see":
      guard let document = tool.documents.first(where: { $0.id == answer.because }) else { return [.template: "fields/missing"] }
      var link = frame.link(document.title, "tools/\(tool.id)/documents/\(document.id)/")
      link.add(.template, "fields/see")
      return link
    case "withheld":
      return [
        .template: "fields/withheld", .because: answer.because.map { .text($0) } ?? .none, .ground: .none, .describe: .none,
      ]
    default:
      let name = answer.state.replacing("_", with: "-")
      return [.template: .text("fields/" + name), .because: answer.because.map { .text($0) } ?? .none]
    }
  }

  private func phase(_ tool: Summary, on frame: Frame) -> Object {
    guard tool.isPaused, let phase = tool.phase else { return text(tool.phase, on: frame) }
    return [
      .template: "fields/tagged", .text: .text(frame.language.label(phase)), .date: .none, .id: "paused", .tag_word: "words/status_paused",
    ]
  }

  private func review(_ tool: Summary, isOverdue: Bool) -> Object {
    guard let due = tool.reviewDue else {
      return tool.isRetired ? [.template: "fields/not-applicable", .because: .none] : [.template: "fields/missing"]
    }
    let date = Templates.Value.object(dateModel(due))
    guard isOverdue else { return [.template: "fields/date", .date: date] }
    return [.template: "fields/tagged", .text: .none, .date: date, .id: "overdue", .tag_word: "words/overdue"]
  }
}
