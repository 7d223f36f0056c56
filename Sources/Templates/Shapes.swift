import Typesetting

/// What a sample says of the names at one level.
struct Shape {
  var names: [Name: Seen] = [:]
  /// In the order they were seen, for saying which was meant.
  var order: [Name] = []
}

/// What a name stands for in a sample: every kind of value it has there, with what is inside.
struct Seen {
  struct Kinds: OptionSet {
    var rawValue: UInt8
    static let text = Kinds(rawValue: 1)
    static let markup = Kinds(rawValue: 2)
    static let flag = Kinds(rawValue: 4)
    static let list = Kinds(rawValue: 8)
    static let object = Kinds(rawValue: 16)
  }

  var kinds: Kinds = []
  /// What the object, or the elements of the list, have inside.
  var inside: Int?
  /// The texts, which may name templates.
  var texts: [String] = []
}

/// Shapes of samples, numbered. Of a list, all elements are laid over each other.
struct Shapes {
  private(set) var all: [Shape] = []

  /// What stands in a section over a text, and over markup.
  private(set) var text = 0
  private(set) var markup = 0

  init() {
    text = add([Object(item: .text("a"))])
    markup = add([Object(item: .markup(.empty))])
  }

  /// The shape of some objects taken together.
  mutating func add(_ objects: [Object]) -> Int {
    let number = all.count
    all.append(Shape())
    var shape = Shape()
    var values: [Name: [Value]] = [:]
    for (name, value) in objects.lazy.flatMap(\.entries) {
      if values[name] == nil { shape.order.append(name) }
      values[name, default: []].append(value)
    }
    for name in shape.order { shape.names[name] = see(values[name] ?? []) }
    all[number] = shape
    return number
  }

  private mutating func see(_ values: [Value]) -> Seen {
    var seen = Seen()
    var inside: [Object] = []
    var texts: Set<String> = []
    for value in values {
      switch value {
      case .none: break
      case .text(let text):
        seen.kinds.insert(.text)
        if texts.insert(text).inserted { seen.texts.append(text) }
      case .markup: seen.kinds.insert(.markup)
      case .flag: seen.kinds.insert(.flag)
      case .list(let list):
        seen.kinds.insert(.list)
        inside += list
      case .object(let object):
        seen.kinds.insert(.object)
        inside.append(object)
      }
    }
    if seen.kinds.contains(.object) || !inside.isEmpty { seen.inside = add(inside) }
    return seen
  }
}
