import Findings
import Ground
import Reading
import Records
import Testing

/// Tools under the data files that ship with the program: the sample's, and tools made of a few lines in a test.
enum Shipped {
  static func vocabulary() throws -> Vocabulary { try Checkout.vocabulary() }

  /// A tool from the texts of its documents, by their names without `.md`.
  static func tool(_ documents: [(String, String)], attachments: [Records.Attachment] = []) throws -> Tool {
    try #require(gather(Checkout.finder(documents, attachments: attachments), with: try vocabulary()).0)
  }

  /// The tools that come with the program, without their attachments.
  static func sample() throws -> [Tool] {
    try Checkout.names("Content/tools").compactMap { id in
      let path = "Content/tools/" + id
      let folder = ToolFolder(id: id, path: path, documents: try Checkout.folder(path, ".md"), attachments: [])
      return gather(folder, with: try vocabulary()).0
    }
  }
}
