import Bytes
package import Findings
package import Reading

/// What `register.yaml` says: whose register it is, where it stands, who must approve, what it looks like.
package struct Settings: Sendable {
  package struct Publisher: Sendable, Hashable {
    package let id: String
    package let name: String
    package let type: String
    package let contact: String
    package let address: String
  }

  package struct SignOffRole: Sendable, Hashable {
    package let role: String
    package let label: String
    /// The significances of a change that need this role.
    package let needed: [String]
  }

  package struct Theme: Sendable, Hashable {
    package var name = "civic"
    package var colour: String?
    package var logo: String?
    package var licenceName: String?
    package var licenceAddress: String?
  }

  package struct Ground: Sendable, Hashable {
    package let id: String
    package let label: String
    package let describe: String
  }

  package struct Acceptance: Sendable, Hashable {
    package let code: String
    package let file: String
    /// The exact words that may stay, where a warning about personal data is accepted.
    package let text: String?
    package let because: String
    package let by: String
    /// Where register.yaml says so.
    package let place: Place
  }

  package let path: String
  package let title: String
  package let describe: String
  /// The base address, ending in `/`.
  package let address: String
  /// Where a copy of the whole site can be cloned from.
  package let repository: String?
  package let languages: [String]
  package let illustrative: Bool
  package let publishers: [Publisher]
  package let contact: [ContactLine]
  package let reviewMonths: Int
  /// Groups smaller than this are not shown.
  package let smallNumbers: Int
  package let fileLimit: Int
  package let signOff: [SignOffRole]
  package let theme: Theme
  package let grounds: [Ground]
  /// Initials and special words that readers are told about elsewhere.
  package let explained: [String]
  package let accepted: [Acceptance]
  /// Old name of a tool or page, and where it went.
  package let redirects: [String: String]
}

/// Reads `register.yaml`; nothing where it is no map or says no title.
package func readSettings(_ source: Source) -> (Settings?, [Finding]) {
  var findings: [Finding] = []
  let (node, found) = readYAML(source)
  findings += found
  guard let node, var map = MapReader(node, in: source, what: "the register", findings: &findings)
  else { return (nil, findings) }
  let settings = readSettings(&map)
  findings += map.finish()
  if settings?.illustrative == false { findings += leftToFillIn(node, in: source) }
  return (settings, findings)
}

/// What a new register came with where its own words belong; accepted only while it says of itself that it is invented.
private func leftToFillIn(_ node: Node, in source: Source) -> [Finding] {
  switch node.content {
  case .scalar(let scalar):
    return Placeholder.isLeft(scalar.text) ? [Finding("register.to-fill-in", at: source.place(scalar.span), ["value": scalar.text])] : []
  case .list(let nodes): return nodes.flatMap { leftToFillIn($0, in: source) }
  case .map(let entries): return entries.flatMap { leftToFillIn($0.value, in: source) }
  }
}

private func readSettings(_ map: inout MapReader) -> Settings? {
  let title = map.text("title", required: true)
  let address = readAddress(&map)
  let result = Settings(
    path: map.source.path, title: title ?? "", describe: map.text("describe") ?? "",
    address: address, repository: readWebAddress("repository", &map), languages: map.texts("languages"),
    illustrative: map.flag("illustrative"),
    publishers: map.list("publishers", required: true).compactMap { node in
      map.nested(node, what: "a publisher", readPublisher)
    },
    contact: map.map("contact").compactMap { entry in
      guard case .scalar(let scalar) = entry.value.content else { return nil }
      return ContactLine(way: entry.key.text, text: scalar.text)
    },
    reviewMonths: readMonths(&map), smallNumbers: Int(map.number("small_numbers")?.value ?? 10),
    fileLimit: map.nested("limits", what: "the limits", readFileLimit) ?? Settings.defaultFileLimit,
    signOff: map.list("sign_off").compactMap { node in
      map.nested(node, what: "a role", readRole)
    },
    theme: map.nested("theme", what: "the theme", readTheme) ?? Settings.Theme(),
    grounds: map.list("withheld_grounds").compactMap { node in
      map.nested(node, what: "a ground", readGround)
    },
    explained: map.texts("explained"),
    accepted: map.list("accepted").compactMap { node in
      map.nested(node, what: "an accepted warning", readAcceptance)
    },
    redirects: readRedirects(&map))
  return title == nil ? nil : result
}

