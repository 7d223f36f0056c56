package import Bytes
package import Findings
import Records
import Templates
package import Views

/// Two versions of a tool compared, as one page that may stand anywhere: its style is in it, and its links lead into the published register.
///
/// - Returns: the page, or what the theme has wrong.
package func comparisonPage(
  _ story: Story, _ step: Step, _ archive: Archive, _ register: RegisterFiles, _ theme: Theme, on day: Day
) -> (page: [UInt8]?, finding: Finding?) {
  let site = Site(
    settings: register.vocabulary.settings, history: archive.frozen.history, day: day, isPreview: true,
    languages: theme.languages, assets: theme.assetNames, links: [])
  let page = story.page(of: step, in: site)
  guard let library = theme.library(page.lang) else { return (nil, nil) }
  var bytes: [UInt8] = []
  if let wrong = library.render(page.template, page.model, into: &bytes) { return (nil, wrong) }
  return (withStyle(bytes, of: theme, site.settings.address), nil)
}

/// A page with its style sheets in the place of the links to them, and a policy that lets them stand there.
private func withStyle(_ page: [UInt8], of theme: Theme, _ address: String) -> [UInt8] {
  var text = String(decoding: page, as: UTF8.self).replacing("style-src 'self'", with: "style-src 'unsafe-inline'")
  for asset in theme.assets where asset.path.hasSuffix(".css") {
    let link = "<link rel=\"stylesheet\" href=\"\(address)\(asset.path)\">"
    text = text.replacing(link, with: "<style>\n" + String(decoding: asset.bytes, as: UTF8.self) + "</style>")
  }
  return Array(text.utf8)
}
