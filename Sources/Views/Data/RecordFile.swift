import Bytes
import Editions
import Records

/// The newest form of `record.json`, told to every reader in its first lines.
let recordForm = "1.0"

/// A tool's documents as data: `record.json`.
///
/// Sorted names, one field a line. Each field has its state, and its value as text, Markdown, number, list or group as the kind says; why
/// there is none stands with the state. Nothing in it depends on where it stands, so the file of a version and of the tool now are the
/// same bytes as long as that version is the newest.
func recordFile(_ subject: Subject, in site: Site) -> SiteFile {
  let tool = subject.tool
  let address = site.settings.address
  var writer = JSONWriter()
  writer.object { writer in
    writer.member("$schema", address + "data/record.schema.json")
    writer.member("address", address + subject.home)
    writer.key("attachments")
    writer.array { writer in
      for attachment in tool.attachments { writer.spelled(spelled(attachment, of: subject, at: address)) }
    }
    writer.member("date", subject.version?.date.text)
    writer.key("documents")
    writer.object { writer in
      for document in tool.all.sorted(by: { $0.id.precedesByBytes($1.id) }) {
        writer.key(document.id)
        write(document, of: subject, at: address, &writer)
      }
    }
    writer.key("edition")
    writer.optional(subject.version?.edition)
    writer.member("form", recordForm)
    writer.member("id", tool.id)
    writer.key("illustrative")
    writer.flag(site.settings.illustrative)
    writer.member("name", tool.name)
    writer.key("organisation")
    writer.spelled(spelled(organisation: tool, site.settings))
    writer.member("phase", tool.phase)
    writer.key("version")
    writer.optional(subject.version?.number)
  }
  return SiteFile(path: subject.base + "record.json", bytes: writer.finish())
}

private func write(
  _ document: Document, of subject: Subject, at address: String, _ writer: inout JSONWriter
) {
  let speller = AnswerSpeller(document)
  writer.object { writer in
    writer.key("fields")
    writer.object { writer in
      let positions = document.kind.fields.indices.sorted {
        document.kind.fields[$0].id.precedesByBytes(document.kind.fields[$1].id)
      }
      for position in positions where document.saysAnything(of: position) {
        writer.key(document.kind.fields[position].id)
        writer.spelled(speller.answer(document.values[position], document.kind.fields[position]))
      }
    }
    writer.key("intros")
    writer.spelled(speller.tellings(document.intros))
    writer.member("kind", document.kind.id)
    writer.member("lang", document.lang)
    writer.member("role", document.kind.role.rawValue)
    writer.member("source", address + subject.source + document.id + ".md")
    writer.key("standard")
    if let standard = document.kind.standard {
      writer.spelled(spelledObject([("name", .text(standard.name)), ("version", .text(standard.version))]))
    } else {
      writer.null()
    }
    writer.member("title", document.title)
  }
}

extension Document {
  /// Its kind's own fields are told even where they were left blank; the envelope's only where they were answered.
  fileprivate func saysAnything(of position: Int) -> Bool {
    position < kind.ownCount || values[position].state != .missing || !values[position].tellings.isEmpty
  }
}

private func spelled(_ attachment: Attachment, of subject: Subject, at address: String) -> [UInt8] {
  spelledObject([
    ("address", .text(address + subject.source + attachment.name)), ("name", .text(attachment.name)),
    ("size", .number(String(attachment.size))),
  ])
}

private func spelled(organisation tool: Tool, _ settings: Settings) -> [UInt8] {
  let name = tool.record.text(.organisation) ?? settings.publishers.first?.name ?? ""
  return spelledObject([("id", .text(facetID("organisation", name, settings))), ("name", .text(name))])
}
