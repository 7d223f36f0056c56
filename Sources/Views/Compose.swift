import Records

/// Every page of one tool in one version: five audiences and each document.
///
/// A function of its arguments: no disk, no clock. The same subject and site give the same pages.
package func compose(_ subject: Subject, in site: Site) -> [Page] {
  let typesetter = Typesetter(subject)
  let views = subject.vocabulary.audiences.map { subject.page(for: $0, in: site, typesetter: typesetter) }
  let documents = subject.tool.documents.map { subject.page(of: $0, in: site, typesetter: typesetter) }
  return views + documents
}
