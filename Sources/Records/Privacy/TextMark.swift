/// The fact of a finding that an acceptance is held against: a number made of the exact text that was found.
///
/// The text itself is not carried about: what must not be public is neither printed nor remembered.
let textMark = "mark"

/// The mark of a text, however its spaces and hyphens are written: FNV-1a of 64 bits.
func mark(ofText text: String) -> String { mark(Plainer(Array(text.utf8), lineByLine: false).bytes) }

func mark(_ bytes: some Sequence<UInt8>) -> String {
  String(bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }, radix: 16)
}
