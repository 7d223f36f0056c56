import Editions
import Records
import Templates

/// How many versions the history in brief shows.
private let shortHistory = 5

/// The newest versions with what was said of each, as far as the page may know: a frozen page knows none after its own.
@Sendable func versionsBlock(_ context: inout BlockContext) -> Object? {
  let subject = context.subject
  let frame = context.frame
  let last = subject.place == .version ? subject.version?.number : nil
  let versions = frame.site.history.versions(of: subject.tool.id).filter { $0.number <= last ?? .max }
  guard let newest = versions.last else { return nil }
  let rows = versions.suffix(shortHistory).reversed().map { version -> Object in
    let folder = "\(subject.home)versions/\(version.number)/"
    return [
      .number: .number(version.number), .href: .text(frame.href(folder)), .date: .object(dateModel(version.date)),
      .note: .text(version.entry.change), .significance: significanceModel(version.entry.significance),
      .changes_href: version.number > 1 ? .text(frame.href(folder + "changes/")) : .none,
      .current: .flag(version.number == newest.number),
    ]
  }
  return [
    .template: "blocks/versions", .id: .text(context.names.unique("versions")),
    .count: .object(countModel(versions.count)), .href: .text(frame.href(subject.home + "versions/")),
    .rows: .list(rows),
  ]
}

/// Who approved the version for publication.
@Sendable func signOffsBlock(_ context: inout BlockContext) -> Object? {
  guard let version = context.subject.version, !version.entry.signOffs.isEmpty else { return nil }
  let rows = version.entry.signOffs.map { signOffModel($0, context.frame.site.settings, context.frame) }
  return [
    .template: "blocks/sign-offs", .id: .text(context.names.unique("sign-offs")), .version: .number(version.number),
    .rows: .list(rows),
  ]
}
