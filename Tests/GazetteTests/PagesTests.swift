import Foundation
import Testing

/// Ordinary pages and redirects: what cannot be an address, and where an old one leads.
@Suite(.timeLimit(.minutes(2))) struct PagesTests {
  @Test(arguments: [
    "assets", "browse", "changes", "compare", "data", "editions", "quality", "search", "tools",
  ])
  func aPageTakesNoFolderOfTheSite(_ name: String) throws {
    let register = try TemporaryRegister()
    try register.write("Content/pages/\(name).md", "---\ntitle: A page\n---\nWords.\n")
    #expect(try register.check() == "Content/pages/\(name).md page.reserved: a page cannot be called '\(name)'")
  }

  @Test func whatAPageMayNotBe() throws {
    let register = try TemporaryRegister()
    try register.write("Content/pages/About.md", "---\ntitle: A page\n---\nWords.\n")
    try register.write("Content/pages/bare.md", "# A page\n\nWords.\n")
    try register.write("Content/pages/many.md", "---\ntitle: A page\nordre: 2\n---\n# Twice\n\n## Once\n\n<b>Bold</b>\n")
    try register.write("Content/pages/none.md", "---\norder: second\n---\nWords.\n")
    #expect(
      try register.check() == """
        Content/pages/About.md page.name: 'About' cannot be the name of a page
        Content/pages/bare.md:1:1 file.front-matter: the document does not start with a line '---'
        Content/pages/many.md:3:1 data.unknown-key: a page has no 'ordre'
        Content/pages/many.md:5:1 markdown.title: a heading with one '#' is kept for the page's title
        Content/pages/many.md:9:1 markdown.html: HTML code is not used in texts
        Content/pages/many.md:9:8 markdown.html: HTML code is not used in texts
        Content/pages/none.md:2:1 data.missing-key: a page needs 'title'
        Content/pages/none.md:2:8 data.not-number: 'order' takes a number, not 'second'
        """)
  }

  @Test func whereRedirectsMayNotLead() throws {
    let register = try TemporaryRegister(
      settings: """
        redirects:
          pages/old: pages/about
          pages/about: pages/help
          pages/gone: pages/abuot
          pages/tool: finder
          old/a/b: finder
          finder: other
        """)
    for page in ["about", "help"] { try register.write("Content/pages/\(page).md", "---\ntitle: A page\n---\nWords.\n") }
    #expect(
      try register.check() == """
        Content/register.yaml redirect.form: the redirect 'old/a/b: finder' does not go from one thing to another of its sort
        Content/register.yaml redirect.form: the redirect 'pages/tool: finder' does not go from one thing to another of its sort
        Content/register.yaml redirect.taken: 'pages/about' leads elsewhere, and stands in the register too
        Content/register.yaml redirect.target: the redirect 'finder' leads to 'other', which is not there
        Content/register.yaml redirect.target: the redirect 'pages/gone' leads to 'pages/abuot', which is not there
        """)
  }

  @Test func anOldAddressLeadsToTheNewOne() throws {
    let register = try TemporaryRegister(settings: "redirects: {pages/old: pages/about}")
    try register.write("Content/pages/about.md", "---\ntitle: About\n---\nWords.\n")
    #expect(try register.gazette("build", "--on", "2026-11-20").exit == 0)
    let page = try register.read(".gazette/preview/old/index.html")
    #expect(page.contains("<meta http-equiv=\"refresh\" content=\"0; url=../about/index.html\">"))
    #expect(page.contains("<link rel=\"canonical\" href=\"https://example.org/about/\">"))
    #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(page.contains("<a href=\"../about/index.html\">About</a>"))
  }

  /// Only what is made beside the pages is left to whoever writes: `../changes.atom`, `../tools/finder/`.
  @Test func aPageLeadsToNothingThatIsNotThere() throws {
    let register = try TemporaryRegister()
    let links = ["notes.md", "notes.txt", "../halp/", "../help", "../help/more/", "../tools/finder/", "../changes.atom", "../data/", ".."]
    try register.write(
      "Content/pages/about.md",
      "---\ntitle: About\ndescribe: What it is.\n---\n" + links.map { "See [it](\($0)) first.\n\n" }.joined())
    try register.write("Content/pages/help.md", "---\ntitle: Help\n---\nWords.\n")
    #expect(
      try register.check() == """
        Content/pages/about.md:5:5 page.link: 'notes.md' leads nowhere on this site
        Content/pages/about.md:7:5 page.link: 'notes.txt' leads nowhere on this site
        Content/pages/about.md:9:5 page.link: '../halp/' leads nowhere on this site
        """)
  }

  @Test func aPageLeadsToFoldersAndItsOwnParts() throws {
    let register = try TemporaryRegister()
    try register.write(
      "Content/pages/about.md",
      """
      ---
      title: About
      describe: What it is.
      ---
      See [help](../help/), [home](../), [a part](../help/#ask), and [below](#two).

      ## One

      ### Within

      ## Two
      """)
    try register.write("Content/pages/help.md", "---\ntitle: Help\n---\n## Ask\n\nWords.\n")
    #expect(try register.gazette("build", "--on", "2026-11-20").exit == 0)
    let page = try register.read(".gazette/preview/about/index.html")
    #expect(
      page.contains(
        """
        <p>See <a href="../help/index.html">help</a>, <a href="../index.html">home</a>, \
        <a href="../help/index.html#ask">a part</a>, and <a href="#two">below</a>.</p>
        <h2 id="one">One</h2>
        <h3 id="within">Within</h3>
        <h2 id="two">Two</h2>
        """))
    #expect(page.contains("<li><a href=\"#one\">One</a></li>\n<li><a href=\"#two\">Two</a></li>"))
    let other = try register.read(".gazette/preview/help/index.html")
    #expect(!other.contains("<li><a href=\"#ask\">"), "one heading needs no list of contents")
    #expect(other.contains("<li><a href=\"../about/index.html\">About</a></li>\n<li><a href=\"../help/index.html\">Help</a></li>"))
  }
}
