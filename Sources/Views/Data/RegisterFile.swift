import Bytes
import Editions
import Records

extension RegisterView {
  /// `data/register.json`: every tool in one shape, whatever standard its record follows, and where its whole record stands.
  func registerFile() -> SpanningFile {
    let settings = site.settings
    return SpanningFile(.register) { writer in
      writer.object { writer in
        writer.member("address", settings.address)
        writer.key("columns")
        writer.object { writer in
          for place in Column.byName { writer.member(Column.all[place].id, Column.all[place].describe) }
        }
        writer.member("date", site.history.newest?.date.text)
        writer.member("describe", settings.describe)
        writer.key("edition")
        writer.optional(site.history.newest?.number)
        writer.member("form", recordForm)
        writer.key("illustrative")
        writer.flag(settings.illustrative)
        writer.key("languages")
        writer.spelled(spelledTexts(settings.languages))
        writer.key("licence")
        writer.spelled(
          spelledObject([
            ("address", Datum(settings.theme.licenceAddress)), ("name", Datum(settings.theme.licenceName)),
          ]))
        writer.key("organisations")
        writer.array { writer in for publisher in settings.publishers { writer.spelled(spelled(publisher)) } }
        writer.member("title", settings.title)
        writer.key("tools")
        writer.array { writer in if !tools.isEmpty { writer.place() } }
      }
    }
  }

  private func spelled(_ publisher: Settings.Publisher) -> [UInt8] {
    spelledObject([
      ("address", .text(publisher.address)), ("id", .text(publisher.id)), ("name", .text(publisher.name)),
      ("type", .text(publisher.type)),
    ])
  }
}

extension DataForm {
  /// A tool as `register.json` tells it.
  func registerEntry(_ entry: DataEntry, _ writer: inout JSONWriter) {
    let (tool, kind) = (entry.summary, entry.subject.tool.record.kind)
    let home = settings.address + "tools/\(tool.id)/"
    writer.object { writer in
      writer.member("address", home)
      writer.key("answers")
      writer.object { writer in
        for place in Column.byName {
          writer.key(Column.all[place].id)
          writer.spelled(spelled(entry.answers[place], list: Column.all[place].isList))
        }
      }
      writer.key("completeness")
      writer.spelled(
        spelledObject(
          tool.shares.sorted { $0.audience.precedesByBytes($1.audience) }.map { ($0.audience, .number(String($0.percent))) }))
      writer.member("date", tool.version?.date.text)
      writer.key("deprecated")
      writer.flag(tool.isDeprecated)
      writer.key("documents")
      writer.array { writer in for document in entry.subject.tool.documents { writer.spelled(spelled(document, at: home)) } }
      writer.key("edition")
      writer.optional(tool.version?.edition)
      writer.member("first_published", tool.version?.first.text)
      writer.member("id", tool.id)
      writer.member("kind", kind.id)
      writer.member("lang", tool.lang)
      writer.member("name", tool.name)
      writer.member("organisation", tool.organisation)
      writer.member("organisation_id", facetID("organisation", tool.organisation, settings))
      writer.member("record", home + "record.json")
      writer.key("retired")
      writer.flag(tool.isRetired)
      writer.key("standard")
      writer.write(kind.standard.map { .raw(spelledObject([("name", .text($0.name)), ("version", .text($0.version))])) } ?? .null)
      writer.member("thresholds_met", tool.headline.met)
      writer.member("thresholds_missed", tool.headline.missed)
      writer.key("version")
      writer.optional(tool.version?.number)
    }
  }

  private func spelled(_ answer: Summary.Answer, list: Bool) -> [UInt8] {
    var members: [(String, Datum)] = []
    if let because = answer.because { members.append(("because", .text(because))) }
    members.append(("state", .text(answer.state)))
    if answer.state == "given" {
      members.append(("value", list ? .texts(answer.texts) : .text(answer.texts.first ?? "")))
    }
    return spelledObject(members)
  }

  private func spelled(_ document: Document, at home: String) -> [UInt8] {
    spelledObject([
      ("address", .text(home + "documents/\(document.id)/")), ("id", .text(document.id)), ("kind", .text(document.kind.id)),
      ("role", .text(document.kind.role.rawValue)), ("title", .text(document.title)),
    ])
  }
}
