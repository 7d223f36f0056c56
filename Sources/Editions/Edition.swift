package import Bytes

/// One publication of the register, as `edition.json` tells it.
package struct Edition: Sendable, Hashable {
  package var number: Int
  package var date: Day
  package var note: String
  /// The hash of the previous edition's `SHA256SUMS`; nothing for the first.
  package var previous: String?
  /// The program that published it, such as `gazette 0.1.0`.
  package var generator: String
  package var theme: Theme
  /// The tools that got a new version, by id.
  package var tools: [EditionTool]
  /// Files outside the tools that the edition froze because they changed, below its `source/`; sorted by byte.
  package var changed: [String]
  /// Files outside the tools that stand no longer; sorted by byte.
  package var removed: [String]
  package var redactions: [Redaction]

  package struct Theme: Sendable, Hashable {
    package var name: String
    package var digest: String

    package init(name: String, digest: String) {
      self.name = name
      self.digest = digest
    }
  }

  package init(
    number: Int, date: Day, note: String, previous: String?, generator: String, theme: Theme,
    tools: [EditionTool], changed: [String], removed: [String], redactions: [Redaction]
  ) {
    self.number = number
    self.date = date
    self.note = note
    self.previous = previous
    self.generator = generator
    self.theme = theme
    self.tools = tools
    self.changed = changed
    self.removed = removed
    self.redactions = redactions
  }

  /// Where the edition stands in the site.
  package var folder: String { "editions/\(number)" }
}

/// A tool's new version in an edition.
package struct EditionTool: Sendable, Hashable {
  package var tool: String
  package var version: Int
  package var digest: String
  package var change: String
  package var significance: String
  package var signOffs: [SignOff]

  package init(
    tool: String, version: Int, digest: String, change: String, significance: String,
    signOffs: [SignOff]
  ) {
    self.tool = tool
    self.version = version
    self.digest = digest
    self.change = change
    self.significance = significance
    self.signOffs = signOffs
  }

  /// Where the version's frozen files stand in the site.
  package var sourceFolder: String { "tools/\(tool)/versions/\(version)/source" }
}

/// Something frozen that had to go: what, when, why, who decided, and what stands in its place.
package struct Redaction: Sendable, Hashable {
  package var tool: String
  package var version: Int
  package var file: String
  /// The hash that the removed bytes had.
  package var was: String
  /// The hash of what stands there instead; nothing where nothing does.
  package var now: String?
  package var because: String
  package var role: String
  package var on: Day

  package init(
    tool: String, version: Int, file: String, was: String, now: String?, because: String,
    role: String, on: Day
  ) {
    self.tool = tool
    self.version = version
    self.file = file
    self.was = was
    self.now = now
    self.because = because
    self.role = role
    self.on = on
  }

  package var path: String { "tools/\(tool)/versions/\(version)/source/\(file)" }

  /// Where the file that stands in its place is frozen, below its edition's `source/`.
  package var replacementName: String { "redacted/\(tool)/\(version)/\(file)" }
}
