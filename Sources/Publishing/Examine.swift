package import Bytes
import Editions
package import Findings
import Ledger
package import Records

/// Reads and checks every tool of a register: all findings, in the order they are printed in.
///
/// - Parameters:
///   - frozen: what stands published, where what stands in the way of a new version is told as well.
///   - told: called as tools are done, with how many.
package func examine(
  _ register: RegisterFiles, after frozen: Frozen?, on today: Day, threads: Int,
  told: @escaping @Sendable (Int) -> Void = { _ in }
) -> [Finding] {
  let found = parallel(register.tools.count, threads: threads) { number -> [Finding] in
    let bytes = register.read(register.tools[number])
    let (tool, findings) = examine(bytes, of: register, on: today)
    told(number)
    guard let tool, let frozen, !frozen.holds(tool.id, bytes.digest) else { return findings }
    return findings + obstacles(tool, bytes, after: frozen, with: register.vocabulary)
  }
  return found.flatMap { $0 } + (frozen.map { vanished(register, $0) } ?? [])
}

/// One tool as it was read, understood and checked.
package func examine(
  _ bytes: ToolBytes, of register: RegisterFiles, on today: Day
) -> (tool: Tool?, findings: [Finding]) {
  let folder = bytes.folder
  let (tool, wrong) = gather(folder, with: register.vocabulary)
  var found = bytes.unread + wrong + bytes.inspected + bytes.misnamed
  // A document that cannot be understood is public all the same, so its bytes are looked through.
  let understood = Set(tool?.all.map(\.source.path) ?? [])
  found += folder.documents.filter { !understood.contains($0.path) }.flatMap(checkCommon)
  if let tool {
    found += check(CheckContext(tool: tool, vocabulary: register.vocabulary, today: today, holds: register.holds))
  }
  return (tool, veiled(found, of: folder.documents))
}

extension ToolBytes {
  /// What is wrong inside the files that stand beside the documents.
  fileprivate var inspected: [Finding] {
    files.filter { !$0.isDocument }.compactMap(\.source).flatMap(inspectFile)
      + files.filter { $0.name == signOffsName }.compactMap(\.source).flatMap(namesInSignOffs)
  }

  /// What must not be public in the names of the folder and of its files.
  fileprivate var misnamed: [Finding] {
    scanName(tool, in: String(path.dropLast(tool.count + 1))) + files.flatMap { scanName($0.name, in: path) }
  }
}
