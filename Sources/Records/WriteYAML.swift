package import Reading

/// Writes `key: value` as front matter and data files hold it: one spelling for each value, and reading it gives the value back.
///
/// Text of several lines becomes a literal block, short lists of short texts stand in brackets, a value that says why it is not given
/// in braces, and everything else opens out with two spaces a step. The newline at the end of a text is not kept apart: no
/// field's meaning hangs on it.
package func writeYAML(_ key: String, _ node: Node) -> [String] {
  let name = scalar(key, wasQuoted: false, inFlow: false)
  switch node.content {
  case .scalar(let text):
    let lines = block(text)
    guard lines.count == 1 else { return ["\(name): \(lines[0])"] + lines.dropFirst().map(indented) }
    return [lines[0].isEmpty ? "\(name):" : "\(name): \(lines[0])"]
  case .list(let nodes):
    if let line = flow(node), line.utf8.count + name.utf8.count < widest { return ["\(name): \(line)"] }
    return ["\(name):"] + nodes.flatMap(item).map(indented)
  case .map(let entries):
    if let line = flow(node) { return ["\(name): \(line)"] }
    return ["\(name):"] + entries.flatMap { writeYAML($0.key.text, $0.value) }.map(indented)
  }
}

/// A list in brackets is no longer than this.
private let widest = 100

/// `- …` for one item of a list, with the lines that belong to it.
private func item(_ node: Node) -> [String] {
  let lines: [String]
  switch node.content {
  case .scalar(let text): lines = block(text)
  case .list(let nodes): lines = flow(node).map { [$0] } ?? nodes.flatMap(item)
  case .map(let entries):
    lines = flow(node).map { [$0] } ?? entries.flatMap { writeYAML($0.key.text, $0.value) }
  }
  return lines.enumerated().map { index, line in index == 0 ? "- " + line : indented(line) }
}

/// Two spaces further in; an empty line stays empty.
private func indented(_ line: String) -> String { line.isEmpty ? "" : "  " + line }

/// The node on one line in brackets or braces, where that is how it is written.
private func flow(_ node: Node) -> String? {
  switch node.content {
  case .scalar(let text):
    let lines = block(text)
    return lines.count == 1 ? scalar(unfolded(text.text), wasQuoted: text.quoted, inFlow: true) : nil
  case .list(let nodes):
    if nodes.contains(where: { $0.scalar == nil }) { return nil }
    let parts = nodes.compactMap(flow)
    return parts.count == nodes.count ? "[" + parts.joined(separator: ", ") + "]" : nil
  case .map(let entries):
    guard let first = entries.first else { return "{}" }
    guard stateWords.contains(first.key.text) else { return nil }
    var parts: [String] = []
    for entry in entries {
      guard entry.value.scalar != nil, let value = flow(entry.value) else { return nil }
      parts.append(scalar(entry.key.text, wasQuoted: false, inFlow: true) + ": " + value)
    }
    return "{" + parts.joined(separator: ", ") + "}"
  }
}

private func unfolded(_ text: String) -> String {
  var text = Substring(text)
  while text.utf8.last == 0x0A { text = Substring(text.utf8.dropLast()) }
  return String(text)
}

/// A text on one line, or as the head of a literal block and its lines.
private func block(_ node: Scalar) -> [String] {
  let text = unfolded(node.text)
  guard text.utf8.contains(0x0A) else { return [scalar(text, wasQuoted: node.quoted, inFlow: false)] }
  let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(Substring($0)) }
  // The number of spaces is taken from the first line that has any text, unless the head says it.
  let first = lines.first { !$0.utf8.isEmpty }?.utf8.first
  return [first == 0x20 || first == 0x09 ? "|2" : "|"] + lines
}

/// A text of one line, in quotes where YAML, or a program that guesses types, would read it as something else.
private func scalar(_ text: String, wasQuoted: Bool, inFlow: Bool) -> String {
  if text.isEmpty { return wasQuoted || inFlow ? "\"\"" : "" }
  return isPlain(text, wasQuoted: wasQuoted, inFlow: inFlow) ? text : quoted(text)
}

private func isPlain(_ text: String, wasQuoted: Bool, inFlow: Bool) -> Bool {
  let bytes = Array(text.utf8)
  guard let first = bytes.first, let last = bytes.last, first > 0x20, last > 0x20, last != UInt8(ascii: ":") else {
    return false
  }
  let isDigit = (0x30...0x39).contains(first)
  if "-?:,[]{}#&*!|>'\"%@`".utf8.contains(first) {
    guard first == UInt8(ascii: "-"), bytes.count > 1, (0x30...0x39).contains(bytes[1]) else { return false }
  }
  if text.hasPrefix("...") || guessed.contains(text.lowercased()) { return false }
  if wasQuoted, isDigit || first == UInt8(ascii: "-") || first == UInt8(ascii: ".") { return false }
  for (index, byte) in bytes.enumerated() {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    if byte < 0x20 || byte == 0x7F { return false }
    if byte == UInt8(ascii: ":"), next == 0x20 || inFlow && ",[]{}".utf8.contains(next) { return false }
    if byte == UInt8(ascii: "#"), bytes[index - 1] <= 0x20 { return false }
    if inFlow, ",[]{}".utf8.contains(byte) { return false }
  }
  return true
}

/// Words that other readers of YAML take for something else than text.
private let guessed: Set<String> = ["yes", "no", "true", "false", "on", "off", "null", "~"]

private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\t": result += "\\t"
    case "\n": result += "\\n"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
