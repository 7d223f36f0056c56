import Bytes
import Testing

@Suite struct JSONWriterTests {
  @Test func writesOneMemberALine() {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("name", "a \"quoted\"\tname\u{1}")
      writer.key("list")
      writer.array { writer in
        writer.number(1)
        writer.flag(true)
        writer.null()
      }
      writer.key("empty")
      writer.object { _ in }
    }
    #expect(
      String(decoding: writer.finish(), as: UTF8.self) == """
        {
          "name": "a \\"quoted\\"\\tname\\u0001",
          "list": [
            1,
            true,
            null
          ],
          "empty": {}
        }

        """)
  }

  @Test func writesOneLine() {
    var writer = JSONWriter(pretty: false)
    writer.object { writer in
      writer.member("a", 1)
      writer.key("b")
      writer.array { writer in
        writer.object { $0.member("c", "d") }
        writer.string("e")
      }
    }
    #expect(
      String(decoding: writer.finish(), as: UTF8.self) == "{\"a\":1,\"b\":[{\"c\":\"d\"},\"e\"]}\n")
  }
}
