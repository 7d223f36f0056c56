extension Rule {
  /// Rules about a theme as a whole: its folder, what it extends, its colours.
  static let themes: [Rule] = [
    Rule(
      "theme.missing", .error, "there is no theme '{theme}'",
      why: "without a theme no page can be made",
      fixes: ["name a folder of Themes/ in register.yaml under `theme`, such as civic"]),
    Rule(
      "theme.circle", .error, "the theme '{theme}' comes back to itself through what it extends",
      why: "there would be no end to what it takes from others",
      fixes: ["take out one `extends` of the circle"]),
    Rule(
      "theme.no-settings", .error, "the theme '{theme}' has no theme.yaml",
      why: "it says what the theme extends and which colours it has",
      fixes: ["add theme.yaml, with at least `name: {theme}`"]),
  ]
}
