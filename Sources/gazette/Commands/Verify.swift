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
  let theme = invocation.has("--no-pages") ? nil : try themeOfSite(site, invocation)
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
  terminal.say(
    "\(counted(verified.editions, "edition")) and \(counted(verified.files, "file")) hold"
      + (verified.pages > 0 ? "; \(counted(verified.pages, "page")) made anew, byte for byte the same." : ".")
      + (verified.signatures > 0 ? " \(counted(verified.signatures, "signature")) good." : ""))
  if let newest = verified.newest { terminal.print(newest + "\n") }
  return .done
}

/// The theme that a site's own settings name: from the register beside it, or the program's.
private func themeOfSite(_ site: String, _ invocation: Invocation) throws(DiskError) -> Theme? {
  let (frozen, _) = readFrozen(try Folder(opening: site, called: "Site"))
  guard let common = frozen?.newestCommon, let settings = common.vocabulary().vocabulary?.settings else { return nil }
  let root = try Folder(opening: invocation.root)
  guard let files = loadTheme(settings.theme.name, root: root, shipped: shippedFolder()).theme else { return nil }
  return Publishing.prepare(files, for: settings, with: common).theme
}
