package import Ledger

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The largest list of a site's files that is read: about ten million lines.
private let largestList = 1 << 30

extension Folder {
  /// The digest of a file, read a piece at a time.
  package func digest(_ file: String) throws(DiskError) -> Digest {
    let opened = try openFile(file)
    let path = told(file)
    return try Digest { room throws(DiskError) in try System.read(opened, room, path: path) }
  }

  /// This folder as a copy of a site, for the ledger to verify: every name in it, hidden ones too, and every file's digest.
  ///
  /// All files are read here, on so many threads; what cannot be read is thrown when the ledger asks for it, so that a copy with one
  /// bad block still says what else is wrong before that.
  package func siteCopy(threads: Int) throws(DiskError) -> SiteCopy {
    let listing = list(hidden: true)
    if let error = listing.errors.first { throw error }
    var entries = listing.entries.filter { $0.kind != .folder }.map {
      SiteCopy.Entry(path: $0.path, size: $0.size, isFile: $0.kind == .file)
    }
    // Told with a replacement letter in place of what cannot be read, such a name is one that no list may hold.
    entries += listing.unreadableNames.map { SiteCopy.Entry(path: $0, size: 0) }
    let files = listing.files.map(\.path)
    let digests = parallel(files.count, threads: threads) { number in
      do throws(DiskError) {
        return Result<Digest, DiskError>.success(try self.digest(files[number]))
      } catch { return .failure(error) }
    }
    let known = Dictionary(zip(files, digests), uniquingKeysWith: { first, _ in first })
    return SiteCopy(
      entries: entries, bytes: { try self.read($0, limit: largestList) },
      digest: { try known[$0]?.get() ?? self.digest($0) })
  }
}
