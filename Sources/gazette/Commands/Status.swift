import Bytes
import Editions
import Findings
import Publishing
import Records

extension Command {
  static let status = Command(
    name: "status", purpose: .publishing,
    summary: "Tell what stands between each tool and publication",
    about: """
      For each tool: its newest version, whether what is written differs from it, which approvals hold and which are missing, and when \
      its record must be looked at again. Changes nothing.
      """,
    options: [Option("--on", .day, "the day by which reviews are due or overdue (today, UTC)")],
    formats: ["text", "json"],
    examples: [
      Example("gazette status", "A table, a tool a line."),
      Example("gazette status --format json", "The same with names and posts, one object a line."),
    ],
    run: tellStatus)
}

private func tellStatus(_ invocation: Invocation, _ terminal: inout Terminal) throws(DiskError) -> Exit {
  let open = try OpenRegister(invocation)
  guard let register = open.register else { return terminal.tell(open.findings, asResults: false) }
  let (frozen, unread) = openFrozen(invocation)
  guard let frozen else { return terminal.tell(unread, asResults: false) }
  let day = try dayAsked(invocation)
  let tools = Publishing.status(
    of: register, beside: frozen, on: day, threads: invocation.threads ?? processors())
  if invocation.format == "json" {
    for tool in tools { terminal.print(json(tool, on: day)) }
    return .done
  }
  terminal.print(table(tools, on: day, Manual(width: terminal.width, colour: terminal.colour)))
  let changed = tools.count { $0.draft == .changed || $0.draft == .new }
  let ready = tools.count { ($0.draft == .changed || $0.draft == .new) && $0.missing.isEmpty && $0.errors == 0 }
  terminal.say(
    changed == 0
      ? "\nNothing has changed since edition \(frozen.history.newest?.number ?? 0)."
      : "\n\(counted(changed, "tool")) not published as written; \(ready) ready.")
  return .done
}

private func table(_ tools: [ToolStatus], on day: Day, _ manual: Manual) -> String {
  guard !tools.isEmpty else { return "No tools yet.\n" }
  let head = ["tool", "version", "draft", "review due", "approvals"]
  let rows = tools.map { tool in
    [printable(tool.id), tool.version.map { String($0.number) } ?? "-", draft(tool), review(tool, on: day), approvals(tool)]
  }
  let widths = head.indices.map { column in ([head] + rows).map { $0[column].count }.max() ?? 0 }
  func line(_ cells: [String]) -> String {
    var text = ""
    for (cell, width) in zip(cells, widths).dropLast() {
      text += cell + String(repeating: " ", count: width - cell.count + 2)
    }
    text += cells.last ?? ""
    while text.last == " " { text.removeLast() }
    return text + "\n"
  }
  return manual.bold(String(line(head).dropLast())) + "\n" + rows.map(line).joined()
}

private func draft(_ tool: ToolStatus) -> String {
  let word =
    switch tool.draft {
    case .same: "as published"
    case .changed: "changed"
    case .new: "new"
    case .gone: "folder gone"
    case .unreadable: "unreadable"
    }
  return tool.errors == 0 || tool.draft == .same ? word : word + ", " + counted(tool.errors, "error")
}

private func review(_ tool: ToolStatus, on day: Day) -> String {
  let due = tool.reviewDue?.text ?? "-"
  if tool.overdue > 1 { return due + ", \(tool.overdue) overdue" }
  return tool.overdue == 1 ? due + ", overdue" : due
}

private func approvals(_ tool: ToolStatus) -> String {
  switch tool.draft {
  case .same, .gone, .unreadable: return ""
  case .changed, .new: break
  }
  if tool.missing.isEmpty { return "all " + String(tool.held.count) }
  let names = tool.missing.map { tool.stale.contains($0) ? $0 + " (approved other bytes)" : $0 }
  return "\(tool.held.count) of \(tool.held.count + tool.missing.count); missing: " + names.joined(separator: ", ")
}

private func json(_ tool: ToolStatus, on day: Day) -> [UInt8] {
  var writer = JSONWriter(pretty: false)
  writer.object { writer in
    writer.member("tool", tool.id)
    writer.member("name", tool.name)
    for (name, number) in [("version", tool.version?.number), ("edition", tool.version?.edition)] {
      writer.key(name)
      if let number { writer.number(number) } else { writer.null() }
    }
    writer.member("draft", tool.draft.rawValue)
    writer.member("significance", tool.significance)
    writer.member("errors", tool.errors)
    writer.key("held")
    writer.array { writer in for signOff in tool.held { write(signOff, &writer) } }
    writer.key("missing")
    writer.array { writer in for role in tool.missing { writer.string(role) } }
    writer.key("stale")
    writer.array { writer in for role in tool.stale { writer.string(role) } }
    writer.key("review_due")
    if let due = tool.reviewDue { writer.string(due.text) } else { writer.null() }
    writer.member("overdue", tool.overdue)
  }
  return writer.finish()
}
