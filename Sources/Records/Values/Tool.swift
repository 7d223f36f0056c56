import Bytes
import Findings
package import Reading

/// One algorithmic tool: its record, the documents beside it, and what else stands in its folder.
package struct Tool: Sendable {
  package let id: String
  package let record: Document
  /// All but the record, by id.
  package let documents: [Document]
  package let attachments: [Attachment]
  /// Its evaluations with their figures, oldest first.
  package let evaluations: [Evaluation]
  /// Whether its record says that it has ended.
  package let isRetired: Bool

  package init(id: String, record: Document, documents: [Document], attachments: [Attachment], with vocabulary: Vocabulary) {
    self.id = id
    self.record = record
    self.documents = documents
    self.attachments = attachments
    isRetired = record.sense(.phase) == .ended
    evaluations = readEvaluations(documents, vocabulary)
  }

  package func documents(_ role: Role) -> [Document] { documents.filter { $0.kind.role == role } }
  package func document(_ id: String) -> Document? { documents.first { $0.id == id } }

  /// The record, then the other documents.
  package var all: [Document] { [record] + documents }

  /// The same by name, the record's too.
  package func any(_ id: String) -> Document? { all.first { $0.id == id } }

  /// What says that the tool ends, will end or is paused, as long as it holds.
  package var notice: Document? { documents(.notice).first(where: \.holds) }

  /// Whether an address that stands in one of its texts leads to something of it: to the text itself, a document or another file.
  package func holds(_ file: FileAddress) -> Bool {
    file.path.isEmpty || all.contains { $0.id == file.document } || attachments.contains { $0.name == file.path }
  }

  package var name: String { record.title }
  package var phase: String? { record.text(.phase) }
  package var lang: String { record.lang }
}

/// A file of a tool's folder that is no document.
package struct Attachment: Sendable, Hashable {
  package let name: String
  package let size: Int
  /// The SHA-256 of its bytes as 64 hexadecimal digits, where they were read.
  package let digest: String?

  package init(name: String, size: Int, digest: String? = nil) {
    self.name = name
    self.size = size
    self.digest = digest
  }
}
