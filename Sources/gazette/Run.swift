import Publishing

/// Does what the words after `gazette` ask, and says how it ended.
func run(_ words: [String]) -> Exit {
  var terminal = Terminal()
  let ending: Exit
  switch understand(words, among: Command.all) {
  case .success(let invocation):
    terminal.quiet = invocation.quiet
    if invocation.has("--no-color") { terminal.withoutColour() }
    do throws(DiskError) { ending = try invocation.command.run(invocation, &terminal) } catch { ending = terminal.complain(of: error) }
  case .failure(let error):
    terminal.complain(error.words(among: Command.all))
    ending = .usage
  }
  return terminal.finish() ? ending : .system
}

/// How a run ended, as its exit code.
enum Exit: Int32, Sendable, CaseIterable {
  case done = 0
  case findings = 1
  case usage = 2
  case proof = 3
  case system = 4

  /// What the code means, for the manual.
  var meaning: String {
    switch self {
    case .done: "done"
    case .findings: "the content has errors, or a check failed"
    case .usage: "the command was not understood"
    case .proof: "the proof of what was published does not hold"
    case .system: "the disk or the system failed"
    }
  }
}
