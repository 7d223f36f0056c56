import Bytes
import Findings
import Ledger
import Publishing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The register that an invocation is about, with what was wrong in its settings and data.
struct OpenRegister {
  let root: Folder
  let register: RegisterFiles?
  let findings: [Finding]

  /// - Parameter standing: what is known to stand as it did.
  /// - Throws: where the folder itself cannot be opened.
  init(_ invocation: Invocation, _ standing: Standing? = nil) throws(DiskError) {
    root = try Folder(opening: invocation.root)
    (register, findings) = load(
      root: root, shipped: shippedFolder(), threads: invocation.threads ?? processors(), standing: standing)
  }
}

/// The folder that brings kinds, audiences, measures and themes with the program: `share/gazette` beside an installed program's
/// `bin`, or the checkout the program was built in.
func shippedFolder() -> Folder? { shippedPath().flatMap { try? Folder(opening: $0) } }

/// Where that folder stands.
func shippedPath() -> String? {
  guard var path = programPath().map({ folderAndName($0).folder }) else { return nil }
  while path != "/" {
    for candidate in [path + "/share/gazette", path] {
      guard let folder = try? Folder(opening: candidate), (try? folder.folder("Content/kinds")) != nil else {
        continue
      }
      return candidate
    }
    path = folderAndName(path).folder
  }
  return nil
}

/// Where this program itself stands.
func programPath() -> String? {
  var buffer = [CChar](repeating: 0, count: 4096)
  let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
  guard length > 0 else { return nil }
  return String(validating: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// By which this program is known again: the digest of its own bytes.
func programDigest() throws(DiskError) -> Digest {
  guard let path = programPath() else { throw DiskError(path: "/proc/self/exe", call: "readlink", number: ENOENT) }
  let (folder, name) = folderAndName(path)
  return try Folder(opening: folder, called: folder).digest(name)
}

/// Today, UTC: the only place where the program asks what day it is.
func today() throws(DiskError) -> Day {
  guard let day = Day(secondsSince1970: time(nil)) else {
    throw DiskError(path: "clock", call: "time", number: EOVERFLOW)
  }
  return day
}

/// The day of `--on`, or today.
func dayAsked(_ invocation: Invocation) throws(DiskError) -> Day {
  if let day = invocation.day("--on") { return day }
  return try today()
}
