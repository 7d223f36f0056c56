import Editions
import Records
import Templates

/// What can be said of an edition's proof beside its hash.
package struct EditionProof: Sendable, Hashable {
  /// How many files its list names.
  package let files: Int
  package let isSigned: Bool

  package init(files: Int, isSigned: Bool) {
    self.files = files
    self.isSigned = isSigned
  }
}

/// What every tool's history leaves behind for the register.
package struct RegisterHistory: Sendable {
  package let news: [News]
  /// Of each edition, from the first.
  package let proofs: [EditionProof]

  package init(news: [News], proofs: [EditionProof]) {
    self.news = news
    self.proofs = proofs
  }
}

/// The pages and feeds that span tools and tell their history: every change, every edition and its proof.
///
/// - Parameter view: the tools as they are filed now; there is a feed for each value they are filed by.
package func compose(_ history: RegisterHistory, of view: RegisterView) -> Composed {
  let site = view.site
  let editions = EditionPages(news: history.news, proofs: history.proofs, site: site)
  return Composed(
    pages: changesPages(history.news, in: site) + [editions.list()]
      + site.history.editions.map { editions.page(of: $0) },
    files: feeds(history.news, filedAs: view, in: site))
}

/// Pages of editions: what was published, who signed, what had to go, and how to check it without us.
private struct EditionPages {
  let site: Site
  let proofs: [EditionProof]
  private let byEdition: [Int: [News]]
  private let names: [String: String]

  init(news: [News], proofs: [EditionProof], site: Site) {
    self.site = site
    self.proofs = proofs
    byEdition = Dictionary(grouping: site.inOrder(news)) { $0.version.edition }
    names = Dictionary(news.map { ($0.tool, $0.name) }, uniquingKeysWith: { _, last in last })
  }

  private var lang: String { site.settings.languages.first ?? "en" }

  func list() -> Page {
    let frame = Frame(site: site, address: "editions/", lang: lang)
    let head = Head(title: site.settings.title, describe: site.settings.describe)
    var model = frame.model(head, template: "editions")
    model.add(.editions, .list(site.history.editions.reversed().map { entry($0, on: frame) }))
    let newest = site.history.newest
    model.add(.newest, newest.map { .object(entry($0, on: frame)) } ?? .none)
    model.add(.ledger_href, .text(frame.root + "LEDGER"))
    model.add(.check, newest.map { .object(steps(forAllUpTo: $0)) } ?? .none)
    return Page(address: frame.address, template: "editions", lang: lang, model: model)
  }

  func page(of edition: Edition) -> Page {
    let frame = Frame(site: site, address: edition.folder + "/", lang: lang)
    let head = Head(
      title: site.settings.title, describe: edition.note,
      crumbs: [.home, Head.Crumb(label: nil, word: "words/editions", target: "editions/")])
    var model = frame.model(head, template: "edition")
    model.add(.edition, .object(entry(edition, on: frame)))
    model.add(.previous, neighbour(edition.number - 1, on: frame))
    model.add(.next, neighbour(edition.number + 1, on: frame))
    model.add(.tools, Frame.items((byEdition[edition.number] ?? []).map { tool($0, on: frame) }))
    model.add(.register_changes, registerChanges(edition, on: frame))
    model.add(.redactions, Frame.items(edition.redactions.map { redaction($0, on: frame) }))
    model.add(.removed_since, Frame.items(removedSince(edition, on: frame)))
    model.add(.files, .object(countModel(proof(edition.number)?.files ?? 0)))
    model.add(.check, .object(steps(for: edition)))
    model.add(.generator, .text(edition.generator))
    return Page(address: frame.address, template: "edition", lang: lang, model: model)
  }

  private func proof(_ number: Int) -> EditionProof? {
    proofs.indices.contains(number - 1) ? proofs[number - 1] : nil
  }

  private func hash(_ number: Int) -> String {
    site.history.hashes.indices.contains(number - 1) ? site.history.hashes[number - 1] : ""
  }

  private func entry(_ edition: Edition, on frame: Frame) -> Object {
    let (folder, hash) = (edition.folder, hash(edition.number))
    let isSigned = proof(edition.number)?.isSigned ?? false
    return [
      .number: .number(edition.number), .href: .text(frame.href(folder + "/")),
      .date: .object(dateModel(edition.date)), .note: edition.note.isEmpty ? .none : .text(edition.note),
      .tools: .object(countModel(edition.tools.count)),
      .removed: edition.redactions.isEmpty ? .none : .object(countModel(edition.redactions.count)), .hash: .text(hash),
      .hash_short: .text(String(hash.prefix(12))),
      .current: .flag(edition.number == site.history.newest?.number),
      .sums_href: .text(frame.root + folder + "/SHA256SUMS"),
      .signature_href: isSigned ? .text(frame.root + folder + "/SHA256SUMS.sig") : .none,
      .record_href: .text(frame.root + folder + "/edition.json"),
    ]
  }