extension Settings {
  /// Ten megabytes: what one file may weigh where the register sets no limit.
  package static let defaultFileLimit = 10 * 1024 * 1024

  /// How much of a document is read: the register's own limit for a file, the reader's for what is in it.
  package var limits: Limits {
    var limits = Limits()
    limits.file = fileLimit
    return limits
  }
}

private func readAddress(_ map: inout MapReader) -> String {
  guard let scalar = map.scalar("address", required: true) else { return "" }
  guard isWebAddress(scalar.text) else {
    map.add("register.address", scalar.span, ["value": scalar.text])
    return ""
  }
  return scalar.text.hasSuffix("/") ? scalar.text : scalar.text + "/"
}

private func readWebAddress(_ key: String, _ map: inout MapReader) -> String? {
  guard let scalar = map.scalar(key) else { return nil }
  if isWebAddress(scalar.text) { return scalar.text }
  map.add("register.address", scalar.span, ["value": scalar.text])
  return nil
}

private func isWebAddress(_ text: String) -> Bool { text.hasPrefix("https://") || text.hasPrefix("http://") }

private func readMonths(_ map: inout MapReader) -> Int {
  guard let scalar = map.scalar("review_interval") else { return 12 }
  let words = scalar.text.split(separator: " ")
  if let count = words.first.flatMap({ Int($0) }), (1...1200).contains(count), words.count == 2 {
    if words[1].hasPrefix("month") { return count }
    if words[1].hasPrefix("year") { return count * 12 }
  }
  map.add("register.interval", scalar.span, ["value": scalar.text])
  return 12
}

private func readFileLimit(_ map: inout MapReader) -> Int? {
  guard let scalar = map.scalar("file") else { return nil }
  let words = scalar.text.split(separator: " ")
  let units = ["B": 1, "KB": 1024, "MB": 1024 * 1024]
  if words.count == 2, let count = Int(words[0]), count > 0, count <= 1024,
    let unit = units[String(words[1])]
  {
    return count * unit
  }
  map.add("register.limit", scalar.span, ["value": scalar.text])
  return nil
}

private func readPublisher(_ map: inout MapReader) -> Settings.Publisher? {
  let id = map.text("id", required: true)
  let name = map.text("name", required: true)
  let (type, contact) = (map.text("type") ?? "", map.text("contact") ?? "")
  let address = map.text("address") ?? ""
  guard let id, let name else { return nil }
  return Settings.Publisher(id: id, name: name, type: type, contact: contact, address: address)
}

private func readRole(_ map: inout MapReader) -> Settings.SignOffRole? {
  let role = map.text("role", required: true)
  let label = map.text("label", required: true)
  let needed = map.texts("for")
  guard let role, let label else { return nil }
  return Settings.SignOffRole(role: role, label: label, needed: needed)
}

private func readTheme(_ map: inout MapReader) -> Settings.Theme? {
  var theme = Settings.Theme()
  theme.name = map.text("name", required: true) ?? "civic"
  theme.colour = map.text("colour")
  theme.logo = map.text("logo")
  _ = map.nested("licence", what: "the licence") { map -> Bool? in
    theme.licenceName = map.text("name", required: true)
    theme.licenceAddress = readWebAddress("address", &map)
    return true
  }
  return theme
}

private func readGround(_ map: inout MapReader) -> Settings.Ground? {
  let id = map.text("id", required: true)
  let label = map.text("label", required: true)
  let describe = map.text("describe") ?? ""
  guard let id, let label else { return nil }
  return Settings.Ground(id: id, label: label, describe: describe)
}

private func readAcceptance(_ map: inout MapReader) -> Settings.Acceptance? {
  let code = map.text("code", required: true)
  let file = map.text("file", required: true)
  let text = map.text("text")
  let because = map.text("because", required: true)
  let by = map.text("by", required: true)
  guard let code, let file, let because, let by else { return nil }
  return Settings.Acceptance(
    code: code, file: file, text: text, because: because, by: by, place: map.source.place(map.span))
}

private func readRedirects(_ map: inout MapReader) -> [String: String] {
  var result: [String: String] = [:]
  for entry in map.map("redirects") {
    if case .scalar(let scalar) = entry.value.content { result[entry.key.text] = scalar.text }
  }
  return result
}
