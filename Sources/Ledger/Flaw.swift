/// Something in a copy of the site that does not fit its proof: facts only, for others to put into words.
///
/// Where a file is not as a list says, one of the two was changed, and only a third thing can tell which; so both are named.
package struct Flaw: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The file should be there and is not; `found` is a name that differs only in capitals, where there is one.
    case missing
    /// A link, folder or device stands where the file should.
    case irregular
    /// The file is not what the list says: digests in `expected` and `found`.
    case altered
    /// A list is no sums file from `line` on.
    case misspelt
    /// An edition's list does not hold the edition before, or holds another: the chain is cut here.
    case unchained
    /// An edition's list does not hold the edition's own record.
    case unrecorded
    /// The file stands in no list that should hold it.
    case unlisted
    /// An edition's list holds a file that is not the edition's to freeze.
    case misplaced
    /// An edition froze what an earlier one had frozen.
    case refrozen
    /// A version that is not its tool's next: numbers in `expected` and `found`.
    case skipped
    /// A redaction of what was never frozen so, or of the proof itself.
    case unfounded
    /// A file that was redacted is there.
    case unredacted
    /// A name that could be another file on another computer.
    case unplain
    /// The newer ledger does not begin with the older: lines in `expected` and `found`.
    case rewritten
    /// The newer ledger has fewer lines than the older: how many in `expected` and `found`.
    case shorter
    /// An edition's list stands there, and the ledger has no line for it.
    case unledgered
  }

  package let kind: Kind
  /// The file, relative to the site's root.
  package let file: String
  /// The list that says otherwise; empty where there is none.
  package var list = ""
  /// The line of `file` the flaw stands on, counted from 1; nought where it is the whole file.
  package var line = 0
  package var expected = ""
  package var found = ""
  /// Whether the flaw is in the older of two copies.
  package var inOld = false

  package init(
    _ kind: Kind, _ file: String, list: String = "", line: Int = 0, expected: String = "",
    found: String = "", inOld: Bool = false
  ) {
    self.kind = kind
    self.file = file
    self.list = list
    self.line = line
    self.expected = expected
    self.found = found
    self.inOld = inOld
  }
}
