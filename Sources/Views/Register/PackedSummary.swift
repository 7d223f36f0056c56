package import Bytes
import Records

/// A summary in bytes: what a tool leaves for the register outlives the build that made it, and travels between machines.
extension Summary: Packed {
  package func pack(into packer: inout Packer) {
    for text in [id, name, lang, sentence, organisation] { packer.put(text) }
    packer.put(phase)
    packer.put(decides)
    packer.put(isRetired)
    packer.put(isDeprecated)
    packer.put(isPaused)
    packer.put(use)
    packer.put(version)
    packer.put(facets.map { PackedAlike($0) })
    packer.put(task)
    packer.put(decision)
    packer.put(documents)
    packer.put(reviewDue)
    packer.put(reviews)
    packer.put(PackedAlike(shares))
    packer.put(PackedAlike(missing))
    packer.put(tally.states)
    packer.put(tally.blank)
    packer.put(withheld)
    packer.put(headline)
    packer.put(accepted)
    packer.put(deadLinks)
  }

  package convenience init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(
      id: try unpacker.next(), name: try unpacker.next(), lang: try unpacker.next(), sentence: try unpacker.next(),
      organisation: try unpacker.next(), phase: try unpacker.next(), decides: try unpacker.next(),
      isRetired: try unpacker.next(), isDeprecated: try unpacker.next(), isPaused: try unpacker.next(), use: try unpacker.next(),
      version: try unpacker.next(),
      facets: try unpacker.next([PackedAlike<Filed>].self).map(\.value), task: try unpacker.next(), decision: try unpacker.next(),
      documents: try unpacker.next(), reviewDue: try unpacker.next(), reviews: try unpacker.next(),
      shares: try unpacker.next(PackedAlike.self).value, missing: try unpacker.next(PackedAlike.self).value,
      tally: Tally(states: try unpacker.next(), blank: try unpacker.next()), withheld: try unpacker.next(),
      headline: try unpacker.next(), accepted: try unpacker.next(), deadLinks: try unpacker.next())
  }
}

extension Use: Packed {
  package func pack(into packer: inout Packer) { packer.put(rawValue) }

  package init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    guard let use = Use(rawValue: try unpacker.next()) else { throw Unpacker.Damaged() }
    self = use
  }
}

extension Summary.Version: Packed {
  package func pack(into packer: inout Packer) {
    packer.put(number)
    packer.put(date)
    packer.put(edition)
    packer.put(first)
    packer.put(change)
  }

  package init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(
      number: try unpacker.next(), date: try unpacker.next(), edition: try unpacker.next(), first: try unpacker.next(),
      change: try unpacker.next())
  }
}

extension Summary.Filed: Packed {
  package func pack(into packer: inout Packer) {
    packer.put(facet)
    packer.put(values)
  }

  package init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(facet: try unpacker.next(), values: try unpacker.next())
  }
}

extension Summary.Filed.Value: Packed {
  package func pack(into packer: inout Packer) {
    packer.put(id)
    packer.put(text)
  }

  package init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(id: try unpacker.next(), text: try unpacker.next())
  }
}

extension Summary.Answer: Packed {
  package func pack(into packer: inout Packer) {
    packer.put(state)
    packer.put(because)
    packer.put(texts)
  }

  package init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(state: try unpacker.next(), because: try unpacker.next(), texts: try unpacker.next())
  }
}

extension Summary.Listed: Packed {
  package func pack(into packer: inout Packer) {
    packer.put(id)
    packer.put(title)
  }

  package init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(id: try unpacker.next(), title: try unpacker.next())
  }
}

extension Summary.Review: Packed {
  package func pack(into packer: inout Packer) {
    packer.put(document)
    packer.put(title)
    packer.put(due)
  }

  package init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(document: try unpacker.next(), title: try unpacker.next(), due: try unpacker.next())
  }
}

extension Summary.Share: Packed {
  package func pack(into packer: inout Packer) {
    packer.put(audience)
    packer.put(told)
    packer.put(asked)
  }

  package init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(audience: try unpacker.next(), told: try unpacker.next(), asked: try unpacker.next())
  }
}

extension Summary.Withheld: Packed {
  package func pack(into packer: inout Packer) {
    packer.put(ground)
    packer.put(document)
    packer.put(heading)
    packer.put(count)
  }

  package init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(
      ground: try unpacker.next(), document: try unpacker.next(), heading: try unpacker.next(), count: try unpacker.next())
  }
}

extension Summary.Headline: Packed {
  package func pack(into packer: inout Packer) {
    packer.put(decision)
    packer.put(status)
    packer.put(met)
    packer.put(missed)
    packer.put(untold)
    packer.put(groups)
  }

  package init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(
      decision: try unpacker.next(), status: try unpacker.next(), met: try unpacker.next(), missed: try unpacker.next(),
      untold: try unpacker.next(), groups: try unpacker.next())
  }
}

extension Summary.DeadLink: Packed {
  package func pack(into packer: inout Packer) {
    packer.put(address)
    packer.put(document)
    packer.put(wasRemoved)
  }

  package init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(address: try unpacker.next(), document: try unpacker.next(), wasRemoved: try unpacker.next())
  }
}

extension Summary.Accepted: Packed {
  package func pack(into packer: inout Packer) {
    for text in [code, summary, file, because, by] { packer.put(text) }
  }

  package init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self.init(
      code: try unpacker.next(), summary: try unpacker.next(), file: try unpacker.next(), because: try unpacker.next(),
      by: try unpacker.next())
  }
}
