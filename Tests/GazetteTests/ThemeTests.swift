import Foundation
import Testing

/// The look of a register: themes that extend others, a colour of its own, and what is wrong with either.
@Suite struct ThemeTests {
  private static let record = """
    ---
    kind: atrs-4.0
    name: Finder
    phase: Production
    ---

    """

  private func page(_ register: TemporaryRegister, _ name: String = "index.html") throws -> String {
    try register.write("Content/tools/finder/record.md", Self.record)
    _ = try register.gazette("build", "--on", "2026-11-20")
    return try register.read(".gazette/preview/" + name)
  }

  @Test func twoFilesAreALookOfItsOwn() throws {
    let register = try TemporaryRegister(settings: "theme: {name: plain}")
    let styles = try page(register).split(separator: "\n").filter { $0.contains("rel=\"stylesheet\"") }
    #expect(styles.map { $0.prefix { $0 != "." } } == ["brand", "site", "extra"].map { "<link rel=\"stylesheet\" href=\"assets/\($0)" })
    #expect(!(try page(register)).contains("<img"), "plain has no logo, and its own masthead shows none")
  }

  @Test func theRegistersColourIsTheSites() throws {
    let register = try TemporaryRegister(settings: "theme: {name: civic, colour: \"#7a1f5c\"}")
    let line = try #require(try page(register).split(separator: "\n").first { $0.contains("assets/brand.") })
    let name = try #require(line.split(separator: "\"").first { $0.hasPrefix("assets/brand.") })
    #expect(try register.read(".gazette/preview/" + name).hasPrefix(":root{--brand:#7a1f5c;--on-brand:#ffffff}"))
  }

  private static let logo = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0h8v8z\"/></svg>\n"

  @Test func theRegistersLogoStandsOnItsPagesAndIsFrozen() throws {
    let register = try SmallRegister.published()
    let settings = try register.read("Content/register.yaml")
    try register.write("Content/register.yaml", settings + "\ntheme: {name: civic, logo: crest.svg}\n")
    try register.write("Content/crest.svg", Self.logo)
    try SmallRegister.publish(register, on: "2026-04-01", "A crest")
    let name = try #require(try register.read("Site/index.html").split(separator: "\"").first { $0.hasPrefix("assets/logo.") })
    #expect(try register.read("Site/" + name) == Self.logo)
    #expect(try register.read("Site/editions/3/source/crest.svg") == Self.logo)
    try register.write("Content/crest.svg", Self.logo.replacing("M0", with: "M1"))
    let proof = try register.gazette("verify")
    #expect(proof.exit == 0, "what is drafted now changes no proof: \(proof.errors)")
    try register.write("Content/crest.svg", Self.logo.replacing("<path", with: "<script/><path"))
    let found = try register.check()
    #expect(found.hasPrefix("Content/crest.svg"), "\(found)")
  }

  @Test(arguments: [
    ("theme: {name: gone}", "Themes/gone theme.missing: there is no theme 'gone'"),
    (
      "theme: {name: civic, colour: teal}",
      "Content/register.yaml theme.colour: 'teal' is not a colour as this register writes them"
    ),
    (
      "theme: {name: civic, colour: \"#ffdd00\"}",
      "Content/register.yaml theme.contrast: the colour #ffdd00 can hardly be read on the theme's paper: 1.2 to 1"
    ),
    ("theme: {name: civic, logo: crest.svg}", "Content/register.yaml theme.logo: there is no logo 'Content/crest.svg'"),
    ("theme: {name: civic, logo: ../crest.svg}", "Content/register.yaml theme.logo: there is no logo 'Content/../crest.svg'"),
    ("theme: {name: civic, logo: register.yaml}", "Content/register.yaml theme.logo: there is no logo 'Content/register.yaml'"),
  ])
  func whatCannotBeShown(_ settings: String, _ told: String) throws {
    #expect(try TemporaryRegister(settings: settings).check() == told)
  }

  @Test func aThemeIsCheckedWithTheRegister() throws {
    let register = try TemporaryRegister(settings: "theme: {name: own}")
    try register.write("Themes/own/theme.yaml", "name: own\nextends: civic\n")
    try register.write("Themes/own/templates/parts/masthead.mustache", "<p>{{site.titel}}</p>\n")
    let found = try register.check()
    #expect(found.hasPrefix("Themes/own/templates/parts/masthead.mustache:1:"), "\(found)")
    #expect(found.contains("template.unknown-part: 'site' has no 'titel'"))
    try register.write("Themes/own/templates/parts/masthead.mustache", "<p>{{site.title}}</p>\n")
    #expect(try register.check() == "")
    try register.write("Themes/own/theme.yaml", "name: own\nextends: own\n")
    #expect(try register.check() == "Themes/own/theme.yaml theme.circle: the theme 'own' comes back to itself through what it extends")
  }

  @Test func aThemeWithoutSettings() throws {
    let register = try TemporaryRegister(settings: "theme: {name: own}")
    try register.write("Themes/own/assets/site.css", "body { margin: 0 }\n")
    #expect(try register.check().contains("Themes/own theme.no-settings: the theme 'own' has no theme.yaml"))
  }

  @Test(.timeLimit(.minutes(2))) func aThemeOfAllTheWordsThereAre() throws {
    let register = try TemporaryRegister(settings: "theme: {name: own}")
    try register.write("Themes/own/theme.yaml", "name: own\nextends: civic\n")
    try register.write("Themes/own/strings/en.yaml", (0..<30_000).map { "w\($0): Word\n" }.joined())
    #expect(try register.check().contains("template.too-large"))
  }

  /// A theme that extends nothing must bring every page itself; each that is missing is named.
  @Test func aThemeWithoutAPage() throws {
    let register = try TemporaryRegister(settings: "theme: {name: own}")
    try register.write("Themes/own/theme.yaml", "name: own\n")
    try register.write("Themes/own/strings/en.yaml", "hello: Hello\n")
    try register.write("Themes/own/models/home.json", "{\"template\": \"home\", \"title\": \"A\"}\n")
    let found = try register.check()
    #expect(found.contains("theme.no-page: the theme has no template 'home'"), "\(found)")
  }
}
