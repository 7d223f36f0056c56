import Bytes
import Editions
import Ledger
import Records

extension RegisterFiles {
  /// All that a register is read from but its tools, and the folder in which more of them could appear.
  func names(since start: Int64) -> MarkedNames {
    var names = MarkedNames(in: "")
    names.addAll(of: "Content", in: root, since: start, leaving: "tools")
    names.add("Content/tools", in: root, since: start)
    return names
  }
}

extension Frozen {
  /// All that is read of what stands published but the tools.
  func addNames(to names: inout MarkedNames, since start: Int64) {
    guard let site else { return names.add("Site", .absent) }
    names.add(ProofPath.ledger, in: site, called: Folder.frozen, since: start)
    names.addAll(of: "editions", in: site, called: Folder.frozen, since: start)
  }
}

extension MarkedNames {
  /// Adds a file or folder and all that stands in it.
  ///
  /// - Parameters:
  ///   - prefix: what leads from the register's folder to the one it stands in.
  ///   - left: a folder in it that is not looked into.
  mutating func addAll(of place: String, in folder: Folder, called prefix: String = "", since start: Int64, leaving left: String? = nil) {
    add(place, in: folder, called: prefix, since: start)
    guard let opened = try? folder.folder(place) else { return }
    for entry in opened.list(hidden: true, leaving: left).entries where entry.path != left {
      add(prefix + place + "/" + entry.path, Mark(entry, since: start))
    }
  }

  /// Adds one file or folder by itself, also where it is not there.
  mutating func add(_ place: String, in folder: Folder, called prefix: String = "", since start: Int64) {
    let entry = try? folder.entry(place)
    add(prefix + place, entry.map { Mark($0, since: start) } ?? .absent)
  }
}

extension Folder {
  /// What leads from the register's folder to the site that stands published.
  static let frozen = "Site/"

  /// A folder of this one with all that stands in it; of one that cannot be opened nothing that is ever known again.
  func names(in place: String, called prefix: String, since start: Int64) -> MarkedNames {
    var names = MarkedNames(in: prefix + place)
    guard let folder = try? folder(place), let own = try? entry(place) else {
      names.add(MarkedNames.itself, .none)
      return names
    }
    names.add(MarkedNames.itself, Mark(own, since: start))
    names.add(folder.list(hidden: true).entries, since: start)
    return names
  }
}