  private func neighbour(_ number: Int, on frame: Frame) -> Templates.Value {
    site.history.edition(number).map { .object(entry($0, on: frame)) } ?? .none
  }

  private func tool(_ news: News, on frame: Frame) -> Object {
    let entry = news.version.entry
    return [
      .id: .text(news.tool), .label: .text(news.name), .lang: news.lang == frame.lang ? .none : .text(news.lang),
      .href: .text(frame.href("tools/\(news.tool)/")),
      .organisation: .text(frame.language.label(news.organisation)), .version: .number(entry.version),
      .version_href: .text(frame.href(news.base)),
      .changes_href: news.isFirst ? .none : .text(frame.href(news.base + "changes/")),
      .note: entry.change.isEmpty ? .none : .text(entry.change),
      .significance: news.isFirst ? .none : significanceModel(entry.significance),
      .happening: happeningModel(news.happening),
      .first: .flag(news.isFirst), .digest: .text(entry.digest),
      .sign_offs: signOffModels(entry.signOffs, site.settings, frame),
    ]
  }

  private func redaction(_ redaction: Redaction, on frame: Frame) -> Object {
    redactionModel(redaction, called: names[redaction.tool] ?? redaction.tool, on: frame)
  }

  /// The files for the whole register that the edition published, and those it took away.
  private func registerChanges(_ edition: Edition, on frame: Frame) -> Templates.Value {
    var standing: Set<String> = []
    for older in site.history.editions where older.number < edition.number {
      standing.formUnion(older.changed)
      standing.subtract(older.removed)
    }
    let changed = edition.changed.map { path -> Object in
      let action: Change.Action = standing.contains(path) ? .changed : .added
      return [
        .label: .text(path), .href: .text(frame.root + edition.folder + "/source/" + path),
        .kind: .object(kindModel(action)),
      ]
    }
    let removed = edition.removed.map { path -> Object in
      [.label: .text(path), .href: .none, .kind: .object(kindModel(.removed))]
    }
    let items = changed + removed
    guard !items.isEmpty else { return .none }
    return .object([
      .items: .list(items), .count: .object(countModel(items.count)), .open: .flag(items.count <= 12),
    ])
  }

  /// Files that this edition froze and a later one took out.
  private func removedSince(_ edition: Edition, on frame: Frame) -> [Object] {
    let own = Set(edition.tools.map { "\($0.tool)/\($0.version)" })
    return site.history.editions.filter { $0.number > edition.number }.flatMap { later in
      later.redactions.filter { own.contains("\($0.tool)/\($0.version)") }.map { redaction in
        [
          .path: .text(redaction.path), .edition: .object(frame.edition(later.number)),
          .href: .text(frame.href("tools/\(redaction.tool)/versions/\(redaction.version)/removed/")),
        ]
      }
    }
  }

  // MARK: checking it

  private func steps(for edition: Edition) -> Object {
    let sums = edition.folder + "/SHA256SUMS"
    var steps = [
      copy,
      step("check_hash", ["sha256sum \(sums)"], prints: hash(edition.number) + "  " + sums),
      step("check_files", ["sha256sum --check --strict \(sums)"]),
    ]
    if proof(edition.number)?.isSigned ?? false { steps.append(signature(sums)) }
    return [.steps: .list(steps + [step("check_program", ["gazette verify ."])])]
  }

  private func steps(forAllUpTo newest: Edition) -> Object {
    let sums = newest.folder + "/SHA256SUMS"
    var steps = [
      copy,
      step("check_hash", ["sha256sum \(sums)"], prints: hash(newest.number) + "  " + sums),
      step("check_ledger", ["sha256sum --check --strict LEDGER"]),
      step(
        "check_all",
        ["for list in editions/*/SHA256SUMS; do sha256sum --check --strict --quiet \"$list\"; done"]),
    ]
    if proof(newest.number)?.isSigned ?? false { steps.append(signature(sums)) }
    return [.steps: .list(steps + [step("check_program", ["gazette verify ."])])]
  }

  /// Where a copy of the whole site is to be had: from its repository, else from whoever answers for the register.
  private var copy: Object {
    guard let repository = site.settings.repository else { return step("check_copy", []) }
    return step("check_clone", [], href: repository)
  }

  private func signature(_ sums: String) -> Object {
    // Without a contact, whoever the file of signers says has signed.
    let contact = site.settings.publishers.first?.contact ?? ""
    let publisher = contact.isEmpty ? "\"$(ssh-keygen -Y find-principals -f signers -s \(sums).sig)\"" : contact
    let line = "ssh-keygen -Y verify -f signers -I \(publisher) -n gazette -s \(sums).sig < \(sums)"
    return step("check_signature", [line])
  }

  private func step(_ word: String, _ commands: [String], prints: String? = nil, href: String? = nil) -> Object {
    [
      .word: .text("words/" + word), .href: href.map { .text($0) } ?? .none, .commands: .texts(commands),
      .prints: prints.map { .text($0) } ?? .none,
    ]
  }
}
