import Editions
package import Findings
package import Ledger
import Records

/// Every file of a tool's folder with its bytes, and what they come to.
package struct ToolBytes: Sendable {
  package let tool: String
  /// By the bytes of their name, which is relative to the tool's folder.
  package let files: [(name: String, bytes: [UInt8])]
  package let digest: Digest

  package func bytes(_ name: String) -> [UInt8]? { files.first { $0.name == name }?.bytes }
}

extension Frozen {
  /// Whether files are, byte for byte, the newest version of their tool.
  package func holds(_ tool: String, _ content: Digest) -> Bool {
    history.versions(of: tool).last?.entry.digest == content.text
  }
}

extension RegisterFiles {
  /// Reads every file of a tool's folder and works out its digest.
  package func bytes(of tool: ToolFiles) -> (bytes: ToolBytes, findings: [Finding]) {
    var files: [(name: String, bytes: [UInt8])] = []
    var findings: [Finding] = []
    for entry in tool.files {
      let (source, found) = root.source(entry.path, limit: vocabulary.settings.fileLimit)
      findings += found
      guard let source else { continue }
      files.append((String(entry.path.dropFirst(tool.path.utf8.count + 1)), source.bytes))
    }
    let lines = files.map { SumsFile.Line(digest: Digest(of: $0.bytes), path: $0.name) }
    return (ToolBytes(tool: tool.id, files: files, digest: toolDigest(lines)), findings)
  }
}
