/// What a theme's language file says beside its page strings: labels of kinds, audiences and measures, by their English.
package struct Language: Sendable {
  package let code: String
  private let labels: [String: String]

  package init(code: String, labels: [String: String] = [:]) {
    self.code = code
    self.labels = labels
  }

  /// A label in this language; as it stands where the language file has none.
  package func label(_ english: String) -> String { labels[english] ?? english }
}
