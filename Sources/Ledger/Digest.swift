import Bytes
import CCrypto

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The SHA-256 of some bytes: 32 bytes, told as 64 lower-case hexadecimal digits.
package struct Digest: Sendable, Hashable {
  private var words: (UInt64, UInt64, UInt64, UInt64)

  /// The digest of bytes held in memory.
  package init(of bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { Digest(of: $0) }
  }

  /// The digest of a text's UTF-8.
  package init(of text: String) {
    var text = text
    self = text.withUTF8 { Digest(of: UnsafeRawBufferPointer($0)) }
  }

  package init(of bytes: UnsafeRawBufferPointer) {
    let context = Context.ofThisThread
    context.begin()
    context.add(bytes)
    self = context.finish()
  }

  /// The digest of what comes piece by piece, so that a large file is never held whole.
  ///
  /// `fill` puts bytes at the start of the buffer it is given and says how many; none ends the reading.
  package init<Failure: Error>(
    reading fill: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
  ) throws(Failure) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 16)
    defer { buffer.deallocate() }
    // A context of its own: `fill` may itself make digests on this thread.
    let context = Context.make()
    defer { context.free() }
    context.begin()
    while true {
      let count = try fill(buffer)
      guard count > 0 else { break }
      context.add(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
    self = context.finish()
  }

  /// Reads 64 lower-case hexadecimal digits, and no other spelling.
  package init?(hex: String) {
    var hex = hex
    guard let digest = hex.withUTF8({ Digest(hex: $0) }) else { return nil }
    self = digest
  }

  package init?(hex: UnsafeBufferPointer<UInt8>) {
    guard hex.count == 64, let first = Digest.word(hex, 0), let second = Digest.word(hex, 16),
      let third = Digest.word(hex, 32), let fourth = Digest.word(hex, 48)
    else { return nil }
    words = (first, second, third, fourth)
  }

  private static func word(_ hex: UnsafeBufferPointer<UInt8>, _ start: Int) -> UInt64? {
    var word: UInt64 = 0
    for index in start..<start + 16 {
      let byte = hex[index]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): word = word << 4 | UInt64(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): word = word << 4 | UInt64(byte - UInt8(ascii: "a") + 10)
      default: return nil
      }
    }
    return word
  }

  fileprivate init(big words: (UInt64, UInt64, UInt64, UInt64)) {
    self.words = (
      UInt64(bigEndian: words.0), UInt64(bigEndian: words.1),
      UInt64(bigEndian: words.2), UInt64(bigEndian: words.3)
    )
  }

  /// The 32 bytes as four numbers, for those who keep many.
  package var raw: (UInt64, UInt64, UInt64, UInt64) { words }

  package init(raw words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }

  /// The 64 digits.
  package var text: String {
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    digits.append(self)
    return String(decoding: digits, as: UTF8.self)
  }

  fileprivate func appendHex(to bytes: inout [UInt8]) {
    func append(_ word: UInt64) {
      for shift in stride(from: 56, through: 0, by: -8) {
        bytes.appendHex(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
      }
    }
    append(words.0)
    append(words.1)
    append(words.2)
    append(words.3)
  }

  package static func == (one: Digest, other: Digest) -> Bool { one.words == other.words }

  package func hash(into hasher: inout Hasher) {
    // Already evenly spread: one word tells digests apart as well as four do.
    hasher.combine(words.0)
  }
}

extension Digest: CustomStringConvertible {
  package var description: String { text }
}

extension [UInt8] {
  /// Appends a digest as 64 hexadecimal digits.
  package mutating func append(_ digest: Digest) {
    digest.appendHex(to: &self)
  }
}

/// A digest being made by libcrypto.
///
/// Each thread keeps one: making a context and looking SHA-256 up cost more than the digest of a small file. The look-up goes
/// through a library context that reads no configuration, so nothing in the environment can put another algorithm in its place.
/// libcrypto fails here only when memory is out, where a Swift allocation would stop the program too; so does this.
private struct Context: @unchecked Sendable {
  let raw: OpaquePointer

  static var ofThisThread: Context {
    if let kept = pthread_getspecific(key) { return Context(raw: OpaquePointer(kept)) }
    let context = make()
    pthread_setspecific(key, UnsafeRawPointer(context.raw))
    return context
  }

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    let status = pthread_key_create(&key) { kept in
      #if canImport(Darwin)
        EVP_MD_CTX_free(OpaquePointer(kept))
      #else
        if let kept { EVP_MD_CTX_free(OpaquePointer(kept)) }
      #endif
    }
    precondition(status == 0, "no room for another thread's own value")
    return key
  }()

  private static let library = Context(raw: sure(OSSL_LIB_CTX_new()))

  static func make() -> Context {
    let context = sure(EVP_MD_CTX_new())
    let algorithm = EVP_MD_fetch(library.raw, "SHA256", nil)
    sure(EVP_DigestInit_ex2(context, algorithm, nil))
    EVP_MD_free(algorithm)
    return Context(raw: context)
  }

  func free() { EVP_MD_CTX_free(raw) }

  func begin() { Context.sure(EVP_DigestInit_ex2(raw, nil, nil)) }

  func add(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
    Context.sure(EVP_DigestUpdate(raw, start, bytes.count))
  }

  func finish() -> Digest {
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    withUnsafeMutableBytes(of: &words) { room in
      Context.sure(
        EVP_DigestFinal_ex(raw, room.baseAddress?.assumingMemoryBound(to: UInt8.self), nil))
    }
    return Digest(big: words)
  }

  private static func sure(_ status: Int32) {
    precondition(status == 1, "libcrypto has no memory left")
  }

  private static func sure(_ pointer: OpaquePointer?) -> OpaquePointer {
    guard let pointer else { preconditionFailure("libcrypto has no memory left") }
    return pointer
  }
}
