import Bytes
import Findings
import Publishing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The only way out for words: results to standard output, messages to standard error.
///
/// Results are kept in a buffer and written in large pieces; before a message they are written out, so both come in order on
/// a terminal. A reader that has gone away (`gazette explain | head`) is no failure; a full disk is.
struct Terminal {
  /// Whether to leave out messages that are only told in passing.
  var quiet = false
  /// Whether results go to a terminal that shows colour.
  private(set) var colour: Bool
  /// Whether messages do.
  private(set) var messageColour: Bool
  /// How wide a line is; 80 where nobody can say.
  let width: Int
  /// The line that tells how far long work has come.
  let progress: ProgressLine

  private var results: [UInt8] = []
  private var outputs = [Output(descriptor: 1), Output(descriptor: 2)]

  init() {
    signal(SIGPIPE, SIG_IGN)
    let plain = environment("NO_COLOR") != nil || environment("TERM") == "dumb"
    colour = isatty(1) == 1 && !plain
    messageColour = isatty(2) == 1 && !plain
    width = terminalWidth()
    progress = ProgressLine(
      shows: isatty(2) == 1 && environment("TERM") != "dumb", width: width)
  }

  mutating func withoutColour() {
    colour = false
    messageColour = false
  }

  /// Prints a result.
  mutating func print(_ text: String) { print(Array(text.utf8)) }

  mutating func print(_ bytes: [UInt8]) {
    results += bytes
    if results.count >= 1 << 16 { flush() }
  }

  /// Says something in passing; not when quiet.
  mutating func say(_ line: String) {
    if !quiet { complain(line + "\n") }
  }

  /// Says what went wrong; always.
  mutating func complain(_ text: String) {
    progress.clear()
    flush()
    outputs[1].write(Array(text.utf8))
  }

  /// Says what the disk or the system refused.
  mutating func complain(of error: DiskError) -> Exit {
    complain("gazette: \(error.path): \(error.text)\n")
    return .system
  }

  /// Tells findings and closes with how many there are.
  ///
  /// Where they are what was asked for (`check`), they are results; elsewhere (`build`, `publish`) they are messages.
  /// - Parameter proof: whether they say that a proof does not hold; then they keep their order, the first thing first.
  /// - Returns: `.findings` where one of them is an error.
  mutating func tell(
    _ findings: [Finding], as format: Format = .text, asResults: Bool, proof: Bool = false
  ) -> Exit {
    progress.clear()
    let coloured = asResults ? colour : messageColour
    let console = Console(colour: coloured, width: isatty(asResults ? 1 : 2) == 1 ? width : 120)
    let told = report(findings, as: format, console: console, version: programVersion, asFound: proof)
    if asResults {
      print(told)
    } else {
      flush()
      outputs[1].write(told)
    }
    let line = proof ? "The proof does not hold: \(counted(findings.count, "thing")) found." : closing(findings)
    if format == .text, !findings.isEmpty, let line { say("\n" + line) }
    return findings.contains { $0.severity == .error } ? .findings : .done
  }

  private mutating func flush() {
    guard !results.isEmpty else { return }
    outputs[0].write(results)
    results.removeAll(keepingCapacity: true)
  }

  /// Writes out what is left.
  /// - Returns: false where results could not be written, which is then said.
  mutating func finish() -> Bool {
    progress.clear()
    flush()
    guard let reason = outputs[0].failure else { return true }
    complain("gazette: results could not be written: \(String(cString: strerror(reason)))\n")
    return false
  }
}

/// One of the two streams of the process.
private struct Output {
  let descriptor: Int32
  /// Whether its reader has gone, after which nothing is written any more.
  private var isClosed = false
  /// The system's number for what went wrong.
  private(set) var failure: Int32?

  init(descriptor: Int32) { self.descriptor = descriptor }

  mutating func write(_ bytes: [UInt8]) {
    guard !isClosed else { return }
    var start = 0
    while start < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        systemWrite(descriptor, buffer.baseAddress.map { $0 + start }, bytes.count - start)
      }
      if written >= 0 {
        start += written
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&waiting, 1, -1)
      case EPIPE:
        isClosed = true
        return
      default:
        failure = errno
        isClosed = true
        return
      }
    }
  }
}

/// `write`, under a name that a method called so does not hide.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}

/// The value of an environment variable, where it is set and not empty.
private func environment(_ name: String) -> String? {
  guard let value = getenv(name), value.pointee != 0 else { return nil }
  return String(cString: value)
}

private func terminalWidth() -> Int {
  var size = winsize()
  for descriptor: Int32 in [1, 2] where ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 {
    if size.ws_col > 0 { return Int(size.ws_col) }
  }
  return environment("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? 80
}
