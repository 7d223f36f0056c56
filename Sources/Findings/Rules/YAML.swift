extension Rule {
  /// Rules about the form of front matter and data files.
  static let yaml: [Rule] = [
    Rule(
      "yaml.syntax", .error, "this is not valid YAML: {problem}",
      why: "what cannot be read cannot be checked or published",
      fixes: ["compare the lines above with the example that `gazette explain yaml.syntax` shows"])
  ]
}
