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
  guard let into = Pipe(), let out = Pipe(), let complaints = Pipe() else { return nil }
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
  guard posix_spawnp(&process, words[0], &actions, nil, &arguments, environ) == 0 else { return nil }
  close(into.reading)
  close(out.writing)
  close(complaints.writing)
  into.send(input)
  let output = out.receive()
  let complaint = complaints.receive()
  var status: Int32 = 0
  while waitpid(process, &status, 0) < 0 && errno == EINTR {}
  return Ran(status: (status >> 8) & 255, output: output, complaint: complaint)
}

private struct Pipe {
  let reading: Int32
  let writing: Int32

  init?() {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    (reading, writing) = (ends[0], ends[1])
    _ = fcntl(reading, F_SETFD, FD_CLOEXEC)
    _ = fcntl(writing, F_SETFD, FD_CLOEXEC)
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
