import Bytes
import Editions
import Ledger
import Records

extension RegisterFiles {
  /// All that a register is read from, with the folders in which more could appear.
  func marks(since start: Int64) -> [Made] {
    var marks = root.marks(of: "Content", called: "", since: start, leaving: "tools") + root.marks(alone: "Content/tools", since: start)
    for tool in tools {
      var folders: Set<String> = [tool.path]
      for file in tool.files {
        marks.append(Made(path: file.path, mark: Mark(file, since: start)))
        if let above = parent(of: file.path) { folders.insert(above) }
      }
      for folder in folders { marks += root.marks(alone: folder, since: start) }
    }
    return marks
  }
}

extension Frozen {
  /// All that is read of what stands published.
  func marks(since start: Int64) -> [Made] {
    guard let site else { return [Made(path: "Site", mark: .absent)] }
    var marks = site.marks(alone: ProofPath.ledger, called: "Site/", since: start)
    marks += site.marks(of: "editions", called: "Site/", since: start)
    for tool in history.tools {
      for version in history.versions(of: tool) {
        marks += site.marks(of: version.entry.sourceFolder, called: "Site/", since: start)
      }
    }
    return marks
  }
}

extension Folder {
  /// A file or folder of this one and all that stands in it.
  ///
  /// - Parameters:
  ///   - prefix: what leads from the register's folder to this one.
  ///   - left: a folder in it that is not looked into.
  func marks(of place: String, called prefix: String, since start: Int64, leaving left: String? = nil) -> [Made] {
    var marks = marks(alone: place, called: prefix, since: start)
    guard let folder = try? folder(place) else { return marks }
    for entry in folder.list(hidden: true, leaving: left).entries where entry.path != left {
      marks.append(Made(path: prefix + place + "/" + entry.path, mark: Mark(entry, since: start)))
    }
    return marks
  }

  /// One file or folder by itself, also where it is not there.
  func marks(alone place: String, called prefix: String = "", since start: Int64) -> [Made] {
    let entry = try? entry(place)
    return [Made(path: prefix + place, mark: entry.map { Mark($0, since: start) } ?? .absent)]
  }
}
