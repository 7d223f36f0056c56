import Findings
import Publishing
import Records

extension Command {
  static let verify = Command(
    name: "verify", purpose: .reading,
    summary: "Prove that a site is what was published",
    about: """
      Checks the chain of editions, every hash, the sequence of versions, approvals and names, and makes every page anew to compare it \
      byte for byte. Names the first thing that does not fit and exits with 3. Hashes and chain can be checked without this program: \
      sha256sum --check --strict editions/1/SHA256SUMS, and so on.
      """,
    arguments: [Argument("SITE", .optional, "the site's folder (Site)")],
    options: [
      Option("--extends", .text("OLD"), "an older copy, all of which must still be there"),
      Option("--signers", .text("FILE"), "allowed signers, as ssh-keygen takes them"),
      Option("--no-pages", .flag, "check only what is frozen; make no page anew"),
    ],
    formats: ["text", "json"],
    examples: [
      Example("gazette verify", "The register's own site."),
      Example("gazette verify copy --extends older-copy", "That a copy holds all of an older one."),
    ],
    run: verifyRegister)
}

private func verifyRegister(_ invocation: Invocation, _ terminal: inout Terminal) throws(DiskError) -> Exit {
  let site = invocation.arguments.first ?? invocation.root + "/Site"
  if invocation.arguments.isEmpty, try !Folder(opening: invocation.root).holds("Site") {
    terminal.complain("gazette: nothing is published here yet: there is no folder '\(site)'\n")
    return .system
  }
  if let signers = invocation["--signers"] { try checkIsThere(signers) }
  let (theme, wrong) = invocation.has("--no-pages") ? (nil, []) : try themeOfSite(site, invocation)
  let order = VerifyOrder(
    site: site, older: invocation["--extends"], signers: invocation["--signers"], theme: theme,
    threads: invocation.threads ?? processors())
  let progress = terminal.progress
  let verified = try verifySite(order, told: { progress.step("Verifying", $0, of: $1) })
  guard verified.findings.isEmpty else {
    _ = terminal.tell(
      verified.findings, as: Format(rawValue: invocation.format) ?? .text, asResults: true, proof: true)
    return .proof
  }
  // Pages that cannot be made are not proved, and that is never passed over.
  if !wrong.isEmpty {
    _ = terminal.tell(wrong, asResults: true)
    terminal.say("\nThe editions hold. The pages were not proved, because the theme has errors; with `--no-pages` they are left out.")
    return .proof
  }
  terminal.say(
    "\(counted(verified.editions, "edition")) and \(counted(verified.files, "file")) hold"
      + (verified.pages > 0 ? "; \(counted(verified.pages, "page")) made anew, byte for byte the same." : ".")
      + (verified.signatures > 0 ? " \(counted(verified.signatures, "signature")) good." : ""))
  if let edition = verified.otherTheme {
    terminal.say(
      "The theme has changed since edition \(edition) was published. The pages fit the theme as it stands now; what they looked and read "
        + "like on that day is not proved, only what they are made from.")
  }
  if let newest = verified.newest { terminal.print(newest + "\n") }
  return .done
}

/// The theme that a site's own settings name: from the register beside it, or the program's.
private func themeOfSite(_ site: String, _ invocation: Invocation) throws(DiskError) -> (theme: Theme?, wrong: [Finding]) {
  let (frozen, _) = readFrozen(try Folder(opening: site, called: "Site"))
  guard let common = frozen?.newestCommon else { return (nil, []) }
  let (vocabulary, unread) = common.vocabulary()
  guard let settings = vocabulary?.settings else { return (nil, unread) }
  let root = try Folder(opening: invocation.root)
  let (files, missing) = loadTheme(settings.theme.name, root: root, shipped: shippedFolder())
  guard let files else { return (nil, missing) }
  let (theme, wrong) = Publishing.prepare(files, for: settings, with: common)
  return (theme, theme == nil ? missing + wrong : [])
}
