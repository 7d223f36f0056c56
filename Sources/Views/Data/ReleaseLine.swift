import Bytes
import Editions
import Records

/// A published version as one line of `data/releases.ndjson`, in JSON with sorted names and a line end.
///
/// What it says does not change when later versions come, so the file grows at its end; only a redaction changes a line.
///
/// - Parameter record: the version's `record.json`; nothing where its record was taken out.
package func releaseLine(_ news: News, record: [UInt8]?, in site: Site) -> [UInt8] {
  let (version, entry) = (news.version, news.version.entry)
  let losses = site.history.losses(of: news.tool, version: version.number)
  return spelledObject([
    ("address", .text(site.settings.address + news.base)), ("change", .text(entry.change)), ("date", .text(version.date.text)),
    ("digest", .text(entry.digest)), ("edition", .number(String(version.edition))), ("edition_sha256", .text(version.editionHash)),
    ("happening", .text(news.happening.rawValue)), ("id", .text(site.identity + news.base.dropLast())),
    ("record", record.map { .raw(onOneLine($0)) } ?? .null),
    ("redacted", .list(losses.map { loss in .object(members(of: loss.redaction)) })),
    ("sign_offs", .list(entry.signOffs.map { .object(members(of: $0)) })), ("significance", .text(entry.significance)),
    ("tool", .text(news.tool)), ("version", .number(String(version.number))),
  ]) + [0x0A]
}

private func members(of redaction: Redaction) -> [(String, Datum)] {
  [("because", .text(redaction.because)), ("file", .text(redaction.file)), ("on", .text(redaction.on.text))]
}

private func members(of signOff: SignOff) -> [(String, Datum)] {
  [("by", .text(signOff.by)), ("on", .text(signOff.on.text)), ("role", .text(signOff.role))]
}

/// JSON of ours without its line ends and indents: a text in it never holds either as it is.
private func onOneLine(_ json: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(json.count)
  for line in json.split(separator: 0x0A) { result += line.drop { $0 == 0x20 } }
  return result
}
