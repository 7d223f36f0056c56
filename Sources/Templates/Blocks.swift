/// What fills the blocks where a template is used: for each name a body, and the fillings in force where that body was written.
///
/// The outermost child wins, so a filling never replaces one that is there. Equal fillings get one number, and `0` is none.
struct Blocks {
  struct Filling: Hashable {
    var name: Name
    var template: Int
    var block: Int
    /// The fillings that the body's own blocks are looked up in.
    var outer: Int
  }

  private var sets: [[Filling]] = [[]]
  /// How often a set was handed on through templates that the data chooses; bounded, or their sets could grow for ever.
  private var ages: [Int] = [0]
  private static let oldest = 2
  private var numbers: [[Filling]: Int] = [[]: 0]
  /// The names of the blocks that each template can come to, by itself or in the templates it names.
  private var reach: [Set<Name>]
  /// The same for the body of each block, by template.
  private var bodies: [[Set<Name>]] = []
  /// The names of all blocks as they were typed.
  private let labels: [Name: String]

  init(_ templates: [Template], index: [String: Int]) {
    reach = templates.map { Set($0.blocks.map(\.name)) }
    labels = Dictionary(
      templates.lazy.flatMap(\.blocks).map { ($0.name, $0.label) }, uniquingKeysWith: { first, _ in first })
    var changed = true
    while changed {
      changed = false
      for number in templates.indices {
        let before = reach[number].count
        for call in templates[number].calls.compactMap({ index[$0] }) {
          reach[number].formUnion(reach[call])
        }
        changed = changed || reach[number].count > before
      }
    }
    bodies = templates.map { template in
      template.blocks.map { reached($0.body, template, index) }
    }
  }

  private func reached(
    _ nodes: [Node], _ template: Template, _ index: [String: Int]
  ) -> Set<Name> {
    var names: Set<Name> = []
    for node in nodes {
      switch node {
      case .text, .line, .value: break
      case .section(_, _, let body, _): names.formUnion(reached(body, template, index))
      case .block(let block):
        names.insert(template.blocks[block].name)
        names.formUnion(reached(template.blocks[block].body, template, index))
      case .partial(let target, _, _): names.formUnion(reached(target, index))
      case .parent(let target, _, let overrides, _):
        names.formUnion(reached(target, index))
        for override in overrides {
          names.formUnion(reached(template.blocks[override].body, template, index))
        }
      }
    }
    return names
  }

  private func reached(_ target: Target, _ index: [String: Int]) -> Set<Name> {
    guard case .named(let name) = target, let number = index[name] else { return [] }
    return reach[number]
  }

  func filling(_ name: Name, in set: Int) -> Filling? { sets[set].first { $0.name == name } }

  /// Whether a template has a place of that name, itself or in what it calls.
  func has(_ name: Name, in template: Int) -> Bool { reach[template].contains(name) }

  /// The blocks that can be filled in a template, for saying which was meant.
  func names(in template: Int) -> [String] { reach[template].compactMap { labels[$0] } }

  /// The fillings that matter to a template, so that two uses that differ only in others are one.
  mutating func narrowed(_ set: Int, to template: Int) -> Int {
    narrowed(set, to: reach[template])
  }

  private mutating func narrowed(_ set: Int, to names: Set<Name>) -> Int {
    set == 0 ? 0 : number(sets[set].filter { names.contains($0.name) })
  }

  /// Fillings with those of a parent tag added.
  ///
  /// A template that the data chooses has only what its own tag gives it (`afresh`): what a page fills in its layout is not
  /// meant for a field that happens to have a block of that name, and each template is made once for all pages.
  mutating func adding(
    _ overrides: [Int], of template: Template, _ number: Int, to set: Int, afresh: Bool
  ) -> Int {
    var fillings = afresh ? [] : sets[set]
    let known = afresh && ages[set] == Blocks.oldest ? 0 : set
    for override in overrides {
      let name = template.blocks[override].name
      guard !fillings.contains(where: { $0.name == name }) else { continue }
      let outer = narrowed(known, to: bodies[number][override])
      fillings.append(Filling(name: name, template: number, block: override, outer: outer))
    }
    let older = afresh && fillings.contains { $0.outer != 0 } ? 1 : 0
    return self.number(fillings, older: older)
  }

  /// - Parameter older: how much older a new set is than the oldest it is made from.
  private mutating func number(_ fillings: [Filling], older: Int = 0) -> Int {
    let sorted = fillings.sorted { $0.name.bits < $1.name.bits }
    if let known = numbers[sorted] { return known }
    sets.append(sorted)
    ages.append(older + (sorted.map { ages[$0.outer] }.max() ?? 0))
    numbers[sorted] = sets.count - 1
    return sets.count - 1
  }
}
