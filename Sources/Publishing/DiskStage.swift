import Bytes

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The next site, built beside the one that stands and put in its place in one step.
///
/// ```
/// Site/            what readers see
/// .Site.next/      the stage; after the exchange, for a moment, the site before
/// .Site.old/  .Site.swap  .Site.copy      only where the system cannot exchange two folders (see `SitePlace`)
/// ```
/// A file that is as it was is linked, not copied, so a publish costs what changed. A file of a stage is therefore never written in
/// place: it may be the same file as the old site's. Whoever stages holds the register's `Lock`.
/// May be used from several threads, each path from one of them.
package struct Stage: Sendable {
  let place: SitePlace
  private let folder: Folder
  /// What stands on the stage now, to be read.
  package var opened: Folder { folder }
  /// The site that stands, where there is one.
  let old: Folder?

  /// Opens a stage for a site, first putting right what an interrupted publish left.
  package init(for site: String) throws(DiskError) {
    place = try SitePlace(site)
    try place.recover()
    old = try place.stands() ? Folder(opening: place.site, called: place.site) : nil
    try System.makeFolder(place.next, path: place.next)
    folder = try Folder(opening: place.next, called: place.next)
    if let old {
      let mode = try System.status(old.descriptor, path: place.site).mode
      _ = try System.attempt("chmod", place.next) { fchmod(folder.descriptor, mode_t(mode)) }
    }
  }

  /// Puts a file on the stage.
  package func write(_ path: String, _ bytes: [UInt8]) throws(DiskError) -> Written {
    let told = folder.told(path)
    let comparison: Comparison
    if let old {
      comparison = try compare(path, in: old.descriptor, with: bytes, told: old.told(path))
    } else {
      comparison = .absent
    }
    if comparison == .same, try link(path) { return .kept }
    try createFileAndFolders(path, in: folder.descriptor, bytes, told: told)
    switch comparison {
    case .same: return .kept
    case .absent: return .made
    case .different, .unlike: return .changed
    }
  }

  /// Puts a file of the old site on the stage without reading it; for what is known to be as it should be.
  package func keep(_ path: String) throws(DiskError) {
    guard let old else {
      throw DiskError(path: folder.told(path), call: "keep", number: ENOENT)
    }
    if try link(path) { return }
    let bytes = try old.read(path, limit: Int.max - 1)
    try createFileAndFolders(path, in: folder.descriptor, bytes, told: folder.told(path))
  }

  /// Makes the stage the site: all of it on the disk first, then the exchange, then the old site away.
  ///
  /// When this throws, the old site stands or the new one does, whole; the next stage puts the rest right.
  @discardableResult
  package func commit() throws(DiskError) -> Exchanged {
    let opened = Descriptor(
      try System.attempt("dup", place.next) { fcntl(folder.descriptor, F_DUPFD_CLOEXEC, 0) })
    try System.syncAll(opened, path: place.next)
    try opened.close(place.next)
    return try place.exchange()
  }

  /// Takes the stage away; the site stays as it is.
  package func abandon() {
    // What cannot be removed now is removed by the next stage.
    try? removeTree(place.next, in: System.here, told: place.next)
  }

  /// Links a file of the old site; says no where the file system cannot, and it must be copied.
  private func link(_ path: String) throws(DiskError) -> Bool {
    guard let old else { return false }
    let told = folder.told(path)
    do {
      try System.link(path, in: old.descriptor, to: path, in: folder.descriptor, path: told)
      return true
    } catch  where error.number == ENOENT {
      guard let above = parent(of: path) else { throw error }
      try makeFolders(above, in: folder.descriptor, told: told)
    } catch  where Stage.cannotLink.contains(error.number) {
      return false
    }
    do {
      try System.link(path, in: old.descriptor, to: path, in: folder.descriptor, path: told)
      return true
    } catch  where Stage.cannotLink.contains(error.number) {
      return false
    }
  }

  /// Another file system, one without links, one that forbids them, or a file with too many.
  private static let cannotLink: Set<Int32> = [
    EXDEV, EPERM, EACCES, EMLINK, ENOSYS, EOPNOTSUPP, ENOTSUP,
  ]
}
