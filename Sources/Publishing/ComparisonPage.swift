package import Bytes
package import Findings
import Records
import Templates
package import Views

/// Two versions of a tool compared, as one page that may stand anywhere: its links lead into the published register.
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
  return (bytes, nil)
}
