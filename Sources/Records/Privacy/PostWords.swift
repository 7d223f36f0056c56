/// Whether a person is named where only a post is wanted: `Jane Smith`, `Dr. A. Patel, SRO`, `Director of People (Jane Smith)`.
///
/// Told by its form alone: two or three words that each start with a capital, none of them a word of posts and bodies; or a title
/// before a name.
package func namesPerson(_ post: String) -> Bool {
  post.utf8.split { isOne($0, of: ",;:()[]/") }.contains { part in
    guard mayName(part) else { return false }
    let words = part.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    return words.split { dashes.contains($0) }.contains { looksLikeName(Array($0)) }
  }
}

/// Whether some words may hold a name: nearly every post has a word in small letters, and no dash.
private func mayName(_ words: Substring.UTF8View) -> Bool {
  var before = UInt8(ascii: " ")
  var isSmall = false
  for byte in words {
    if byte == UInt8(ascii: "-") || byte == 0xE2 { return true }
    if before == 0x20, isLower(byte) { isSmall = true }
    before = byte
  }
  return !isSmall
}

private let dashes: Set<String> = ["-", "–", "—"]

private func looksLikeName(_ all: [String]) -> Bool {
  var words = all
  while let last = words.last, honours.contains(last) { words.removeLast() }
  guard (2...4).contains(words.count), let first = words.first else { return false }
  guard words.count <= 3 || titles.contains(first.hasSuffix(".") ? String(first.dropLast()) : first) else { return false }
  return words.allSatisfy { word in
    let bytes = Array(word.utf8)
    guard isUpper(bytes[0]) else { return false }
    if bytes.count == 1 || bytes.count == 2 && bytes[1] == UInt8(ascii: ".") { return true }
    return bytes.dropFirst().contains(where: isLower) && bytes.allSatisfy { isLetter($0) || $0 >= 0x80 || "'-.".utf8.contains($0) }
      && !isPostWord(word.lowercased())
  }
}

private let titles: Set<String> = ["Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Cllr", "Sir", "Dame", "Rev"]

/// What may follow a name.
private let honours: Set<String> = ["OBE", "MBE", "CBE", "BEM", "KC", "QC", "JP", "MP", "DL", "PhD", "MA", "MSc", "BSc", "FRS"]

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
  "consultant", "professor", "lecturer", "master", "warden", "sister", "matron", "midwife", "surgeon",
  "principal", "teacher", "headteacher", "coordinator", "co-ordinator", "supervisor", "programme", "project", "product",
  "delivery", "partner", "partners", "people", "office", "unit", "department", "directorate", "agency", "authority",
  "trust", "company", "limited", "ltd", "university", "college", "school", "police", "county", "city", "town", "borough", "district",
  "corporate", "communications", "press", "strategy", "ethics", "protection", "privacy", "security", "quality", "risk",
  "forum", "customer", "complaints", "general", "national", "regional", "local", "north", "south", "east", "west",
  // What services are called.
  "youth", "justice", "years", "special", "needs", "human", "resources", "open", "spaces", "street", "streets", "parks", "leisure",
  "culture", "library", "libraries", "museums", "archives", "waste", "recycling", "standards", "food", "control", "homes", "benefits",
  "revenues", "tax", "skills", "transport", "highways", "traffic", "environmental", "climate", "registrars", "elections", "democratic",
  "internal", "audit", "fraud", "business", "centre", "community", "communities", "safety", "emergency", "fire", "rescue", "hospital",
  "patient", "primary", "secondary", "urgent", "placements", "practice", "intelligence", "insight", "records", "systems", "software",
  "platform", "web", "content", "user", "operational", "strategic", "area", "division", "branch", "section", "network", "association",
  "society", "charity", "academy", "schools", "courts", "probation", "crown", "home", "foreign", "government", "ministry", "interim",
  "acting", "joint", "independent", "external",
  // Welsh.
  "tîm", "pennaeth", "swyddog", "cyfarwyddwr", "rheolwr", "prif", "bwrdd", "uwch", "grŵp", "cyngor", "gwasanaeth", "gwasanaethau",
  "cyfathrebu", "dirprwy", "cynnar", "cymorth", "diogelu", "plant", "teulu", "teuluoedd", "cadeirydd", "aelod", "adran",
]
