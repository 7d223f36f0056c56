import Bytes
import Editions

/// What a patch makes of a value; nothing where a step does not fit it, such as a test of something that stands there no longer.
func apply(_ patch: Patch, to value: Canon) -> Canon? {
  var result = value
  for step in patch.steps {
    guard let next = apply(step, to: result) else { return nil }
    result = next
  }
  return result
}

private func apply(_ step: Patch.Step, to value: Canon) -> Canon? {
  switch step {
  case .test(let path, let wanted):
    at(path[...], of: value) { $0 == wanted ? .put($0) : .misfit }
  case .add(let path, let new): add(new, at: path[...], to: value)
  case .remove(let path): at(path[...], of: value) { _ in .gone }
  case .replace(let path, let new):
    at(path[...], of: value) { _ in .put(new) }
  }
}

private enum Fate {
  case put(Canon)
  case gone
  case misfit
}

/// Changes what stands at a path; nothing where nothing stands there.
private func at(
  _ path: ArraySlice<String>, of value: Canon, _ change: (Canon) -> Fate
) -> Canon? {
  guard let name = path.first else {
    if case .put(let new) = change(value) { return new }
    return nil
  }
  let rest = path.dropFirst()
  switch value {
  case .map(var members):
    guard let place = members.firstIndex(where: { $0.name.equalsByBytes(name) }) else { return nil }
    if rest.isEmpty {
      switch change(members[place].value) {
      case .put(let new): members[place].value = new
      case .gone: members.remove(at: place)
      case .misfit: return nil
      }
    } else {
      guard let new = at(rest, of: members[place].value, change) else { return nil }
      members[place].value = new
    }
    return .map(members)
  case .list(var list):
    guard let place = Int(name), list.indices.contains(place) else { return nil }
    if rest.isEmpty {
      switch change(list[place]) {
      case .put(let new): list[place] = new
      case .gone: list.remove(at: place)
      case .misfit: return nil
      }
    } else {
      guard let new = at(rest, of: list[place], change) else { return nil }
      list[place] = new
    }
    return .list(list)
  case .text, .number: return nil
  }
}

private func add(_ new: Canon, at path: ArraySlice<String>, to value: Canon) -> Canon? {
  guard let last = path.last else { return new }
  return at(path.dropLast(), of: value) { parent in
    switch parent {
    case .map(let members):
      guard !members.contains(where: { $0.name.equalsByBytes(last) }) else { return .misfit }
      return .put(.map(of: members.map { ($0.name, $0.value) } + [(last, new)]))
    case .list(var list):
      guard let place = Int(last), (0...list.count).contains(place) else { return .misfit }
      list.insert(new, at: place)
      return .put(.list(list))
    case .text, .number: return .misfit
    }
  }
}
