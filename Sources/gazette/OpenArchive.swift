import Bytes
import Editions
import Findings
import Ledger
import Publishing
import Records
import Views

/// What is written and what stands published, for commands that look back.
struct OpenArchive {
  let register: RegisterFiles?
  let archive: Archive
  let day: Day

  /// Nothing, and the findings, where what stands published cannot be read.
  static func open(_ invocation: Invocation) throws(DiskError) -> (archive: OpenArchive?, findings: [Finding]) {
    let open = try OpenRegister(invocation)
    let (frozen, unread) = openFrozen(invocation)
    guard let frozen else { return (nil, unread) }
    return (
      OpenArchive(register: open.register, archive: Archive(frozen), day: try dayAsked(invocation)),
      open.register == nil ? open.findings : []
    )
  }

  /// Every tool that is written or was ever published.
  var tools: [String] {
    Set(archive.frozen.history.tools + (register?.tools.map(\.id) ?? [])).sorted()
  }

  /// A tool through its versions, with its draft where that differs from the newest; nothing where there is no such tool.
  func story(of id: String) -> (story: Story?, findings: [Finding]) {
    guard tools.contains(id) else {
      return (nil, [noTool(id, among: tools)])
    }
    let (draft, findings) = draft(of: id)
    return (Story(tool: id, chapters: archive.chapters(of: id), draft: draft), findings)
  }

  private func draft(of id: String) -> (Story.Chapter?, [Finding]) {
    guard let register, let files = register.tool(id) else { return (nil, []) }
    let bytes = register.read(files)
    if archive.frozen.holds(id, bytes.digest) { return (nil, []) }
    let (tool, findings) = examine(bytes, of: register, on: day)
    guard let tool else { return (nil, findings) }
    return (archive.draft(tool, of: bytes, with: register.vocabulary), [])
  }
}
