extension Command {
  /// Every command that works, in the order of the manual.
  static let all: [Command] = [
    build,
    check,
    explain,
    help, version,
  ]
}
