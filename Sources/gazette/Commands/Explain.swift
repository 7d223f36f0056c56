import Bytes
import Findings

extension Command {
  static let explain = Command(
    name: "explain", purpose: .reading,
    summary: "Say what a finding means and how to put it right",
    about: """
      Every finding ends with its code in brackets, such as [yaml.syntax]. With a code, this tells the \
      rule behind it at length; with the first half of a code, it lists that family; with nothing, it \
      lists all rules.
      """,
    arguments: [
      Argument("CODE", .optional, "the code of a rule, or the family before its full stop")
    ],
    formats: ["text", "json"],
    examples: [
      Example("gazette explain yaml.syntax", "One rule at length."),
      Example("gazette explain yaml", "The rules about the form of front matter and data files."),
      Example(
        "gazette explain --format json", "All rules for a program to read, one object a line."),
    ],
    run: explainRules)
}

private func explainRules(_ invocation: Invocation, _ terminal: inout Terminal) -> Exit {
  let rules = Rule.all.sorted { $0.code < $1.code }
  let wanted = invocation.arguments.first
  let chosen = rules.filter { wanted == nil || $0.code == wanted || family($0) == wanted }
  guard let first = chosen.first else {
    let codes = rules.map(\.code)
    let near = nearest(wanted ?? "", among: codes + Set(rules.map(family)))
    return terminal.refuse(.other("there is no rule '\(wanted ?? "")'", near: near), invocation)
  }
  let manual = Manual(width: terminal.width, colour: terminal.colour)
  if invocation.format == "json" {
    terminal.print(json(chosen))
  } else if first.code == wanted {
    terminal.print(page(of: first, manual))
  } else {
    terminal.print(list(of: chosen, manual))
  }
  return .done
}

private func family(_ rule: Rule) -> String { String(rule.code.prefix { $0 != "." }) }

/// One rule at length.
private func page(of rule: Rule, _ manual: Manual) -> String {
  var text = manual.bold(rule.code) + " (\(rule.severity.rawValue))\n\n"
  text += manual.wrapped(sentence(rule.summary), indent: 0) + "\n\n"
  text += manual.bold("Why it matters") + "\n" + manual.wrapped(sentence(rule.why), indent: 2)
  text += "\n\n" + manual.bold("How to put it right") + "\n"
  for fix in rule.fixes {
    text += "  - " + manual.wrapped(sentence(fix), indent: 4).drop { $0 == " " } + "\n"
  }
  for paragraph in manual.paragraphs(rule.more) {
    text += "\n" + manual.wrapped(paragraph, indent: 0) + "\n"
  }
  text += "\n" + manual.bold("What follows") + "\n"
  return text + manual.wrapped(consequence(rule.severity), indent: 2) + "\n"
}

/// Rules under the names of their families.
private func list(of rules: [Rule], _ manual: Manual) -> String {
  let column = (rules.map { $0.code.count }.max() ?? 0) + 2
  var text = ""
  var last = ""
  for rule in rules {
    if family(rule) != last {
      text += (last.isEmpty ? "" : "\n") + manual.bold(family(rule)) + "\n"
      last = family(rule)
    }
    let severity = rule.severity.rawValue
    let name =
      rule.code + String(repeating: " ", count: column - rule.code.count) + severity
      + String(repeating: " ", count: 9 - severity.count)
    let words = manual.wrapped(Rule.general(rule.summary), indent: name.count + 2)
    text += "  " + name + words.drop { $0 == " " } + "\n"
  }
  return text
}

/// Rules as JSON, one object a line.
private func json(_ rules: [Rule]) -> [UInt8] {
  var out: [UInt8] = []
  for rule in rules {
    var json = JSONWriter(pretty: false)
    json.object { json in
      json.member("code", rule.code)
      json.member("severity", rule.severity.rawValue)
      json.member("summary", Rule.general(rule.summary))
      json.member("why", Rule.general(rule.why))
      json.key("fixes")
      json.array { json in for fix in rule.fixes { json.string(Rule.general(fix)) } }
      json.member("more", rule.more)
    }
    out += json.finish()
  }
  return out
}

/// A rule's words as a sentence of their own.
private func sentence(_ words: String) -> String {
  let words = Rule.general(words)
  let closed = words.hasSuffix("?") || words.hasSuffix(".") ? words : words + "."
  return closed.prefix(1).uppercased() + closed.dropFirst()
}

private func consequence(_ severity: Severity) -> String {
  switch severity {
  case .error: "It blocks publishing and cannot be switched off."
  case .warning:
    "It does not block publishing. It can be accepted in register.yaml with a reason, which readers are then shown."
  case .note: "It does not block publishing; it only informs."
  }
}
