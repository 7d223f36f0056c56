import Records

/// A field, or a part of a group, by its ids.
struct FieldPath: Sendable, Hashable {
  var field: String
  var part: String?

  /// Reads `field` or `field.part`.
  init(_ text: String) {
    let names = text.split(separator: ".", maxSplits: 1).map(String.init)
    field = names.first ?? text
    part = names.count > 1 ? names[1] : nil
  }

  init(_ field: String, _ part: String? = nil) {
    self.field = field
    self.part = part
  }

  var text: String { part.map { field + "." + $0 } ?? field }
}

/// Where each field of one kind was in another: by `was`, through as many generations as lie between them, in either direction.
///
/// Between kinds that have no such line in common, fields are matched by what they mean, then by id where the type is the same.
struct FieldOrigins: Sendable {
  /// For each field of the newer document's kind.
  private(set) var whole: [[FieldPath]]
  /// For each field, for each of its parts.
  private(set) var parts: [[[FieldPath]]]
  /// Reasons why fields of the older kind have no place in the newer, by id.
  private(set) var dropped: [String: String] = [:]

  /// Every field and part of the older kind that the newer has a place for.
  var used: Set<FieldPath> {
    var result: Set<FieldPath> = []
    for paths in whole { result.formUnion(paths) }
    for paths in parts.flatMap({ $0 }) { result.formUnion(paths) }
    return result
  }

  init(of after: Kind, in before: Kind, with vocabulary: Vocabulary) {
    whole = after.fields.map { _ in [] }
    parts = after.fields.map { field in field.fields.map { _ in [] } }
    if before.id == after.id {
      trace(after) { [$0] }
    } else if let line = FieldOrigins.line(from: after, to: before, vocabulary) {
      trace(after) { path in
        former(path, along: line[...])
      }
      for place in line.indices.dropLast() {
        for drop in line[place].dropped {
          // What was dropped on the way may have had another name before.
          for path in former(FieldPath(drop.id), along: line[(place + 1)...]) where dropped[path.text] == nil {
            dropped[path.text] = drop.because
          }
        }
      }
      regroup(after, before)
      bridge(after, before)
    } else if FieldOrigins.line(from: before, to: after, vocabulary) != nil {
      let inverse = FieldOrigins(of: before, in: after, with: vocabulary).inverted(before)
      trace(after) { inverse[$0] ?? [] }
    } else {
      matchByMeaning(after, before)
    }
    keepExisting(before)
  }

  private mutating func trace(_ kind: Kind, _ origins: (FieldPath) -> [FieldPath]) {
    for (index, field) in kind.fields.enumerated() {
      whole[index] = origins(FieldPath(field.id))
      for (place, part) in field.fields.enumerated() {
        parts[index][place] = origins(FieldPath(field.id, part.id))
      }
    }
  }

  /// Gives the parts of a group back their own names where a version between had only one text for all of them.
  private mutating func regroup(_ after: Kind, _ before: Kind) {
    for (index, field) in after.fields.enumerated() {
      for (place, paths) in parts[index].enumerated() where paths.count > 1 {
        for path in paths {
          guard let part = path.part, let own = field.position(of: part), parts[index][own].isEmpty || own == place,
            let group = before.position(of: path.field).map({ before.fields[$0] }),
            let old = group.position(of: part), group.fields[old].type == field.fields[own].type
          else { continue }
          parts[index][place].removeAll { $0 == path }
          parts[index][own].append(path)
        }
      }
    }
  }

  /// What every document says of itself stays what it is, though a version between had a field of its own instead.
  private mutating func bridge(_ after: Kind, _ before: Kind) {
    for index in after.ownCount..<after.fields.count where whole[index].isEmpty {
      guard let place = before.position(of: after.fields[index].id), place >= before.ownCount else { continue }
      whole[index] = [FieldPath(after.fields[index].id)]
    }
  }

  private mutating func matchByMeaning(_ after: Kind, _ before: Kind) {
    for (index, field) in after.fields.enumerated() {
      var found = field.means.flatMap { before.position(of: $0) }
      if found == nil {
        found = before.position(of: field.id).flatMap {
          before.fields[$0].type == field.type ? $0 : nil
        }
      }
      guard let found else { continue }
      let other = before.fields[found]
      whole[index] = [FieldPath(other.id)]
      for (place, part) in field.fields.enumerated() where other.position(of: part.id) != nil {
        parts[index][place] = [FieldPath(other.id, part.id)]
      }
    }
  }

  /// Leaves out what the older kind, as its file now stands, does not have.
  private mutating func keepExisting(_ before: Kind) {
    let exists: (FieldPath) -> Bool = { path in
      guard let place = before.position(of: path.field) else { return false }
      return path.part.map { before.fields[place].position(of: $0) != nil } ?? true
    }
    whole = whole.map { $0.filter(exists) }
    parts = parts.map { $0.map { $0.filter(exists) } }
  }

  private func inverted(_ kind: Kind) -> [FieldPath: [FieldPath]] {
    var result: [FieldPath: [FieldPath]] = [:]
    for (index, field) in kind.fields.enumerated() {
      for origin in whole[index] { result[origin, default: []].append(FieldPath(field.id)) }
      for (place, part) in field.fields.enumerated() {
        for origin in parts[index][place] {
          result[origin, default: []].append(FieldPath(field.id, part.id))
        }
      }
    }
    return result
  }

  /// The kinds from one back to another that it replaces, both included.
  static func line(from: Kind, to: Kind, _ vocabulary: Vocabulary) -> [Kind]? {
    var line = [from]
    while let last = line.last, let older = last.replaces, line.count < 20 {
      if older == to.id { return line + [to] }
      guard let kind = vocabulary.kind(older) else { return nil }
      line.append(kind)
    }
    return nil
  }
}

extension Kind {
  /// Where a field of this kind was in the kind it replaces.
  fileprivate func former(_ path: FieldPath, in older: Kind) -> [FieldPath] {
    guard let field = position(of: path.field).map({ fields[$0] }) else { return [] }
    let was = field.was.map { FieldPath($0) }
    if let part = path.part {
      let own = field.position(of: part).map { field.fields[$0].was } ?? []
      if !own.isEmpty { return own.map { FieldPath($0) } }
      let groups = was.isEmpty ? [FieldPath(field.id)] : was
      return groups.compactMap { group in
        guard group.part == nil, let place = older.position(of: group.field),
          older.fields[place].position(of: part) != nil
        else { return nil }
        return FieldPath(group.field, part)
      }
    }
    if !was.isEmpty { return was }
    let taken = fields.contains { other in
      (other.was + other.fields.flatMap(\.was)).contains { FieldPath($0).field == field.id }
    }
    return taken || older.position(of: field.id) == nil ? [] : [FieldPath(field.id)]
  }
}

/// Where a field of the first kind was in the last, each of which the one before it replaces.
private func former(_ path: FieldPath, along line: ArraySlice<Kind>) -> [FieldPath] {
  zip(line, line.dropFirst()).reduce([path]) { paths, kinds in
    unique(paths.flatMap { kinds.0.former($0, in: kinds.1) })
  }
}

private func unique(_ paths: [FieldPath]) -> [FieldPath] {
  var seen: Set<FieldPath> = []
  return paths.filter { seen.insert($0).inserted }
}
