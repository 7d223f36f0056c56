import Findings
import Reading

/// Personal information and keys in a tool's documents, names where a post is wanted, and the declaration that nobody can be recognised.
@Sendable func checkPrivacy(_ context: CheckContext) -> [Finding] {
  context.tool.all.flatMap { document in
    scanPrivacy(document.source, contacts: document.contacts) + checkRoles(document) + checkDeclaration(document)
  }
}

extension Document {
  /// Where a document says how to reach a team.
  var contacts: [Span] {
    var result: [Span] = []
    eachValue(at: kind.contacts) { _, value in result.append(value.span) }
    return result
  }

  /// Whether somebody may have written freely about people here.
  fileprivate var hasFreeText: Bool {
    values.contains { value in
      if case .prose = value.content { return true }
      return value.items.contains { $0.values.contains { if case .prose = $0.content { true } else { false } } }
    }
  }
}

private func checkDeclaration(_ document: Document) -> [Finding] {
  guard let value = document.value("no_person_identified") else { return [] }
  if value.text == "No" { return [Finding("privacy.identified", at: document.place(value.span))] }
  guard value.state == .missing, document.hasFreeText else { return [] }
  return [Finding("privacy.undeclared", at: document.place(value.span))]
}

// MARK: a name where a post is wanted

private func checkRoles(_ document: Document) -> [Finding] {
  var findings: [Finding] = []
  func look(_ field: Field, _ value: Value, _ text: String) {
    guard looksLikeName(text) else { return }
    findings.append(Finding("privacy.role", at: document.place(value.span), ["field": field.label]))
  }
  document.eachValue(at: document.kind.posts) { field, value in
    if case .contact = field.type, case .contact(let lines) = value.content {
      for line in lines where line.way == "role" { look(field, value, line.text) }
    }
    guard let means = field.means, means.wantsPost, let text = value.text else { return }
    look(field, value, text)
  }
  return findings
}

extension Meaning {
  /// Whether readers are told who holds a post, and not who somebody is.
  var wantsPost: Bool {
    switch self {
    case .owner, .approvedBy, .agreedBy, .responder: true
    default: false
    }
  }
}

/// Two or three words that each start with a capital, none of them a word of posts and bodies; or a title before a name.
private func looksLikeName(_ text: String) -> Bool {
  let words = text.utf8.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
  guard (2...4).contains(words.count), let first = words.first else { return false }
  guard words.count <= 3 || titles.contains(first.hasSuffix(".") ? String(first.dropLast()) : first) else { return false }
  return words.allSatisfy { word in
    let bytes = Array(word.utf8)
    guard isUpper(bytes[0]), bytes.count > 1, bytes.dropFirst().contains(where: isLower) else {
      return bytes.count == 1 && isUpper(bytes[0])
    }
    return bytes.allSatisfy { isLetter($0) || $0 >= 0x80 || "'-.".utf8.contains($0) } && !isPostWord(word.lowercased())
  }
}

private let titles: Set<String> = ["Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Cllr", "Sir", "Dame", "Rev"]

private func isPostWord(_ word: String) -> Bool {
  if postWords.contains(word) { return true }
  for ending in ["ment", "tion", "ing", "ity", "ics", "ance", "ist", "ory", "ial"] where word.hasSuffix(ending) { return true }
  return false
}

private let postWords: Set<String> = [
  "director", "deputy", "assistant", "associate", "head", "officer", "manager", "lead", "leader", "board", "team", "chief",
  "executive", "owner", "senior", "responsible", "chair", "committee", "panel", "group", "council", "councillor", "member",
  "cabinet", "mayor", "minister", "secretary", "permanent", "commissioner", "inspector", "superintendent", "constable",
  "sergeant", "guardian", "caldicott", "adviser", "advisor", "analyst", "scientist", "engineer", "architect", "developer",
  "designer", "researcher", "practitioner", "worker", "social", "nurse", "doctor", "clinical", "medical", "solicitor",
  "counsel", "legal", "auditor", "controller", "processor", "service", "services", "data", "digital", "information",
  "technology", "policy", "public", "health", "care", "children's", "children", "adult", "adults", "family", "families",
  "early", "help", "children’s", "finance", "treasurer", "clerk", "registrar", "governor", "trustee", "president", "vice",
  "principal", "teacher", "headteacher", "coordinator", "co-ordinator", "supervisor", "programme", "project", "product",
  "delivery", "partner", "partners", "people", "office", "unit", "department", "directorate", "agency", "authority",
  "trust", "company", "limited", "ltd", "university", "college", "school", "police", "county", "city", "borough", "district",
  "corporate", "communications", "press", "strategy", "ethics", "protection", "privacy", "security", "quality", "risk",
  "forum", "customer", "complaints", "general", "national", "regional", "local", "county", "north", "south", "east", "west",
  // Welsh.
  "tîm", "pennaeth", "swyddog", "cyfarwyddwr", "rheolwr", "prif", "bwrdd", "uwch", "grŵp", "cyngor", "gwasanaeth", "gwasanaethau",
  "cyfathrebu", "dirprwy", "cynnar", "cymorth", "data", "diogelu", "plant", "teulu", "teuluoedd", "cadeirydd", "aelod", "adran",
]
