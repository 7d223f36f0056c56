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
  private var numbers: [[Filling]: Int] = [[]: 0]
  /// The names of the blocks each template can come to; nothing where it lets the data choose and so may come to any.
  private var reach: [Set<Name>?]

  init(_ templates: [Template], index: [String: Int]) {
    reach = templates.map { template in
      template.chooses ? nil : Set(template.blocks.map(\.name))
    }
    var changed = true
    while changed {
      changed = false
      for number in templates.indices {
        guard var own = reach[number] else { continue }
        let before = own.count
        var any = false
        for call in templates[number].calls.compactMap({ index[$0] }) {
          if let others = reach[call] { own.formUnion(others) } else { any = true }
        }
        guard any || own.count > before else { continue }
        reach[number] = any ? nil : own
        changed = true
      }
    }
  }

  func filling(_ name: Name, in set: Int) -> Filling? { sets[set].first { $0.name == name } }

  /// Whether a template has a place of that name, itself or in what it calls; `nil` where the data decides.
  func has(_ name: Name, in template: Int) -> Bool? { reach[template]?.contains(name) }

  /// The blocks that can be filled in a template, for saying which was meant.
  func names(in template: Int) -> [String] { (reach[template] ?? []).map(\.text) }

  /// The fillings that matter to a template, so that two uses that differ only in others are one.
  mutating func narrowed(_ set: Int, to template: Int) -> Int {
    guard set != 0, let names = reach[template] else { return set }
    return number(sets[set].filter { names.contains($0.name) })
  }

  /// Fillings with those of a parent tag added.
  mutating func adding(_ overrides: [Int], of template: Template, _ number: Int, to set: Int) -> Int {
    var fillings = sets[set]
    for override in overrides {
      let name = template.blocks[override].name
      guard !fillings.contains(where: { $0.name == name }) else { continue }
      fillings.append(Filling(name: name, template: number, block: override, outer: set))
    }
    return self.number(fillings)
  }

  private mutating func number(_ fillings: [Filling]) -> Int {
    let sorted = fillings.sorted { $0.name.hash < $1.name.hash }
    if let known = numbers[sorted] { return known }
    sets.append(sorted)
    numbers[sorted] = sets.count - 1
    return sets.count - 1
  }
}
