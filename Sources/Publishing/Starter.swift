import Bytes

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Fills a folder with the files of a new register, and a folder for its tools.
///
/// The folder is made where there is none. One that holds anything but git's own files is left alone: `ENOTEMPTY`, whose path then tells
/// what is in it.
///
/// - Returns: the files that were made, by the bytes of their path.
package func copyStarter(_ starter: Folder, to path: String) throws(DiskError) -> [String] {
  let listing = starter.list(hidden: true)
  if let error = listing.errors.first { throw error }
  try makeFolders(path, in: System.here, told: path)
  let target = try Folder(opening: path, called: path)
  var names: [String] = []
  var odd: [String] = []
  try target.names(hidden: true, unreadable: &odd) { name throws(DiskError) in names.append(name) }
  names.removeAll { $0 == ".git" }
  guard names.isEmpty, odd.isEmpty else {
    throw DiskError(path: listed((names + odd).sorted { $0.precedesByBytes($1) }), call: "fill", number: ENOTEMPTY)
  }
  for file in listing.files { try target.create(file.path, starter.read(file.path, limit: 1 << 20)) }
  try target.makeFolder("Content/tools")
  return listing.files.map(\.path)
}

/// `README.md, src and 3 more`.
private func listed(_ names: [String]) -> String {
  let shown = names.prefix(names.count > 4 ? 3 : 4)
  var parts = shown.map { "'\($0)'" }
  if names.count > shown.count { parts.append("\(names.count - shown.count) more") }
  guard let last = parts.popLast() else { return "" }
  return parts.isEmpty ? last : parts.joined(separator: ", ") + " and " + last
}
