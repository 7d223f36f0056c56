/// The shortest way from one place of a site to another: from `tools/x/technical/`, `tools/x/versions/` is `../versions/index.html`.
///
/// It leads no further up than to the last folder that both stand in. An address of a folder is that of its page.
///
/// - Parameter from: the place it leads from, or nothing where `base` is where every way begins.
package func way(from: [UInt8]?, base: String, to target: String) -> String {
  var target = target
  let slash = UInt8(ascii: "/")
  return target.withUTF8 { target in
    let end = target.place(of: UInt8(ascii: "#"), in: 0..<target.count)
    var common = 0
    var up = 0
    if let from {
      while common < min(end, from.count), target[common] == from[common] { common += 1 }
      while common > 0, target[common - 1] != slash { common -= 1 }
      for byte in from[common...] where byte == slash { up += 1 }
    }
    let isFolder = end == 0 || target[end - 1] == slash
    let room = base.utf8.count + 3 * up + target.count - common + 10
    return String(unsafeUninitializedCapacity: room) { out in
      var count = 0
      func put(_ bytes: UnsafeBufferPointer<UInt8>) {
        _ = out[count...].update(fromContentsOf: bytes)
        count += bytes.count
      }
      func put(_ text: StaticString) { put(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)) }
      var base = base
      base.withUTF8(put)
      for _ in 0..<up { put("../") }
      put(UnsafeBufferPointer(rebasing: target[common..<end]))
      if isFolder { put("index.html") }
      put(UnsafeBufferPointer(rebasing: target[end...]))
      return count
    }
  }
}
