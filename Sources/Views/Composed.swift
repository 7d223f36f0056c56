/// What was composed of one subject: pages still to be rendered, and files as they are.
package struct Composed {
  package let pages: Pages
  package let files: [SiteFile]
  /// Which of the files is a tool's `record.json`.
  package let record: DataFile?

  package init(pages: Pages = [], files: [SiteFile] = [], record: DataFile? = nil) {
    self.pages = pages
    self.files = files
    self.record = record
  }

  init(pages: [Page], files: [SiteFile] = []) {
    self.init(pages: Pages(pages.map { page in { page } }), files: files)
  }
}

/// Pages that are made one at a time, each when it is asked for.
///
/// So a page is rendered while its model is still near the processor, and its memory serves the next one.
package struct Pages: Sequence, ExpressibleByArrayLiteral {
  private let makers: [() -> Page]

  init(_ makers: [() -> Page]) { self.makers = makers }

  package init(arrayLiteral makers: (() -> Page)...) { self.makers = makers }

  package func makeIterator() -> some IteratorProtocol<Page> { makers.lazy.map { $0() }.makeIterator() }
}
