import Findings
import Reading

/// Each audience has something to read in the parts its page leads with.
@Sendable func checkAudiences(_ context: CheckContext) -> [Finding] {
  let tool = context.tool
  var findings: [Finding] = []
  for audience in context.vocabulary.audiences {
    for section in audience.sections where section.brief && applies(section, to: tool) {
      guard !section.topics.isEmpty, section.blocks.isEmpty else { continue }
      let told = tool.all.contains { document in
        zip(document.kind.fields, document.values).contains { field, value in
          guard let topic = field.topic, section.topics.contains(topic), field.isRead(by: audience.id) else { return false }
          return value.isGiven || value.telling(audience.id) != nil
        }
      }
      let fields = fields(for: section, audience, tool)
      // A required field that is still to write has a finding of its own, and a kind may have no field for it.
      guard !told, !fields.isEmpty, !fields.contains(where: tool.record.requires) else { continue }
      var facts = ["audience": audience.heading, "section": section.label]
      facts["field"] = fields.first?.heading
      findings.append(Finding("audience.nothing", at: tool.record.place(Span(start: 0, length: 3)), facts))
    }
  }
  return findings
}

private func applies(_ section: AudienceSection, to tool: Tool) -> Bool {
  switch section.when {
  case nil: true
  case .retired: tool.isRetired
  case .live: !tool.isRetired
  }
}

/// What could be written so that the section says something.
private func fields(for section: AudienceSection, _ audience: Audience, _ tool: Tool) -> [Field] {
  section.topics.flatMap { topic in
    tool.record.kind.fields.filter { $0.topic == topic && $0.isRead(by: audience.id) && tool.record.asks($0) }
  }
}
