import Editions
import Records

/// Every page and file of one tool in one version: five audiences, each document, and all of it as data.
///
/// A function of its arguments: no disk, no clock. The same subject and site give the same pages.
///
/// The pages of a version, below `versions/<n>/`, tell the day it was published and stay at that: what was due later was not overdue then.
/// So a later edition changes them once, when the version is superseded, and again only where something is redacted.
package func compose(_ subject: Subject, in site: Site) -> Composed {
  let site = subject.place == .version ? site.on(subject.version?.date) : site
  let file = recordFile(subject, in: site)
  let record = file.listed
  let shared = Shared(lang: subject.tool.lang)
  let views = subject.vocabulary.audiences.map { audience in { subject.page(for: audience, in: site, record: record, sharing: shared) } }
  let documents = subject.tool.documents.map { document in { subject.page(of: document, in: site, sharing: shared) } }
  return Composed(pages: Pages(views + documents), files: [file], record: record)
}
