package import Bytes

/// Steps that make one canonical form into another: a JSON Patch (RFC 6902), which programs of others can apply too.
///
/// What is replaced or removed is tested first, so a patch applied to anything but what it was made from stops at that step.
package struct Patch: Sendable, Hashable {
  package enum Step: Sendable, Hashable {
    case test(path: [String], Canon)
    case add(path: [String], Canon)
    case remove(path: [String])
    case replace(path: [String], Canon)
  }

  package var steps: [Step]

  package init(steps: [Step] = []) { self.steps = steps }

  /// The steps from one value to another.
  package init(from: Canon, to: Canon) {
    steps = []
    compare(from, to, at: [])
  }

  private mutating func compare(_ from: Canon, _ to: Canon, at path: [String]) {
    switch (from, to) {
    case _ where from == to: break
    case (.map(let left), .map(let right)): compareMaps(left, right, at: path)
    case (.list(let left), .list(let right)): compareLists(left, right, at: path)
    default:
      steps.append(.test(path: path, from))
      steps.append(.replace(path: path, to))
    }
  }

  private mutating func compareMaps(
    _ left: [Canon.Member], _ right: [Canon.Member], at path: [String]
  ) {
    var (x, y) = (0, 0)
    while x < left.count || y < right.count {
      if y == right.count || (x < left.count && left[x].name.precedesByBytes(right[y].name)) {
        steps.append(.test(path: path + [left[x].name], left[x].value))
        steps.append(.remove(path: path + [left[x].name]))
        x += 1
      } else if x == left.count || right[y].name.precedesByBytes(left[x].name) {
        steps.append(.add(path: path + [right[y].name], right[y].value))
        y += 1
      } else {
        compare(left[x].value, right[y].value, at: path + [left[x].name])
        (x, y) = (x + 1, y + 1)
      }
    }
  }

  /// Elements that are the same stay; between them, one stands for one as far as they go.
  private mutating func compareLists(_ left: [Canon], _ right: [Canon], at path: [String]) {
    var seen: [Canon: Int32] = [:]
    func name(_ value: Canon) -> Int32 {
      let name = seen[value] ?? Int32(seen.count)
      seen[value] = name
      return name
    }
    let (one, two) = (left.map(name), right.map(name))
    var (x, y) = (0, 0)
    let end = Alignment.Pair(before: left.count, after: right.count)
    for pair in Alignment(one, two, names: seen.count).pairs + [end] {
      while x < pair.before || y < pair.after {
        let here = path + [String(y)]
        if x < pair.before, y < pair.after {
          compare(left[x], right[y], at: here)
          (x, y) = (x + 1, y + 1)
        } else if y < pair.after {
          steps.append(.add(path: here, right[y]))
          y += 1
        } else {
          steps.append(.test(path: here, left[x]))
          steps.append(.remove(path: here))
          x += 1
        }
      }
      (x, y) = (pair.before + 1, pair.after + 1)
    }
  }

  package func write(to writer: inout JSONWriter) {
    writer.array { writer in for step in steps { step.write(to: &writer) } }
  }
}

extension Patch.Step {
  private var spelling: (name: String, path: [String], value: Canon?) {
    switch self {
    case .test(let path, let value): ("test", path, value)
    case .add(let path, let value): ("add", path, value)
    case .remove(let path): ("remove", path, nil)
    case .replace(let path, let value): ("replace", path, value)
    }
  }

  fileprivate func write(to writer: inout JSONWriter) {
    let (name, path, value) = spelling
    writer.object { writer in
      writer.member("op", name)
      writer.member("path", pointer(path))
      guard let value else { return }
      writer.key("value")
      value.write(to: &writer)
    }
  }
}

/// A path as RFC 6901 spells it.
private func pointer(_ path: [String]) -> String {
  var result: [UInt8] = []
  for name in path {
    result.append(UInt8(ascii: "/"))
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "~"): result.append("~0" as StaticString)
      case UInt8(ascii: "/"): result.append("~1" as StaticString)
      default: result.append(byte)
      }
    }
  }
  return String(decoding: result, as: UTF8.self)
}
