import Findings
import Records
import Testing

@Suite struct PrivateAddressTests {
  private func found(_ text: String) -> [String] {
    scanAddresses(Source(path: "a.md", bytes: Array(text.utf8))).map { "\($0.code.dropFirst(5)) \($0.facts["address"] ?? "")" }
  }

  @Test(arguments: [
    ("(https://intranet/a)", "private https://intranet/a"), ("http://files.council.local/x.", "private http://files.council.local/x"),
    ("http://localhost:8080/", "private http://localhost:8080/"), ("http://10.0.0.1", "private http://10.0.0.1"),
    ("http://172.20.1.1/a", "private http://172.20.1.1/a"), ("https://192.168.0.4", "private https://192.168.0.4"),
    ("https://intranet.council.gov.uk/a", "private https://intranet.council.gov.uk/a"), ("file:///S:/a.doc", "private file:///S:/a.doc"),
    (#"at \\server01\share\a.doc now"#, #"private \\server01\share\a.doc"#), (#"path: "\\\\server\\share""#, #"private \\\\server\\share"#),
    (#"in S:\Shared\a"#, #"private S:\Shared\a"#), ("https://council.sharepoint.com/a", "sign-in https://council.sharepoint.com/a"),
    ("https://docs.google.com/d/1", "sign-in https://docs.google.com/d/1"),
    (#"S:\a"#, #"private S:\a"#), (#"\\:\\server\a"#, #"private \\server\a"#),
  ])
  func finds(_ text: String, _ expected: String) {
    #expect(found(text) == [expected])
  }

  @Test(arguments: [
    "https://example.org/", "http://172.40.1.1/", "http://100.10.0.1/", "https://10.council.gov.uk/", "https://mysharepoint.com/",
    "https://local.gov.uk/", "[a](file:///x)", #"a \\ b"#, #"\\alpha"#, "12:\\30", "see ://nothing", "C:",
    #"C:\"#, #"\\"#, "http:/", "http://", #"\\://a"#, "https://box.community.example/",
  ])
  func passes(_ text: String) {
    #expect(found(text) == [])
  }
}
