import Foundation
import Testing

@testable import Records

/// Packed by zlib: a block of each kind, and what broken ones come to.
@Suite struct InflateTests {
  private static let sentence = Array(
    "Readers read what readers can read, and readers who cannot read what they should read will not read it. ".utf8)
  private static let long = [[UInt8]](repeating: sentence, count: 8).flatMap { $0 }

  private static let stored =
    "AWgAl/9SZWFkZXJzIHJlYWQgd2hhdCByZWFkZXJzIGNhbiByZWFkLCBhbmQgcmVhZGVycyB3aG8gY2Fubm90IHJlYWQgd2hhdCB0aGV5IHNob3VsZCByZWFkIHdpbGwgbm90IHJlYWQgaXQuIA=="
  private static let fixed = "C0pNTEktKlYoAtIK5RmJJWAWSCQ5MQ/M1lFIzEuBi5Zn5INk8vJLkLSUZKRWKhRn5JfmpEBFM3NyFOBqMkv0FIJG7Rm1ZxjaAwA="
  private static let dynamic =
    "Y2BkYmZhZWPn4OTi5uHl4xcQFBIWERUTl5CUkpaRlZNXUFRSVlFVU9fQ1NLW0dXTNzA0MjYxNTO3sLSytrG1s3dwdHJ2cXVz9/D08vbx9fMPCAwKDgkNC4+IjIqOiY2LT0hMSk5JTUvPyMzKzsnNyy8oLCouKS0rr6isqq6pratvaGxqbmlta+/o7Oru6e3rnzBx0uQpU6dNnzFz1uw5c+fNX7Bw0eIlS5ctX7Fy1eo1a9et37Bx0+YtW7dt37Fz1+49e/ftP3Dw0OEjR48dP3Hy1OkzZ8+dv3Dx0uUrV69dv3Hz1u07d+/df/Dw0eMnT589f/Hy1es3b9+9//Dx0+cvX799//Hz1+8/f//9Zxj1/4j2f1BqYkpqUbFCEZBWKM9ILAGzQCLJiXlgto5CYl4KXLQ8Ix8kk5dfgqSlJCO1UqE4I780JwUqmpmTowBXk1mipzBqz6g9w9EeAA=="

  private func packed(_ text: String) throws -> [UInt8] { [UInt8](try #require(Data(base64Encoded: text))) }

  @Test func unpacksEachKindOfBlock() throws {
    #expect(inflate(try packed(Self.stored)[...], limit: 10_000) == Self.sentence)
    #expect(inflate(try packed(Self.fixed)[...], limit: 10_000) == Self.long)
    #expect(inflate(try packed(Self.dynamic)[...], limit: 10_000) == (0..<768).map { UInt8($0 % 256) } + Self.long)
    #expect(inflate(try packed("AwA=")[...], limit: 10) == [])
  }

  @Test func stopsAtTheLimit() throws {
    let part = try #require(inflate(try packed(Self.fixed)[...], limit: 100))
    #expect((100..<400).contains(part.count) && Self.long.starts(with: part))
  }

  /// Cut short at any byte, or with any bit turned over, a stream gives something or nothing, and always ends.
  @Test func survivesWhatIsBroken() throws {
    for text in [Self.stored, Self.fixed, Self.dynamic] {
      let whole = try packed(text)
      for count in whole.indices { #expect(inflate(whole[..<count], limit: 10_000) == nil) }
      for index in whole.indices {
        for bit in 0..<8 {
          var broken = whole
          broken[index] ^= 1 << bit
          #expect((inflate(broken[...], limit: 10_000)?.count ?? 0) < 11_000)
        }
      }
    }
  }
}
