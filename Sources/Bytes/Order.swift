#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension String {
  /// Tells whether this text stands before another when both are compared byte by byte, as `LC_ALL=C sort` does.
  ///
  /// `<` of the standard library compares what characters mean, so two spellings of `é` are equal to it; names of files are bytes.
  package func precedesByBytes(_ other: String) -> Bool { compareBytes(self, other) < 0 }

  /// Tells whether both texts are the same bytes.
  package func equalsByBytes(_ other: String) -> Bool {
    utf8.count == other.utf8.count && compareBytes(self, other) == 0
  }
}

/// Below nothing, nothing or above it, as the first text's bytes stand before, with or after the other's.
private func compareBytes(_ one: String, _ other: String) -> Int {
  let fast = one.utf8.withContiguousStorageIfAvailable { left in
    other.utf8.withContiguousStorageIfAvailable { right -> Int in
      let shorter = min(left.count, right.count)
      if shorter > 0, let first = left.baseAddress, let second = right.baseAddress {
        let difference = memcmp(first, second, shorter)
        if difference != 0 { return Int(difference) }
      }
      return left.count - right.count
    }
  }
  if let fast, let order = fast { return order }
  if one.utf8.elementsEqual(other.utf8) { return 0 }
  return one.utf8.lexicographicallyPrecedes(other.utf8) ? -1 : 1
}
