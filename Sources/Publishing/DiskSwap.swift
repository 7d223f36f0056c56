#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How a new site took the place of the old one: what a reader could have seen meanwhile.
package enum Exchanged: Sendable, Hashable {
  /// In one step: the old site, then the new one.
  case atOnce
  /// By two renames: for a moment there was no site.
  case byRenames
  /// File by file: for a while there were files of both.
  case byCopying
}

/// Where a site stands, and the names beside it that an exchange uses.
///
/// Where the system can exchange two folders in one step, that is all. Some cannot, or not this folder; then, in this order:
///
/// - The site is renamed away and the stage into its place. A journal, `.Site.swap`, is written first: it tells the next run that the
///   stage was complete and may take the place.
/// - The site cannot be renamed, for it is where another file system is mounted or lies in a lower layer of a container's: the stage
///   is copied into it. `.Site.copy` tells the next run to start the copying again.
///
/// Both leave the site before or the new one, whole, once `recover` has run.
struct SitePlace: Sendable {
  let site: String
  private let folder: String
  private let name: String

  /// The stage.
  var next: String { beside("next") }
  /// The site before, between two renames.
  var old: String { beside("old") }
  /// There while two renames are under way.
  var swapping: String { beside("swap") }
  /// There while the stage is being copied.
  var copying: String { beside("copy") }

  private func beside(_ use: String) -> String { "\(folder)/.\(name).\(use)" }

  /// - Parameter path: the site; a link is followed, for the exchange must be of folders, beside the one meant.
  init(_ path: String) throws(DiskError) {
    var path = path
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    if let real = realpath(path, nil) {
      defer { free(real) }
      path = String(cString: real)
    } else if errno != ENOENT {
      throw DiskError(path: path, call: "realpath", number: errno)
    }
    site = path
    (folder, name) = folderAndName(path)
    guard !name.isEmpty, name != ".", name != ".." else {
      throw DiskError(path: path, call: "stage", number: EINVAL)
    }
  }

  /// Whether there is a site.
  func stands() throws(DiskError) -> Bool {
    guard let status = try System.status(site, path: site) else { return false }
    guard status.kind == .folder else {
      throw DiskError(path: site, call: "open", number: ENOTDIR)
    }
    return true
  }

  private func isThere(_ path: String) throws(DiskError) -> Bool {
    try System.status(path, path: path) != nil
  }

  /// Puts right what an interrupted exchange left, and clears the names beside the site.
  ///
  /// Nothing is removed while there is no whole site: where two renames were cut in half, the stage takes the place if the journal says
  /// it was complete, otherwise the site before comes back; where copying was, it is done again.
  func recover() throws(DiskError) {
    if try isThere(copying) {
      if try isThere(next) { try copyInto() }
    } else if try !stands() {
      if try isThere(swapping), try isThere(next) {
        try System.rename(next, to: site, path: site)
      } else if try isThere(old) {
        try System.rename(old, to: site, path: site)
      }
      try syncFolder()
    }
    try removeIfThere(copying, in: System.here, told: copying)
    try removeIfThere(swapping, in: System.here, told: swapping)
    try removeTree(old, in: System.here, told: old)
    try removeTree(next, in: System.here, told: next)
  }

  /// Puts the stage in the site's place.
  func exchange() throws(DiskError) -> Exchanged {
    if try !stands() {
      try System.rename(next, to: site, path: site)
      try syncFolder()
      return .atOnce
    }
    do {
      try System.exchange(next, site)
    } catch  where SitePlace.cannotExchange.contains(error.number) {
      if try renameTwice() { return .byRenames }
      try journal(copying)
      try copyInto()
      try removeIfThere(copying, in: System.here, told: copying)
      clear(next)
      return .byCopying
    }
    try syncFolder()
    clear(next)
    return .atOnce
  }

  /// What systems say that cannot exchange these two folders: another layer of a container's file system, a mount point, a kernel or
  /// file system without the call.
  private static let cannotExchange: Set<Int32> = [
    EXDEV, EBUSY, ENOSYS, EINVAL, EOPNOTSUPP, ENOTSUP,
  ]

  /// Renames the site away and the stage into its place; says no, with nothing moved, where the site cannot be renamed.
  private func renameTwice() throws(DiskError) -> Bool {
    try journal(swapping)
    do {
      try System.rename(site, to: old, path: site)
    } catch  where error.number == EXDEV || error.number == EBUSY {
      try removeIfThere(swapping, in: System.here, told: swapping)
      return false
    }
    do {
      try System.rename(next, to: site, path: site)
    } catch {
      // The old site comes back; if even that fails, the journal tells the next run what to do.
      try System.rename(old, to: site, path: site)
      try? removeIfThere(swapping, in: System.here, told: swapping)
      throw error
    }
    try syncFolder()
    try? removeIfThere(swapping, in: System.here, told: swapping)
    clear(old)
    return true
  }

  /// Makes the site's files those of the stage, one by one; as often as it takes.
  private func copyInto() throws(DiskError) {
    let stage = try Folder(opening: next, called: next)
    let tree = FileTree(over: try Folder(opening: site, called: site))
    let listing = stage.list(hidden: true)
    if let error = listing.errors.first { throw error }
    var made: Set<String> = []
    for file in listing.files {
      made.insert(file.path)
      _ = try tree.write(file.path, try stage.read(file.path, limit: Int.max - 1))
    }
    _ = try tree.removeAll(but: made)
    let opened = try System.open(site, O_RDONLY | O_DIRECTORY, path: site)
    try System.syncAll(opened, path: site)
    try opened.close(site)
  }

  /// Writes a journal, and waits until it is on the disk.
  private func journal(_ path: String) throws(DiskError) {
    try createFile(path, in: System.here, Array("the stage is complete\n".utf8), told: path)
    let written = try System.open(path, O_RDONLY, path: path)
    try System.sync(written, path: path)
    try written.close(path)
    try syncFolder()
  }

  /// Removes what readers no longer see. The site is published by now: what cannot be removed is removed by the next stage.
  private func clear(_ path: String) { try? removeTree(path, in: System.here, told: path) }

  /// Puts the names beside the site on the disk.
  private func syncFolder() throws(DiskError) {
    let opened = try System.open(folder, O_RDONLY | O_DIRECTORY, path: folder)
    try System.sync(opened, path: folder)
    try opened.close(folder)
  }
}
