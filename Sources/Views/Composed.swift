/// What was composed of one subject: pages still to be rendered, and files as they are.
package struct Composed: Sendable {
  package var pages: [Page] = []
  package var files: [SiteFile] = []

  package init(pages: [Page] = [], files: [SiteFile] = []) {
    self.pages = pages
    self.files = files
  }
}
