/// Numbers that look like chance, the same at each run.
final class Dice {
  private var state: UInt64 = 11

  func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % sides
  }
}
