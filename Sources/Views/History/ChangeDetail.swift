import Editions
import Findings
import Reading
import Records
import Templates

/// What one change shows of itself: the words that came and went, the number before and after, the items of a list.
struct ChangeDetail {
  let models: ChangeModels
  /// The change's name on the page, from which ids of what it holds are made.
  let name: String

  typealias Part = (name: Name, value: Templates.Value)

  init(_ models: ChangeModels, name: String) {
    self.models = models
    self.name = name
  }

  /// `template`, and what that template needs.
  func details(of change: Change) -> [Part] {
    switch change.subject {
    case .document:
      let word = "words/document_" + change.action.rawValue
      return [(.template, "changes/document"), (.kind_label, kindLabel(change)), (.detail_word, .text(word)), (.version, version(change))]
    case .kind: return wasNow(change)
    case .field, .item, .telling, .intro, .attachment: break
    }
    switch change.detail {
    case .number(let number): return wasNow(change, template: "changes/number") + [(.move, move(number, nil))]
    case .list(let list): return set(list)
    case .words(let words) where change.type != .contact:
      return [(.template, "changes/prose"), (.paragraphs, .list(paragraphs(words)))]
    case .words, .figure, .none: break
    }
    if !change.parts.isEmpty, change.action != .restated {
      return change.type == .figures ? figures(change) : items(change)
    }
    switch change.action {
    case .added: return [(.template, "changes/added"), (.now, side(change, isBefore: false))]
    case .removed: return [(.template, "changes/removed"), (.was, side(change, isBefore: true))]
    case .reordered, .respaced: return [(.template, "changes/unseen")]
    case .changed, .restated, .redacted: return wasNow(change)
    }
  }

  private func kindLabel(_ change: Change) -> Templates.Value {
    let document =
      models.after.subject.tool.document(change.document) ?? models.before.subject.tool.document(change.document)
    return document.map { .text(models.frame.language.label($0.kind.label)) } ?? .none
  }

  private func version(_ change: Change) -> Templates.Value {
    change.action == .redacted ? .number(models.losing(change).number) : .none
  }

  private func wasNow(_ change: Change, template: String = "changes/value") -> [Part] {
    [
      (.template, .text(template)), (.was, side(change, isBefore: true)), (.now, side(change, isBefore: false)),
    ]
  }

  private func set(_ list: ListChange) -> [Part] {
    let texts: ([String]) -> Templates.Value = { list in
      Frame.items(list.map { [.text: .text(models.frame.language.label($0))] })
    }
    return [
      (.template, "changes/set"), (.added, texts(list.added)), (.removed, texts(list.removed)),
      (.kept, list.kept.isEmpty ? .none : .object(countModel(list.kept.count))),
    ]
  }

  func move(_ number: NumberChange, _ tendency: Tendency?) -> Templates.Value {
    .object(moveModel(number, tendency, by: number.by, told: "change"))
  }

  // MARK: items of groups

  private func items(_ change: Change) -> [Part] {
    let items = change.parts.enumerated().map { number, item -> Object in
      let detail = ChangeDetail(models, name: "\(name)-\(number + 1)")
      return [
        .label: .text(item.label), .kind: .object(kindModel(item.action)),
        .fields: .list(item.tellingParts.enumerated().map { detail.part($1, $0) }),
      ]
    }
    return [(.template, "changes/group"), (.items, .list(items))]
  }

  private func part(_ change: Change, _ number: Int) -> Object {
    let detail = ChangeDetail(models, name: "\(name)-\(number + 1)")
    var model: Object = [
      .label: .text(models.frame.language.label(change.label)), .audience: .none, .document: .none,
      .reason: .none,
    ]
    for part in detail.details(of: change) { model.add(part.name, part.value) }
    return model
  }

  private func figures(_ change: Change) -> [Part] {
    let rows = change.parts.compactMap { item -> Object? in
      guard case .figure(let figure) = item.detail else { return nil }
      return row(figure, item)
    }
    return [(.template, "changes/figures"), (.rows, .list(rows))]
  }

  private func row(_ figure: FigureChange, _ item: Change) -> Object {
    let language = models.frame.language
    let metric = models.step.after.vocabulary.metric(figure.metric) ?? models.step.before.vocabulary.metric(figure.metric)
    let told: Set<String> = ["value", "threshold", "metric", "group", "characteristic"]
    let others = item.parts.filter { part in
      item.action == .changed && !told.contains(part.field.map { String($0.drop { $0 != "." }.dropFirst()) } ?? "")
    }
    return [
      .label: .text(language.label(metric?.label ?? figure.metric)),
      .group: figure.group.map { .text(language.label($0)) } ?? .none,
      .was: text(figure.before), .was_word: word(figure.before), .was_state: models.before.figures.state(figure.before?.held),
      .was_verdict: verdict(figure.before),
      .now: text(figure.after), .now_word: word(figure.after), .now_state: models.after.figures.state(figure.after?.held),
      .now_verdict: verdict(figure.after),
      .was_threshold: threshold(figure, figure.before), .now_threshold: threshold(figure, figure.after),
      .move: figure.value.map { move($0, figure.tendency) } ?? .none,
      .others: Frame.items(
        others.map { part in
          [
            .label: .text(language.label(part.label)), .was: answer(part.before), .now: answer(part.after),
          ]
        }),
    ]
  }

  private func answer(_ answer: Answer?) -> Templates.Value { answer.map { .text($0.text) } ?? .none }

  private func text(_ side: FigureSide?) -> Templates.Value { side?.value.map { .text($0.text) } ?? .none }

  /// Why there is no number, but for a state, which says so itself.
  private func word(_ side: FigureSide?) -> Templates.Value {
    guard let side else { return "words/figure_absent" }
    guard let held = side.held else { return side.value == nil ? "words/state_missing" : .none }
    return held.isForSmallNumbers ? "words/suppressed" : .none
  }

  private func threshold(_ figure: FigureChange, _ side: FigureSide?) -> Templates.Value {
    let isNew = figure.threshold.map { $0.direction != .same } ?? (figure.before?.threshold != figure.after?.threshold)
    return isNew ? side?.threshold.map { .text($0.text) } ?? .none : .none
  }

  private func verdict(_ side: FigureSide?) -> Templates.Value {
    guard let side, side.value != nil, side.threshold != nil else { return .none }
    return verdictModel(side.verdict ?? .unclear)
  }
}

extension Change {
  /// The parts of an item, but what already names it where the whole of it came or went.
  fileprivate var tellingParts: [Change] {
    guard action == .added || action == .removed else { return parts }
    return parts.filter { ($0.after ?? $0.before)?.text != label }
  }
}
