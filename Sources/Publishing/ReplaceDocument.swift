/// Writes a document anew and keeps the file as it was in `.gazette/before/`, where nothing is ever written over.
///
/// - Parameter path: the document's, from the register's root.
/// - Returns: where the file as it was is kept, from the register's root.
package func replaceDocument(
  _ path: String, of register: RegisterFiles, was: [UInt8], now: [UInt8]
) throws(DiskError) -> String {
  let kept = try keep(was, as: path, in: register.root)
  let tree = FileTree(over: register.root)
  _ = try tree.write(path, now)
  return kept
}

/// `.gazette/before/tools/finder/record.md`, then `record-2.md`, `record-3.md` …
private func keep(_ bytes: [UInt8], as path: String, in root: Folder) throws(DiskError) -> String {
  let below = path.hasPrefix("Content/") ? String(path.dropFirst("Content/".utf8.count)) : path
  let stem = ".gazette/before/" + (below.hasSuffix(".md") ? String(below.dropLast(3)) : below)
  var number = 1
  while true {
    let place = stem + (number == 1 ? "" : "-\(number)") + ".md"
    if try !root.holds(place) {
      try root.create(place, bytes)
      return place
    }
    number += 1
  }
}
