package import Findings

/// A piece of Markdown: where it stands and what it says.
package struct Passage: Sendable {
  /// The bytes as written, without blank lines around them.
  package var span: Span
  package var tree: Tree
  /// What was meant, where YAML has it in quotes, folded or further in; nothing where it is the source's own bytes.
  package var text: String?

  package init(span: Span, tree: Tree, text: String? = nil) {
    self.span = span
    self.tree = tree
    self.text = text
  }

  /// Says nothing at all.
  package var isEmpty: Bool { tree.nodes.count <= 1 }
}

/// What one audience is told in its own words.
package struct Telling: Sendable {
  /// The heading's words after "For".
  package var audience: Scalar
  package var passage: Passage

  package init(audience: Scalar, passage: Passage) {
    self.audience = audience
    self.passage = passage
  }
}

/// One `## …` of a body: the text for everybody, then each audience's own.
package struct Section: Sendable {
  /// The heading's plain words, a reference number in front included.
  package var heading: Scalar
  package var general: Passage
  package var tellings: [Telling]

  package init(heading: Scalar, general: Passage, tellings: [Telling]) {
    self.heading = heading
    self.general = general
    self.tellings = tellings
  }
}

/// One document as it was written: everything has its place, nothing has a meaning yet.
package struct Draft: Sendable {
  package var source: Source
  package var front: [Entry]
  /// The front matter between its `---` lines.
  package var frontSpan: Span
  /// `## For …` before the first field's heading.
  package var intros: [Telling]
  /// Text before the first heading.
  package var lead: Passage?
  package var sections: [Section]

  package init(
    source: Source, front: [Entry], frontSpan: Span, intros: [Telling], lead: Passage?,
    sections: [Section]
  ) {
    self.source = source
    self.front = front
    self.frontSpan = frontSpan
    self.intros = intros
    self.lead = lead
    self.sections = sections
  }
}
