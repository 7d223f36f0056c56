/// A file of data as pages and catalogues name it, for which it need not be held.
package struct DataFile: Sendable, Hashable {
  /// Every version ever published.
  package static let releases = "data/releases.ndjson"

  package let path: String
  package let size: Int
  /// The SHA-256 of its bytes.
  package let digest: String

  package init(path: String, size: Int, digest: String) {
    self.path = path
    self.size = size
    self.digest = digest
  }

  static let mediaTypes = ["csv": "text/csv", "json": "application/json", "ndjson": "application/x-ndjson"]
}

extension SiteFile {
  var listed: DataFile { DataFile(path: path, size: bytes.count, digest: digestText(bytes)) }
}
