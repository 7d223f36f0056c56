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
  let organisation = tool.organisation(in: site.settings)
  var writer = JSONWriter()
  writer.object { writer in
    writer.member("$schema", address + "data/record.schema.json")
    writer.member("address", address + subject.home)
    writer.key("attachments")
    writer.array { writer in
      for attachment in tool.attachments {
        writer.onOneLine { writer in
          writer.object { writer in
            writer.member("address", address + subject.source + attachment.name)
            writer.member("name", attachment.name)
            writer.member("size", attachment.size)
          }
        }
      }
    }
    writer.member("date", subject.version?.date.text)
    writer.key("documents")
    writer.object { writer in
      for document in tool.all.sorted(by: { $0.id.precedesByBytes($1.id) }) {
        writer.key(document.id)
        write(document, at: address + subject.source, to: &writer)
      }
    }
    writer.key("edition")
    writer.optional(subject.version?.edition)
    writer.member("form", recordForm)
    writer.member("id", tool.id)
    writer.key("illustrative")
    writer.flag(site.settings.illustrative)
    writer.member("name", tool.name)
    writer.line("organisation", ["id": .text(facetID("organisation", organisation, site.settings)), "name": .text(organisation)])
    writer.member("phase", tool.phase)
    writer.key("version")
    writer.optional(subject.version?.number)
  }
  return SiteFile(path: subject.base + "record.json", bytes: writer.finish())
}

private func write(_ document: Document, at source: String, to writer: inout JSONWriter) {
  let answers = AnswerWriter(document)
  writer.object { writer in
    writer.key("fields")
    writer.object { writer in
      for position in document.kind.order where document.saysAnything(of: position) {
        let field = document.kind.fields[position]
        writer.key(field.id)
        writer.onOneLine { answers.write(document.values[position], field, to: &$0) }
      }
    }
    writer.key("intros")
    writer.onOneLine { answers.write(document.intros, to: &$0) }
    writer.member("kind", document.kind.id)
    writer.member("lang", document.lang)
    writer.member("role", document.kind.role.rawValue)
    writer.member("source", source + document.id + ".md")
    let standard = document.kind.standard
    writer.line("standard", standard.map { ["name": .text($0.name), "version": .text($0.version)] } ?? .null)
    writer.member("title", document.title)
  }
}

extension Document {
  /// Its kind's own fields are told even where they were left blank; the envelope's only where they were answered.
  fileprivate func saysAnything(of position: Int) -> Bool {
    position < kind.ownCount || !values[position].isMissing || !values[position].tellings.isEmpty
  }
}
