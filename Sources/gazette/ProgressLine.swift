import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The one line on a terminal that tells how far long work has come: what, how many of how many, for how long.
///
/// It shows only on a terminal, only after a moment, and is gone before anything else is printed. Threads may call it.
final class ProgressLine: Sendable {
  private struct State {
    var started: Int?
    var drawn: Int?
  }

  private let shows: Bool
  private let width: Int
  private let state = Mutex(State())

  init(shows: Bool, width: Int) {
    self.shows = shows
    self.width = width
  }

  /// Tells how far something has come, such as `step("Rendering pages", 340, of: 1000)`.
  func step(_ what: String, _ done: Int, of total: Int) {
    guard shows else { return }
    state.withLock { state in
      let now = milliseconds()
      let started = state.started ?? now
      state.started = started
      guard now - started >= ProgressLine.patience else { return }
      if let drawn = state.drawn, now - drawn < ProgressLine.interval { return }
      state.drawn = now
      let line = ProgressLine.line(what, done, of: total, seconds: (now - started) / 1000)
      put("\r" + String(line.prefix(max(1, width - 1))) + "\u{1B}[K")
    }
  }

  /// Takes the line away and starts the time anew.
  func clear() {
    guard shows else { return }
    state.withLock { state in
      if state.drawn != nil { put("\r\u{1B}[K") }
      state = State()
    }
  }

  /// `Rendering pages: 340 of 1,000, 12 s`.
  static func line(_ what: String, _ done: Int, of total: Int, seconds: Int) -> String {
    let time = seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
    return "\(what): \(grouped(done)) of \(grouped(total)), \(time)"
  }

  /// A number with a comma before every three digits.
  static func grouped(_ number: Int) -> String {
    var text = ""
    for (index, digit) in String(number).reversed().enumerated() {
      if index > 0, index % 3 == 0, digit != "-" { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }

  /// Work done sooner needs no line.
  private static let patience = 400
  /// More often than this, nobody can read it.
  private static let interval = 100
}

private func put(_ text: String) {
  let bytes = Array(text.utf8)
  _ = write(2, bytes, bytes.count)
}

/// A clock that only goes forward, for measuring.
private func milliseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
}
