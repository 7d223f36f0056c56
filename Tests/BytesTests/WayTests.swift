import Bytes
import Testing

struct WayTests {
  @Test(arguments: [
    ("tools/x/technical/", "tools/x/versions/", "../versions/index.html"), ("tools/x/", "tools/x/", "index.html"), ("", "", "index.html"),
    ("tools/x/", "", "../../index.html"), ("", "tools/x/", "tools/x/index.html"), ("tools/x/", "tools/y/#a/b", "../y/index.html#a/b"),
    ("tools/x/", "tools/xy/record.json", "../xy/record.json"), ("tools/x/", "#top", "../../index.html#top"),
    ("404.html", "changes.atom", "changes.atom"),
  ])
  func leadsNoFurtherUpThanItMust(from: String, to target: String, way: String) {
    #expect(Bytes.way(from: Array(from.utf8), base: "", to: target) == way)
  }

  @Test func beginsAtTheBaseWhereThereIsNoPlaceItLeadsFrom() {
    #expect(Bytes.way(from: nil, base: "/register/", to: "tools/x/#a") == "/register/tools/x/index.html#a")
  }
}
