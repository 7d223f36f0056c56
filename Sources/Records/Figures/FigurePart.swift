/// The parts of an entry of results that the program reads, by their ids in kinds.
enum FigurePart: String {
  case metric, value, low, high, level, n, characteristic, group, threshold, baseline, suppressed, note
  case referenceGroup = "reference_group"
  case baselineKind = "baseline_kind"
  case asPublished = "as_published"
}

/// The parts of one entry of results.
struct FigureParts {
  let item: Item
  let field: Field

  func value(_ part: FigurePart) -> Value? { field.position(of: part).map { item.values[$0] } }
  func text(_ part: FigurePart) -> String? { value(part)?.line }

  func number(_ part: FigurePart) -> Number? {
    guard case .number(let number) = value(part)?.content else { return nil }
    return number
  }
}
