import Bytes
import Testing

/// Cells of the register's tables, which people open in spreadsheets.
@Suite struct CSVTests {
  @Test(arguments: [
    ("plain", "plain"), ("a, b", "\"a, b\""), ("say \"so\"", "\"say \"\"so\"\"\""), ("two\nlines", "\"two\nlines\""), ("", ""),
    // A formula is shown and not worked out, however it is dressed up.
    ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1+1", "'\t=1+1"), ("-1+HYPERLINK(\"x\",1)", "\"'-1+HYPERLINK(\"\"x\"\",1)\""),
    ("+a", "'+a"), ("- item", "'- item"),
    // Numbers stay numbers.
    ("-0.25", "-0.25"), ("+3", "+3"), ("-", "-"), ("0.81", "0.81"), ("2026-03-14", "2026-03-14"),
  ]) func aCell(_ text: String, _ cell: String) {
    var bytes: [UInt8] = []
    bytes.appendCSV(text)
    #expect(String(decoding: bytes, as: UTF8.self) == cell)
  }
}
