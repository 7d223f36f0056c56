package import Findings
import Reading

/// A tool's folder as it was read: its Markdown and what else stands there.
package struct ToolFolder: Sendable {
  /// The folder's own name.
  package let id: String
  /// Where it stands, such as `Content/tools/early-help-finder`.
  package let path: String
  /// The `.md` files, by name.
  package let documents: [Source]
  package let attachments: [Attachment]

  package init(id: String, path: String, documents: [Source], attachments: [Attachment]) {
    self.id = id
    self.path = path
    self.documents = documents
    self.attachments = attachments
  }
}

/// One tool from its folder: every document read and understood, one of them its record.
///
/// A document that cannot be understood is left out with its findings; a folder without a record gives no tool.
package func gather(_ folder: ToolFolder, with vocabulary: Vocabulary) -> (Tool?, [Finding]) {
  var findings: [Finding] = []
  var records: [Document] = []
  var documents: [Document] = []
  var broken: [String] = []
  if !isFolderName(folder.id) {
    findings.append(Finding("tool.name", at: .file(folder.path), ["tool": folder.id]))
  }
  for source in folder.documents {
    if !isFolderName(documentName(source.path)) {
      findings.append(
        Finding("document.name", at: .file(source.path), ["name": documentName(source.path)]))
      continue
    }
    let (draft, found) = read(source, limits: vocabulary.settings.limits)
    findings += found
    guard let draft else {
      broken.append(documentName(source.path))
      continue
    }
    let (document, wrong) = understand(draft, with: vocabulary)
    findings += wrong
    guard let document else {
      broken.append(documentName(source.path))
      continue
    }
    if document.kind.role == .record { records.append(document) } else { documents.append(document) }
  }
  documents.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  // A record that cannot be read is there all the same, and its own findings say what is wrong.
  if !records.isEmpty || !broken.contains("record") { findings += oneRecord(records, folder) }
  guard let record = records.first(where: { $0.id == "record" }) ?? records.first else {
    return (nil, findings)
  }
  return (
    Tool(id: folder.id, record: record, documents: documents, attachments: folder.attachments, with: vocabulary),
    findings
  )
}

private func oneRecord(_ records: [Document], _ folder: ToolFolder) -> [Finding] {
  if records.isEmpty {
    return [Finding("tool.no-record", at: .file(folder.path), ["tool": folder.id])]
  }
  return records.filter { $0.id != "record" }.map { extra in
    if records.count > 1 {
      return Finding("tool.two-records", at: .file(extra.source.path), ["tool": folder.id])
    }
    return Finding("tool.record-name", at: .file(extra.source.path), ["name": extra.id])
  }
}
