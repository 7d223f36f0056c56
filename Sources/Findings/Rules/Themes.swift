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
    Rule(
      "theme.colour", .error, "'{colour}' is not a colour as this register writes them",
      why: "the site would be shown in the theme's own colour, and nobody would know why",
      fixes: ["write six digits or letters from a to f after #, such as \"#1d5c63\", in quotes"]),
    Rule(
      "theme.contrast", .error, "the colour {colour} can hardly be read on the theme's paper: {ratio} to 1",
      why: "links and marks have this colour, and people with weaker eyes would not see them; {least} to 1 is the least",
      fixes: ["take a darker one, such as {instead}"]),
    Rule(
      "theme.logo", .error, "there is no logo 'Content/{file}'",
      why: "every page would be shown without it",
      fixes: ["put the picture there, as SVG or PNG", "correct `logo:` in register.yaml, which names a file right in Content/"]),
  ]
}
