import Bytes
import Findings

/// A finding for every text below `Content/` that no part of the program reads: a name or a place that is only nearly right. In a tool's
/// folder it becomes public all the same.
///
/// Pictures and other attachments are no texts, and may stand where they like.
func unreadFindings(_ files: [DiskEntry]) -> [Finding] {
  files.filter { !isDocument($0.path) && isMeantToBeRead($0.path) && !isRead($0.path) }
    .map { Finding(isOfTool($0.path) ? "file.attached" : "file.unread", at: .file($0.path), ["file": $0.path]) }
}

/// Whether a file stands in a tool's folder.
private func isOfTool(_ path: String) -> Bool {
  path.hasPrefix("Content/tools/") && path.utf8.count { $0 == UInt8(ascii: "/") } > 2
}

/// Whether a file is a tool's document, as nearly all are: `Content/tools/<tool>/<document>.md`.
private func isDocument(_ path: String) -> Bool {
  path.hasPrefix("Content/tools/") && path.hasSuffix(".md") && path.utf8.count { $0 == UInt8(ascii: "/") } == 3
}

/// Whether a file is an ordinary page: `Content/pages/<page>.md`.
func isPage(_ path: String) -> Bool { path.hasPrefix("Content/pages/") && isRead(path) }

private let folders: [String: String] = ["kinds": ".yaml", "audiences": ".yaml", "pages": ".md"]

private func isRead(_ path: String) -> Bool {
  let steps = path.utf8.split(separator: UInt8(ascii: "/")).dropFirst().map { String(Substring($0)) }
  switch (steps.first ?? "", steps.count) {
  case ("register.yaml", 1), ("metrics.yaml", 1): return true
  // Says what stands in the folder, to people.
  case ("README.md", 1): return true
  case ("tools", 3): return steps[2].hasSuffix(".md") || !looksLikeDocument(steps[2])
  case ("tools", 4...): return !looksLikeDocument(steps[steps.count - 1])
  case (let folder, 2): return folders[folder].map { steps[1].hasSuffix($0) } ?? false
  default: return false
  }
}

/// Whether a file's name ends as people, or their programs, end the name of a document.
private func looksLikeDocument(_ name: String) -> Bool {
  let name = name.lowercased()
  return [".md", ".markdown", ".mdown", ".mkd", ".md.txt", ".txt.md"].contains { name.hasSuffix($0) }
}

/// Whether somebody who put a file here wants it to be read: in a tool's folder a document, elsewhere any text or data.
private func isMeantToBeRead(_ path: String) -> Bool {
  if isOfTool(path) { return true }
  let name = path.lowercased()
  return looksLikeDocument(name) || path.hasPrefix("Content/tools/")
    || [".yaml", ".yml", ".txt", ".json", ".toml"].contains { name.hasSuffix($0) }
}
