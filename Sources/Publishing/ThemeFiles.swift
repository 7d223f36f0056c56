package import Findings
import Reading
import Records
import Templates
import Typesetting
package import Views

/// A theme as it stands on the disk: its templates, words, assets and what it says of its colours.
///
/// `theme.yaml` may name another theme under `extends`; what this one does not have is taken from there, file by file.
package struct ThemeFiles: Sendable {
  package let name: String
  /// From this theme to the one it ends in.
  package let folders: [ThemeFolder]
  /// Every template by its name, the nearest theme's.
  package let templates: [String: Source]
  package let assets: [SiteFile]
  /// By language code.
  package let strings: [String: [Source]]
  package let models: [Source]
  /// What each `theme.yaml` says, the nearest first.
  package let settings: [ThemeSettings]
}

/// One folder of a theme and all files in it.
package struct ThemeFolder: Sendable {
  package let name: String
  package let files: [Source]
}

/// What a `theme.yaml` says.
package struct ThemeSettings: Sendable, Hashable {
  package var extends: String?
  package var colours: [String: String]
  package var contrast: Double

  /// Where nothing is said: what the accessibility guidelines ask of text.
  static let plain = ThemeSettings(extends: nil, colours: [:], contrast: 4.5)

  package func colour(_ name: String) -> String? { colours[name] }
}

/// Reads a theme and those it extends.
///
/// - Parameters:
///   - root: the register's folder; its `Themes/<name>` goes before the program's.
///   - shipped: the folder that brings the program's own themes.
package func loadTheme(
  _ name: String, root: Folder, shipped: Folder?
) -> (theme: ThemeFiles?, findings: [Finding]) {
  var findings: [Finding] = []
  var folders: [ThemeFolder] = []
  var settings: [ThemeSettings] = []
  var next: String? = name
  while let wanted = next {
    if folders.contains(where: { $0.name == wanted }) {
      findings.append(Finding("theme.circle", at: .file("Themes/\(wanted)/theme.yaml"), ["theme": wanted]))
      return (nil, findings)
    }
    let before = findings.count
    guard let folder = readFolder(wanted, root, shipped, &findings) else {
      if findings.count == before { findings.append(Finding("theme.missing", at: .file("Themes/\(wanted)"), ["theme": wanted])) }
      return (nil, findings)
    }
    folders.append(folder)
    let own = readThemeSettings(folder, &findings)
    settings.append(own)
    next = own.extends
  }
  return (joined(name, folders, settings), findings)
}

private func readFolder(
  _ name: String, _ root: Folder, _ shipped: Folder?, _ findings: inout [Finding]
) -> ThemeFolder? {
  guard isFolderName(name) else { return nil }
  for place in [root, shipped].compactMap({ $0 }) {
    let path = "Themes/" + name
    let folder: Folder
    do throws(DiskError) { folder = try place.folder(path) } catch {
      if error.isAbsence { continue }
      findings.append(error.finding)
      return nil
    }
    let (files, found) = survey(folder, at: path)
    findings += found
    var sources: [Source] = []
    for file in files {
      let (source, unread) = place.source(file.path, limit: Settings.defaultFileLimit)
      findings += unread
      if let source { sources.append(source) }
    }
    return ThemeFolder(name: name, files: sources)
  }
  return nil
}

private func readThemeSettings(_ folder: ThemeFolder, _ findings: inout [Finding]) -> ThemeSettings {
  var result = ThemeSettings.plain
  guard let source = folder.files.first(where: { $0.path.hasSuffix("/\(folder.name)/theme.yaml") }) else {
    findings.append(Finding("theme.no-settings", at: .file("Themes/\(folder.name)"), ["theme": folder.name]))
    return result
  }
  let (node, found) = readYAML(source)
  findings += found
  result.extends = node?["extends"]?.scalar?.text
  for entry in node?["colours"]?.map ?? [] { result.colours[entry.key.text] = entry.value.scalar?.text }
  if let contrast = node?["contrast"]?.scalar.flatMap({ Number($0.text) }), (1...21).contains(contrast.value) {
    result.contrast = contrast.value
  }
  return result
}

private func joined(_ name: String, _ folders: [ThemeFolder], _ settings: [ThemeSettings]) -> ThemeFiles {
  var templates: [String: Source] = [:]
  var assets: [String: SiteFile] = [:]
  var strings: [String: [Source]] = [:]
  var models: [String: Source] = [:]
  for folder in folders.reversed() {
    for file in folder.files {
      let path = String(file.path.dropFirst("Themes/\(folder.name)/".utf8.count))
      if let template = inner(path, "templates/", ".mustache") {
        templates[template] = file
      } else if let asset = inner(path, "assets/", "") {
        assets[asset] = SiteFile(path: asset, bytes: file.bytes)
      } else if let language = inner(path, "strings/", ".yaml") {
        strings[language, default: []].append(file)
      } else if let model = inner(path, "models/", ".json") {
        models[model] = file
      }
    }
  }
  return ThemeFiles(
    name: name, folders: folders, templates: templates,
    assets: assets.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }, strings: strings,
    models: models.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) },
    settings: settings)
}

private func inner(_ path: String, _ prefix: String, _ suffix: String) -> String? {
  guard path.hasPrefix(prefix), path.hasSuffix(suffix) else { return nil }
  return String(path.dropFirst(prefix.utf8.count).dropLast(suffix.utf8.count))
}
