import Bytes

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One name under a folder, as the disk tells it.
package struct DiskEntry: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case file, folder
    /// A symbolic link and where it says it points.
    case link(String)
    /// A pipe, socket or device.
    case other
  }

  /// Relative to the folder listed, with `/`.
  package var path: String
  package var kind: Kind
  package var size: Int
  /// Nanoseconds since 1970 of the last change to content and to status: with size and number, a file unchanged since we looked.
  package var modified: Int64
  package var changed: Int64
  package var number: UInt64

  /// Its path from a folder that it stands in; folders are told apart by bytes, and a letter may be several.
  package func path(in folder: String) -> String { String(Substring(path.utf8.dropFirst(folder.utf8.count + 1))) }
}

/// All that stands under a folder, sorted by the bytes of its path, and what could not be looked at.
package struct Listing: Sendable {
  package var entries: [DiskEntry] = []
  package var errors: [DiskError] = []
  /// Names that are no UTF-8, as far as they can be told.
  package var unreadableNames: [String] = []

  package var files: [DiskEntry] { entries.filter { $0.kind == .file } }
}

extension Folder {
  /// The deepest folder that is looked into.
  private static let deepest = 32

  /// Lists everything below this folder, following no link.
  ///
  /// - Parameters:
  ///   - hidden: whether names that start with a dot are listed too; where people write, such names belong to their editors.
  ///   - left: a folder right in this one that is named and not looked into.
  ///   - deep: whether to look into folders at all.
  package func list(hidden: Bool, leaving left: String? = nil, deep: Bool = true) -> Listing {
    var listing = Listing()
    do throws(DiskError) {
      try list("", hidden, deep ? 0 : nil, left, into: &listing)
    } catch { listing.errors.append(error) }
    listing.entries.sort { $0.path.precedesByBytes($1.path) }
    listing.errors.sort { $0.path.precedesByBytes($1.path) }
    listing.unreadableNames.sort { $0.precedesByBytes($1) }
    return listing
  }

  /// Adds all that stands in this folder, which is `below` in the one that is listed; each folder is opened from the one it stands in.
  private func list(
    _ below: String, _ hidden: Bool, _ depth: Int?, _ left: String?, into listing: inout Listing
  ) throws(DiskError) {
    if let depth, depth > Folder.deepest { throw DiskError(path: path, call: "open", number: ENAMETOOLONG) }
    var folders: [String] = []
    try names(hidden: hidden, unreadable: &listing.unreadableNames) { name throws(DiskError) in
      guard var entry = try self.entry(name) else { return }
      if entry.kind == .folder, name != left { folders.append(name) }
      if !below.isEmpty { entry.path = below + name }
      listing.entries.append(entry)
    }
    guard let depth else { return }
    for name in folders {
      do throws(DiskError) {
        let opened = try System.open(name, in: descriptor, O_RDONLY | O_DIRECTORY | O_NOFOLLOW, path: told(name))
        let folder = Folder(opened.release(), path: told(name))
        try folder.list(below + name + "/", hidden, depth + 1, nil, into: &listing)
      } catch { listing.errors.append(error) }
    }
  }

  /// The names right in this folder but `.` and `..`, in the order the disk has them.
  ///
  /// The folder is opened a second time for it, with a reading place of its own.
  func names(
    hidden: Bool, unreadable: inout [String],
    _ take: (String) throws(DiskError) -> Void
  ) throws(DiskError) {
    let again = try System.open(".", in: descriptor, O_RDONLY | O_DIRECTORY, path: path).release()
    guard let stream = fdopendir(again) else {
      let number = errno
      _ = Descriptor(again)
      throw DiskError(path: path, call: "opendir", number: number)
    }
    defer { closedir(stream) }
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno == 0 { return }
        if errno == EINTR { continue }
        throw DiskError(path: path, call: "readdir", number: errno)
      }
      let start = UnsafeRawPointer(entry) + (MemoryLayout<dirent>.offset(of: \.d_name) ?? 0)
      let characters = start.assumingMemoryBound(to: CChar.self)
      let raw = UnsafeRawBufferPointer(start: start, count: strlen(characters))
      if raw.elementsEqual(".".utf8) || raw.elementsEqual("..".utf8) { continue }
      if !hidden, raw.first == UInt8(ascii: ".") { continue }
      guard let name = String(validating: raw, as: UTF8.self) else {
        unreadable.append(told(String(decoding: raw, as: UTF8.self)))
        continue
      }
      try take(name)
    }
  }

  /// One name right in this folder; nothing where it went meanwhile.
  func entry(_ name: String) throws(DiskError) -> DiskEntry? {
    guard let status = try System.status(name, in: descriptor, path: told(name)) else { return nil }
    let kind: DiskEntry.Kind
    switch status.kind {
    case .file: kind = .file
    case .folder: kind = .folder
    case .link: kind = .link(try System.target(of: name, in: descriptor, path: told(name)))
    case .other: kind = .other
    }
    return DiskEntry(
      path: name, kind: kind, size: status.size, modified: status.modified,
      changed: status.changed, number: status.number)
  }
}
