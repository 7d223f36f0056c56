import Bytes
import Editions
import Findings
import Publishing
import Records

extension Command {
  static let publish = Command(
    name: "publish", purpose: .publishing,
    summary: "Make the next edition from the drafts",
    about: """
      Checks the register and the approvals; then freezes a version of each tool that changed, makes every page, and puts the new \
      site in the place of the old one in one step. Refuses, and says why, rather than publish half. A public address never goes.
      """,
    options: [
      Option("--on", .day, "the day of the edition (today, UTC)"),
      Option("--note", .text("TEXT"), "what readers are told of this edition"),
      Option("--sign-with", .text("KEY"), "have ssh-keygen sign the edition with this key"),
      Option("--dry-run", .flag, "say what would change and write nothing"),
    ],
    examples: [
      Example("gazette publish --dry-run", "What would change."),
      Example("gazette publish --note \"First publication\" --on 2026-01-15", "An edition with a note and a day."),
    ],
    run: publishRegister)
}

private func publishRegister(_ invocation: Invocation, _ terminal: inout Terminal) -> Exit {
  do throws(PublishError) {
    let wrong = try disk { () throws(DiskError) in try invocation.flaw(inWordsOf: ["--note"]) }
    if let wrong { return terminal.refuse(wrong, invocation) }
    let prepared = try prepare(invocation)
    guard let register = prepared.register, let how = prepared.how else {
      return terminal.tell(prepared.findings, asResults: false)
    }
    let progress = terminal.progress
    let published = try Publishing.publish(register, how, told: { progress.step("Publishing", $0, of: $1) })
    return terminal.tell(published, how, before: prepared.findings)
  } catch { return terminal.complain(of: error) }
}

/// What `publish` and `redact` need before they can begin.
struct Prepared {
  var register: RegisterFiles?
  var how: PublishOrder?
  var findings: [Finding]
}

func prepare(_ invocation: Invocation) throws(PublishError) -> Prepared {
  do throws(DiskError) {
    let open = try OpenRegister(invocation)
    guard let register = open.register, !open.findings.contains(where: { $0.severity == .error }) else {
      return Prepared(register: nil, how: nil, findings: open.findings)
    }
    let (theme, wrong) = try openTheme(invocation, register)
    guard let theme else { return Prepared(register: nil, how: nil, findings: open.findings + wrong) }
    let order = EditionOrder(
      day: try dayAsked(invocation), note: invocation["--note"] ?? "", generator: "gazette " + programVersion,
      theme: theme, threads: invocation.threads ?? processors())
    let how = PublishOrder(
      root: invocation.root, order: order, key: invocation["--sign-with"],
      isRehearsal: invocation.has("--dry-run"), saying: "gazette \(invocation.command.name)",
      program: try? programDigest())
    return Prepared(register: register, how: how, findings: open.findings + wrong)
  } catch { throw .disk(error) }
}

extension Terminal {
  /// Tells what a publication came to.
  mutating func tell(_ published: Published, _ how: PublishOrder, before: [Finding]) -> Exit {
    switch published {
    case .nothing:
      say("Nothing has changed since the newest edition; nothing was written.")
      return .done
    case .busy(let holder):
      complain("gazette: process \(holder.process) is at work on this register: \(holder.saying)\n")
      return .system
    case .refused(let findings):
      let exit = tell(before + findings, asResults: false)
      say("Nothing was published.")
      return exit
    case .pages(let changed, let findings, let exchanged):
      _ = tell(before + findings, asResults: false)
      print(changed.map { $0 + "\n" }.joined())
      say("Only the theme or the program changed: \(counted(changed.count, "file")) made anew, and no new edition.")
      tell(exchanged)
      return .done
    case .edition(let edition, let hash, let changed, let findings, let exchanged):
      _ = tell(before + findings, asResults: false)
      if how.isRehearsal {
        print(changed.map { $0 + "\n" }.joined())
        say("Edition \(edition.number) would change \(counted(changed.count, "file")). Nothing was written.")
      } else {
        say("Edition \(edition.number) of \(edition.date.text): \(versions(edition)).")
        tell(exchanged)
        print(hash + "\n")
      }
      return .done
    }
  }

  /// Says what readers could have seen meanwhile, where the new site did not take the place of the old one in one step.
  private mutating func tell(_ exchanged: Exchanged) {
    switch exchanged {
    case .atOnce: break
    case .byRenames:
      say(
        "This file system cannot exchange two folders in one step: for a moment, between two renames, there was no site. It is whole now.")
    case .byCopying:
      say(
        "The site's folder cannot be moved here (another file system is mounted on it, or it lies in a lower layer), so the new site was copied into it file by file: for a while there were files of both. It is whole now."
      )
    }
  }

  mutating func complain(of error: PublishError) -> Exit {
    switch error {
    case .pages(let findings):
      let exit = tell(findings, asResults: false)
      complain("The site is as it was before.\n")
      return exit
    case .disk(let error): _ = complain(of: error)
    case .signing(let said): complain("gazette: the edition could not be signed: \(said)\n")
    }
    complain("The site is as it was before.\n")
    return .system
  }
}

private func versions(_ edition: Edition) -> String {
  var parts = edition.tools.map { "\($0.tool) version \($0.version)" }
  parts += edition.redactions.map { "\($0.file) of \($0.tool) version \($0.version) redacted" }
  if !edition.changed.isEmpty || !edition.removed.isEmpty {
    parts.append(counted(edition.changed.count + edition.removed.count, "common file"))
  }
  return parts.joined(separator: ", ")
}
