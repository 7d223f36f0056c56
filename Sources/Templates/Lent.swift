import Bytes
import Typesetting

/// An entry of an object where it lies: looked at and not taken, so that no reference is counted.
///
/// What can be copied is copied at each look, and its references with it, because somebody might take it away meanwhile. A model
/// outlives its rendering and does not change. The same two things in the same order as an `Entry`, and read in its place.
struct LentEntry: ~Copyable {
  let name: Name
  private let value: Value

  /// What a section goes through.
  enum Inside {
    case nothing, once, item
    case object(Contexts.Frame)
    case list(UnsafeBufferPointer<LentObject>)
  }

  var isTrue: Bool {
    switch inside {
    case .nothing: false
    case .list(let objects): !objects.isEmpty
    case .once, .item, .object: true
    }
  }

  var inside: Inside {
    switch value {
    case .none: .nothing
    case .flag(let flag): flag ? .once : .nothing
    case .text(let text): text.isEmpty ? .nothing : .item
    case .markup(let markup): markup.isEmpty ? .nothing : .item
    case .object(let object): .object(Contexts.Frame(object.entries))
    case .list(let list):
      .list(
        list.withUnsafeBufferPointer { objects in
          UnsafeBufferPointer(
            start: UnsafeRawPointer(objects.baseAddress)?.assumingMemoryBound(to: LentObject.self), count: objects.count)
        })
    }
  }

  /// The name of a template that the data chose, as it is known by.
  var choice: Name? {
    guard case .text(let text) = value, !text.isEmpty else { return nil }
    return Name(text)
  }

  /// The text that it is; empty where it is none.
  var text: String {
    guard case .text(let text) = value else { return "" }
    return text
  }

  func printEscaped(into out: inout Galley) {
    switch value {
    case .text(let text): out.appendHTML(text)
    case .markup(let markup): markup.bytes.withUnsafeBufferPointer { out.appendHTML($0) }
    case .none, .flag, .list, .object: break
    }
  }

  func printMarkup(into out: inout Galley) {
    switch value {
    case .markup(let markup): markup.bytes.withUnsafeBufferPointer { out.append($0) }
    case .text(let text): out.appendHTML(text)
    case .none, .flag, .list, .object: break
    }
  }
}

/// An object where it lies, in the same way.
struct LentObject: ~Copyable {
  private let entries: [Entry]

  var frame: Contexts.Frame { Contexts.Frame(entries) }
}
