/// What was composed of one subject: pages still to be rendered, and files as they are.
package struct Composed: Sendable {
  package var pages: [Page] = []
  package var files: [SiteFile] = []
  /// Which of the files is a tool's `record.json`.
  package var record: DataFile?

  package init(pages: [Page] = [], files: [SiteFile] = [], record: DataFile? = nil) {
    self.pages = pages
    self.files = files
    self.record = record
  }
}
