extension Command {
  /// Every command that works, in the order of the manual.
  static let all: [Command] = [
    initialise,
    new,
    upgrade,
    check,
    build,
    join,
    approve,
    status,
    publish,
    redact,
    history,
    diff,
    verify,
    export,
    explain,
    help,
    version,
  ]
}
