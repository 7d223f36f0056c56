extension Rule {
  /// Rules about files as such: where they stand, what they are, whether they can be read.
  static let files: [Rule] = [
    Rule(
      "file.unreadable", .error, "'{file}' cannot be read: {reason}",
      why: "a file that cannot be read cannot be checked or published",
      fixes: ["let your account read the file, or take it out of the register"])
  ]
}
