import Bytes
import Findings
import Reading

/// Files beside the documents that nobody may have meant to publish: what programs leave behind, and what no document leads to.
@Sendable func checkAttachments(_ context: CheckContext) -> [Finding] {
  let tool = context.tool
  guard !tool.attachments.isEmpty else { return [] }
  let folder = tool.record.source.path.dropLast("record.md".utf8.count)
  let named = Set(tool.all.flatMap(\.namedFiles))
  return tool.attachments.compactMap { file in
    let place = Place.file(folder + file.name)
    if isLeftBehind(file.name) { return Finding("attachment.left-behind", at: place, ["file": file.name]) }
    return named.contains(file.name) ? nil : Finding("attachment.unnamed", at: place, ["file": file.name])
  }
}

extension Document {
  /// The files beside it that it leads to.
  fileprivate var namedFiles: [String] {
    var addresses = passages.flatMap(\.tree.addresses)
    eachValue(at: kind.addresses) { _, value in if let text = value.text { addresses.append(text) } }
    return addresses.compactMap { FileAddress($0)?.path }
  }
}

/// Copies and notes that editors, office programs and systems put beside a file.
private func isLeftBehind(_ path: String) -> Bool {
  let name = fileName(path)
  let lower = name.lowercased()
  return name.hasPrefix("~$") || name.hasSuffix("~") || name.hasPrefix("#") && name.hasSuffix("#")
    || leftNames.contains(lower) || leftEndings.contains { lower.hasSuffix($0) }
}

private let leftNames: Set<String> = ["thumbs.db", "desktop.ini"]
private let leftEndings = [".bak", ".tmp", ".swp", ".orig", ".rej", ".part", ".crdownload"]
