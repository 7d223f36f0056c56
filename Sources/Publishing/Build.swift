package import Bytes
package import Editions
package import Findings
import Records
import Templates
import Views

/// What a build makes its site from.
package struct Plan: Sendable {
  package let register: RegisterFiles
  package let theme: Theme
  package let history: History
  package let day: Day
  package let threads: Int

  package init(register: RegisterFiles, theme: Theme, history: History, day: Day, threads: Int) {
    self.register = register
    self.theme = theme
    self.history = history
    self.day = day
    self.threads = threads
  }
}

/// What a build did.
package struct Built: Sendable {
  package var pages = 0
  package var written = 0
  package var removed = 0
  package var findings: [Finding] = []
}

/// Builds the site as it would be if the drafts were published now.
///
/// Read → understand → check → compose → render, a tool at a time on all cores; each file is written only if its bytes changed.
/// A tool with errors is left out, with its findings; nothing else is.
package func buildPreview(
  _ plan: Plan, to target: String, told: @escaping @Sendable (Int) -> Void = { _ in }
) throws(DiskError) -> Built {
  let tree = try FileTree(at: target)
  let site = Site(
    settings: plan.register.vocabulary.settings, history: plan.history, day: plan.day, isPreview: true,
    languages: plan.theme.languages, assets: plan.theme.assetNames, links: [])
  let parts = parallel(plan.register.tools.count, threads: plan.threads) { number -> Part in
    let part = buildTool(plan.register.tools[number], plan, site, tree)
    told(number)
    return part
  }
  var built = Built()
  var made: Set<String> = []
  for part in parts {
    if let failure = part.failure { throw failure }
    built.pages += part.pages
    built.written += part.written
    built.findings += part.findings
    made.formUnion(part.made)
  }
  for asset in plan.theme.assets {
    if try tree.write(asset.path, asset.bytes) != .kept { built.written += 1 }
    made.insert(asset.path)
  }
  built.removed = try tree.removeAll(but: made).count
  return built
}

/// What one tool's share of a build came to.
private struct Part: Sendable {
  var pages = 0
  var written = 0
  var made: [String] = []
  var findings: [Finding] = []
  var failure: DiskError?
}

private func buildTool(_ files: ToolFiles, _ plan: Plan, _ site: Site, _ tree: FileTree) -> Part {
  var part = Part()
  let (tool, findings) = examine(files, of: plan.register, on: plan.day)
  part.findings = findings
  guard let tool else { return part }
  let versions = plan.history.versions(of: tool.id)
  let subject = Subject(
    tool: tool, vocabulary: plan.register.vocabulary, version: nil, place: .current,
    newest: versions.last?.number ?? 0, count: versions.count, isDraft: true)
  for page in compose(subject, in: site) {
    var bytes: [UInt8] = []
    guard let library = plan.theme.library(page.lang) else { continue }
    if let wrong = library.render(page.template, page.model, into: &bytes) {
      part.findings.append(wrong)
      continue
    }
    do throws(DiskError) {
      if try tree.write(page.path, bytes) != .kept { part.written += 1 }
    } catch {
      part.failure = error
      return part
    }
    part.pages += 1
    part.made.append(page.path)
  }
  return part
}
