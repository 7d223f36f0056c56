import Bytes
import Editions
package import Findings
package import Ledger
package import Records

/// A tool's folder with every file of it read once: what is looked through, signed and published are these bytes.
package struct ToolBytes: Sendable {
  package struct File: Sendable {
    /// Relative to the tool's folder.
    package let name: String
    /// As the disk told it.
    package let size: Int
    /// Nothing where it could not be read.
    package let source: Source?
    /// Of its bytes, worked out once for all who ask.
    package let digest: Digest?
  }

  package let tool: String
  /// Where the folder stands, such as `Content/tools/early-help-finder`.
  package let path: String
  /// By the bytes of their name.
  package let files: [File]
  /// Why files could not be read.
  package let unread: [Finding]

  package func bytes(_ name: String) -> [UInt8]? { files.first { $0.name == name }?.source?.bytes }

  /// What is signed: what all files but the approvals come to.
  package var digest: Digest {
    toolDigest(files.compactMap { file in file.digest.map { SumsFile.Line(digest: $0, path: file.name) } })
  }

  /// Its documents whole, its attachments by name, size and digest.
  package var folder: ToolFolder {
    var documents: [Source] = []
    var attachments: [Attachment] = []
    for file in files where file.name != signOffsName {
      if file.isDocument {
        if let source = file.source { documents.append(source) }
      } else {
        let size = file.source?.bytes.count ?? file.size
        attachments.append(Attachment(name: file.name, size: size, digest: file.digest?.text))
      }
    }
    return ToolFolder(id: tool, path: path, documents: documents, attachments: attachments)
  }
}

extension ToolBytes.File {
  /// Markdown right in the tool's folder.
  var isDocument: Bool { name.hasSuffix(".md") && !name.holds(UInt8(ascii: "/")) }
}

extension Frozen {
  /// Whether files are, byte for byte, the newest version of their tool.
  package func holds(_ tool: String, _ content: Digest) -> Bool {
    history.versions(of: tool).last?.entry.digest == content.text
  }
}

extension RegisterFiles {
  /// Reads every file of a tool's folder.
  package func read(_ tool: ToolFiles) -> ToolBytes {
    var files: [ToolBytes.File] = []
    var unread: [Finding] = []
    do throws(DiskError) {
      let folder = try root.folder(tool.path)
      for entry in tool.files {
        let name = entry.path(in: tool.path)
        let (source, found) = folder.source(name, limit: vocabulary.settings.fileLimit)
        let digest = source.map { Digest(of: $0.bytes) }
        files.append(ToolBytes.File(name: name, size: entry.size, source: source, digest: digest))
        unread += found
      }
    } catch { unread.append(error.finding) }
    return ToolBytes(tool: tool.id, path: tool.path, files: files, unread: unread)
  }
}
