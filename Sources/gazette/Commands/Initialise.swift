import Publishing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Command {
  static let initialise = Command(
    name: "init", purpose: .writing,
    summary: "Begin a new register",
    about: """
      Makes a folder with settings to fill in and ordinary pages. The kinds of document, the audiences, the measures and \
      the theme come with the program; a file of the same name in the register goes before each of them.
      """,
    arguments: [Argument("DIR", .one, "the new register's folder; it may be there already if it is empty")],
    examples: [Example("gazette init our-register", "A register that checks clean and can be built.")],
    run: beginRegister)
}

private func beginRegister(_ invocation: Invocation, _ terminal: inout Terminal) throws(DiskError) -> Exit {
  let path = invocation.arguments[0]
  guard let starter = try shippedFolder().map({ shipped throws(DiskError) in try shipped.folder("Sources/Starter") }) else {
    terminal.complain("gazette: the files that come with the program are not beside it; install it again\n")
    return .system
  }
  let made: [String]
  do throws(DiskError) {
    made = try copyStarter(starter, to: path)
  } catch {
    switch error.number {
    case ENOTEMPTY: return terminal.refuse(.other("'\(path)' is not empty: it holds \(error.path)", near: nil), invocation)
    case ENOTDIR, EEXIST: return terminal.refuse(.other("'\(path)' is not a folder", near: nil), invocation)
    default: throw error
    }
  }
  for file in made { terminal.print((path.hasSuffix("/") ? path : path + "/") + file + "\n") }
  terminal.say(
    """

    Fill in Content/register.yaml when you like. What to type next:
      cd \(shellWord(path))
      gazette new tool name-of-your-tool
      gazette check
    """)
  return .done
}

/// A path as it is typed into a shell.
private func shellWord(_ path: String) -> String {
  let isPlain = path.utf8.allSatisfy { byte in
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || "/._-".utf8.contains(byte)
  }
  return isPlain ? path : "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
}
