/// The shortest way from one place of a site to another: from `tools/x/technical/`, `tools/x/versions/` is `../versions/index.html`.
///
/// It leads no further up than to the last folder that both stand in. An address of a folder is that of its page.
///
/// - Parameter from: the place it leads from, or nothing where `base` is where every way begins.
package func way(from: [UInt8]?, base: String, to target: String) -> String {
  let slash = UInt8(ascii: "/")
  return target.withBytes { target in
    let anchor = target.place(of: UInt8(ascii: "#"), in: 0..<target.count)
    var common = 0
    var up = 0
    if let from {
      while common < min(anchor, from.count), target[common] == from[common] { common += 1 }
      while common > 0, target[common - 1] != slash { common -= 1 }
      for byte in from[common...] where byte == slash { up += 1 }
    }
    let isFolder = anchor == 0 || target[anchor - 1] == slash
    let room = base.utf8.count + 3 * up + target.count - common + 10
    return String(unsafeUninitializedCapacity: room) { out in
      guard let start = out.baseAddress else { return 0 }
      var end = start
      base.withBytes { end = put($0, at: end) }
      for _ in 0..<up { end = put("../", at: end) }
      end = put(UnsafeBufferPointer(rebasing: target[common..<anchor]), at: end)
      if isFolder { end = put("index.html", at: end) }
      end = put(UnsafeBufferPointer(rebasing: target[anchor...]), at: end)
      return end - start
    }
  }
}

/// Copies some bytes to a place that has room for them; the place after them.
@inline(__always)
private func put(_ bytes: UnsafeBufferPointer<UInt8>, at place: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
  guard let source = bytes.baseAddress else { return place }
  place.initialize(from: source, count: bytes.count)
  return place + bytes.count
}

@inline(__always)
private func put(_ text: StaticString, at place: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
  put(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), at: place)
}
