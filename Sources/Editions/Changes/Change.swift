package import Records

/// One thing that differs between two versions of a tool.
///
/// A change of a group has a part for each item that differs, and each item a part for each of its fields that does.
package struct Change: Sendable {
  package enum Subject: Sendable, Hashable {
    /// A document that is there or not; its parts are its fields.
    case document
    /// Which kind a document is written to.
    case kind
    case field
    /// One item of a group; `label` is what its key says.
    case item
    /// A field as told to one audience, by its id.
    case telling(String)
    /// What opens one audience's page.
    case intro(String)
    case attachment
  }

  package enum Action: String, Sendable, CaseIterable {
    case added, removed, changed
    /// From given to withheld, from unknown to given …
    case restated = "state_changed"
    /// The same things in another order.
    case reordered
    /// Only spaces and line ends differ.
    case respaced
    /// Not there because it was redacted after it had been published.
    case redacted
  }

  package enum Detail: Sendable, Hashable {
    case none
    case words(TextChange)
    case number(NumberChange)
    case list(ListChange)
    case figure(FigureChange)
  }

  package var subject: Subject
  package var action: Action
  /// The document's id; empty for attachments.
  package var document: String
  /// What the document is called, after where it still is.
  package var title: String
  package var role: Role?
  /// The field's id, of a part `group.part`; the name of an attachment.
  package var field: String?
  /// The field's id in the version before, where that was written to another kind and differs.
  package var former: String?
  package var type: FieldType?
  package var label: String
  package var ref: String?
  /// The field's name on a page.
  package var anchor: String?
  package var before: Answer?
  package var after: Answer?
  package var detail: Detail
  package var parts: [Change]
  package var weight: Weight
  /// Why a field of the older standard has no place in the newer.
  package var reason: String?
}

/// An answer as text, with its state: what stood before or stands after.
package struct Answer: Sendable, Hashable {
  package var state: State
  /// The value as one text; of a state, its reason.
  package var text: String
}

/// A list as a set.
package struct ListChange: Sendable, Hashable {
  package var added: [String]
  package var removed: [String]
  package var kept: [String]
}

/// All that differs between two versions of a tool, what matters most to a reader first.
package struct Changes: Sendable {
  package var tool: String
  package var happening: Happening?
  package var list: [Change]
  /// How many fields say something after and said the same before.
  package var unchanged: Int
  /// From the canonical form of the one to that of the other.
  package var patch: Patch
}

/// Files that stand in a version no longer because they were redacted, by name.
package struct Redacted: Sendable, Hashable {
  package var before: [String]
  package var after: [String]

  package init(before: [String] = [], after: [String] = []) {
    self.before = before
    self.after = after
  }
}
