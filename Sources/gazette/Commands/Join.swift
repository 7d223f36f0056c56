import Bytes
import Findings
import Publishing
import Records

extension Command {
  static let join = Command(
    name: "join", purpose: .writing,
    summary: "Put a preview together that several machines built",
    about: """
      Takes the folders that `gazette build --shard` made, each a part of the tools, and makes what spans tools: lists, search, \
      data, feeds. The result is the same, byte for byte, as one machine's. Every part must come from the same files, theme, \
      program and day.
      """,
    arguments: [Argument("DIR", .several, "the folders of the parts")],
    options: [
      Option("--to", .text("DIR"), "where to write the preview (.gazette/preview)"),
      Option("--on", .day, "the day the pages tell (today, UTC)"),
    ],
    examples: [Example("gazette join part-1 part-2 --to preview", "Two parts become one preview.")],
    run: joinParts)
}

private func joinParts(_ invocation: Invocation, _ terminal: inout Terminal) throws(DiskError) -> Exit {
  if let wrong = invocation.flaw(inTarget: invocation.preview) { return terminal.refuse(wrong, invocation) }
  let (opened, wrong) = try openGround(invocation)
  guard let (register, theme, frozen) = opened else { return terminal.tell(wrong, asResults: false) }
  let target = invocation.preview
  let joined = try joinShards(
    invocation.arguments, of: register, beside: frozen, theme: theme, on: dayAsked(invocation),
    threads: invocation.threads ?? processors(), to: target, program: programDigest())
  switch joined {
  case .success(let preview):
    let found = accept(wrong + preview.findings, by: register.vocabulary.settings, isWhole: false).open
    return terminal.tell(found, pages: preview.pages, written: preview.written, removed: preview.removed, target)
  case .failure(let fault):
    terminal.complain("gazette: \(words(for: fault))\n")
    return .findings
  }
}

/// What does not fit, and what to do about it.
private func words(for fault: ShardFault) -> String {
  switch fault {
  case .noSummary(let part):
    "\(part) has no summary that can be read, so it is no part of a build; build it again with `gazette build --shard`"
  case .other(let part):
    "\(part) was built from other files, another theme, program or day than these; build every part from the same"
  case .missing(let tools):
    "no part holds \(tools.prefix(3).joined(separator: ", "))\(tools.count > 3 ? " and \(tools.count - 3) more" : ""); give every part"
  case .twice(let tool): "\(tool) stands in two parts; give each part once"
  case .altered(let page): "\(page) is not the page that was built; build its part again, or copy it whole"
  }
}
