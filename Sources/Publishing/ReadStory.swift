package import Editions
import Findings
import Ledger
package import Records
package import Views

/// What stands frozen with what could be written at each edition: enough to read any version of any tool.
package struct Archive: Sendable {
  package let frozen: Frozen
  /// What could be written at each edition, from the first; nothing where its settings cannot be read.
  package let vocabularies: [Vocabulary?]

  package init(_ frozen: Frozen) {
    self.frozen = frozen
    var result: [Vocabulary?] = []
    // Editions that changed no common file share one reading.
    for (edition, common) in zip(frozen.history.editions, frozen.common) {
      let isSame = edition.changed.isEmpty && edition.removed.isEmpty
      result.append(isSame ? result.last ?? nil : common.vocabulary().vocabulary)
    }
    vocabularies = result
  }

  package func vocabulary(at edition: Int) -> Vocabulary? {
    vocabularies.indices.contains(edition - 1) ? vocabularies[edition - 1] : nil
  }

  /// Every published version of a tool, read and understood as it was then.
  package func chapters(of id: String) -> [Story.Chapter] {
    frozen.history.versions(of: id).compactMap { chapter($0) }
  }

  package func chapter(_ version: Version) -> Story.Chapter? {
    guard let vocabulary = vocabulary(at: version.edition) else { return nil }
    let folder = frozen.folder(version.entry.tool, version: version.number)
    return Story.Chapter(
      number: version.number, version: version, tool: gather(folder, with: vocabulary).0,
      vocabulary: vocabulary, files: storyFiles(folder), history: frozen.history)
  }

  /// A tool as it is written now, as the version it would become.
  package func draft(_ tool: Tool, of bytes: ToolBytes, with vocabulary: Vocabulary) -> Story.Chapter {
    let files = bytes.files.filter { $0.name != signOffsName }.map { file in
      StoryFile(name: file.name, path: nil, digest: file.digest?.text ?? "")
    }
    return Story.Chapter(
      number: (frozen.history.versions(of: tool.id).last?.number ?? 0) + 1, version: nil, tool: tool,
      vocabulary: vocabulary, files: inOrder(files), history: frozen.history)
  }
}

extension Archive {
  /// What can be said of each edition's proof, from the first.
  var proofs: [EditionProof] {
    guard let site = frozen.site else { return [] }
    return frozen.history.editions.map { edition in
      let text = bytes(ProofPath.sums(edition.number), in: site) ?? []
      let isSigned = bytes(ProofPath.signature(edition.number), in: site) != nil
      return EditionProof(files: text.count { $0 == 0x0A }, isSigned: isSigned)
    }
  }
}

/// The files of a version with where each stands in the site.
private func storyFiles(_ folder: ToolFolder) -> [StoryFile] {
  let documents = folder.documents.map { source in
    let name = source.path.split(separator: "/").last.map(String.init) ?? source.path
    return StoryFile(name: name, path: source.path, digest: Digest(of: source.bytes).text)
  }
  let attachments = folder.attachments.map { attachment in
    StoryFile(name: attachment.name, path: folder.path + "/" + attachment.name, digest: attachment.digest ?? "")
  }
  return inOrder(documents + attachments)
}

private func inOrder(_ files: [StoryFile]) -> [StoryFile] {
  files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
}
