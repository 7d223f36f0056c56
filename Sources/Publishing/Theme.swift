import Bytes
package import Findings
package import Ledger
import Reading
package import Records
package import Templates
package import Views

/// A theme ready to render with: its templates compiled for each language, its assets under the names of their content.
package struct Theme: Sendable {
  package let name: String
  package let libraries: [String: Library]
  package let languages: [Language]
  /// The assets as files of the site.
  package let assets: [SiteFile]
  /// The name under `assets/` of each asset by its plain name.
  package let assetNames: [String: String]
  /// The digest of every file the theme is made of.
  package let digest: Digest

  /// The library of a language; English where the theme does not speak it.
  package func library(_ lang: String) -> Library? { libraries[lang] ?? libraries["en"] }
}

/// Compiles a theme for a register; nothing where it has an error.
///
/// - Parameter common: the files that speak for the register, among them its logo where it has one.
package func prepare(
  _ files: ThemeFiles, for settings: Settings, with common: CommonFiles
) -> (theme: Theme?, findings: [Finding]) {
  var findings = checkBrand(files, settings)
  let samples = readSamples(files.models, &findings)
  var libraries: [String: Library] = [:]
  var languages: [Language] = []
  let english = readStrings(files.strings["en"] ?? [], &findings)
  for code in files.strings.keys.sorted() {
    let own = code == "en" ? english : english.overlaid(with: readStrings(files.strings[code] ?? [], &findings))
    let (library, found) = compile(files.templates, words: own.words, samples: samples)
    findings += found
    libraries[code] = library
    languages.append(Language(code: code, labels: own.labels))
  }
  var assets: [SiteFile] = []
  var names: [String: String] = [:]
  let logo = settings.theme.logo.flatMap { common.files[$0] }.map { logo in
    SiteFile(path: logo.path.hasSuffix(".png") ? "logo.png" : "logo.svg", bytes: logo.bytes)
  }
  for asset in files.assets + [brand(files, settings), logo].compactMap({ $0 }) where !(asset.path == "brand.css" && asset.bytes.isEmpty) {
    let name = contentName(asset.path, asset.bytes)
    names[asset.path] = name
    assets.removeAll { $0.path == "assets/" + name }
    assets.append(SiteFile(path: "assets/" + name, bytes: asset.bytes))
  }
  names["logo"] = names[logo?.path ?? "logo.svg"]
  guard !findings.contains(where: { $0.severity == .error }), libraries["en"] != nil else {
    return (nil, inOrder(findings))
  }
  return (
    Theme(
      name: files.name, libraries: libraries, languages: languages, assets: assets, assetNames: names,
      digest: digest(of: files)),
    inOrder(findings)
  )
}

/// `site.css` → `site.3f2a9c01.css`: another content, another name, so that nothing old is shown from a cache.
private func contentName(_ path: String, _ bytes: [UInt8]) -> String {
  let mark = String(Digest(of: bytes).text.prefix(8))
  guard let dot = path.lastIndex(of: ".") else { return path + "." + mark }
  return path[..<dot] + "." + mark + path[dot...]
}

private func digest(of files: ThemeFiles) -> Digest {
  var text: [UInt8] = []
  for folder in files.folders {
    for file in folder.files {
      text.append(Digest(of: file.bytes).text)
      text.append("  ")
      text.append(file.path)
      text.append(0x0A)
    }
  }
  return Digest(of: text)
}

/// A language file: words for templates, and labels of the register's data by their English.
private struct Strings {
  var words: [Word] = []
  var labels: [String: String] = [:]

  /// These words with another language's before them; what that one lacks stays.
  func overlaid(with other: Strings) -> Strings {
    let own = Set(other.words.map(\.key))
    return Strings(words: words.filter { !own.contains($0.key) } + other.words, labels: other.labels)
  }
}

/// Of a word that several files have, the last file's is taken.
private func readStrings(_ sources: [Source], _ findings: inout [Finding]) -> Strings {
  var strings = Strings()
  for source in sources {
    let (node, found) = readYAML(source)
    findings += found
    for entry in node?.map ?? [] {
      if entry.key.text == "labels" {
        for label in entry.value.map ?? [] { strings.labels[label.key.text] = label.value.scalar?.text }
      } else if let scalar = entry.value.scalar {
        strings.words.append(Word(key: entry.key.text, text: scalar.text, source: source, span: scalar.span))
      }
    }
  }
  var keys: Set<String> = []
  strings.words = strings.words.reversed().filter { keys.insert($0.key).inserted }.reversed()
  return strings
}

/// The sample models, against which every name in a template is checked before a page is rendered.
private func readSamples(_ sources: [Source], _ findings: inout [Finding]) -> [Sample] {
  sources.compactMap { source in
    let (node, found) = readYAML(source)
    findings += found
    var names: Set<String> = []
    guard let node, let template = node["template"]?.scalar, let model = sampleModel(node, &names) else { return nil }
    return Sample(template.text, model, names: names)
  }
}
