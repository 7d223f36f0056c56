#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Has `ssh-keygen` sign some bytes with the operator's key, in the namespace `gazette`.
///
/// The bytes go in at standard input and the signature comes out; no file is written, and the key is never read here.
func sign(_ bytes: [UInt8], with key: String) throws(PublishError) -> [UInt8] {
  let result = run(["ssh-keygen", "-Y", "sign", "-n", "gazette", "-f", key], input: bytes)
  guard let result, result.status == 0, !result.output.isEmpty else {
    let said = result.map { String(decoding: $0.complaint, as: UTF8.self) } ?? "ssh-keygen could not be started"
    throw .signing(said)
  }
  return result.output
}

/// What a program came to.
struct Ran: Sendable {
  let status: Int32
  let output: [UInt8]
  let complaint: [UInt8]
}

/// Runs a program of the system's with some bytes at its standard input, and waits for it; nothing where it cannot be started.
func run(_ words: [String], input: [UInt8]) -> Ran? {
  let pipes = (0..<3).compactMap { _ in Pipe() }
  var process: pid_t?
  if pipes.count == 3 { process = start(words, into: pipes[0], out: pipes[1], complaints: pipes[2]) }
  guard let process else {
    for pipe in pipes { pipe.closeBoth() }
    return nil
  }
  let (into, out, complaints) = (pipes[0], pipes[1], pipes[2])
  close(into.reading)
  close(out.writing)
  close(complaints.writing)
  // All three at once: a program that is not listened to on one side may never come to the other.
  let said = parallel(3, threads: 3) { number -> [UInt8] in
    if number > 0 { return number == 1 ? out.receive() : complaints.receive() }
    into.send(input)
    return []
  }
  var status: Int32 = 0
  while waitpid(process, &status, 0) < 0 && errno == EINTR {}
  return Ran(status: (status >> 8) & 255, output: said[1], complaint: said[2])
}

/// Starts a program with the ends of three pipes as its input and outputs.
private func start(_ words: [String], into: Pipe, out: Pipe, complaints: Pipe) -> pid_t? {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_adddup2(&actions, into.reading, 0)
  posix_spawn_file_actions_adddup2(&actions, out.writing, 1)
  posix_spawn_file_actions_adddup2(&actions, complaints.writing, 2)
  for end in [into, out, complaints].flatMap({ [$0.reading, $0.writing] }) {
    posix_spawn_file_actions_addclose(&actions, end)
  }
  var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
  arguments.append(nil)
  defer { for argument in arguments { free(argument) } }
  var process = pid_t()
  return posix_spawnp(&process, words[0], &actions, nil, &arguments, environ) == 0 ? process : nil
}

private struct Pipe: Sendable {
  let reading: Int32
  let writing: Int32

  init?() {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    (reading, writing) = (ends[0], ends[1])
    _ = fcntl(reading, F_SETFD, FD_CLOEXEC)
    _ = fcntl(writing, F_SETFD, FD_CLOEXEC)
  }

  func closeBoth() {
    close(reading)
    close(writing)
  }

  func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(writing, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { break }
      rest = rest.dropFirst(count)
    }
    close(writing)
  }

  func receive() -> [UInt8] {
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(reading, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { break }
      result += buffer[..<count]
    }
    close(reading)
    return result
  }
}
