package import Templates

/// A page before it is rendered: where it stands, which template it takes, in which language, and what it says.
package struct Page: Sendable {
  /// Below the site's root: a folder ending in `/` (empty for the home page), or a file such as `404.html`.
  package let address: String
  package let template: String
  package let lang: String
  package let model: Object

  package init(address: String, template: String, lang: String, model: Object) {
    self.address = address
    self.template = template
    self.lang = lang
    self.model = model
  }

  /// The file it is written to.
  package var path: String {
    address.isEmpty || address.hasSuffix("/") ? address + "index.html" : address
  }
}

/// A file of the site that is no page.
package struct SiteFile: Sendable {
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
