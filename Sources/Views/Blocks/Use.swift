import Records
import Templates

/// Whether a tool is in use, as the head of a page and lists of tools say it in a word or two.
package enum Use: Int, Sendable {
  case notYet, trial, inUse, paused, withdrawing, ended, never

  /// Which of the theme's words says it.
  var word: String {
    switch self {
    case .notYet: "not_yet"
    case .trial: "trial"
    case .inUse: "in_use"
    case .paused: "paused"
    case .withdrawing: "withdrawing"
    case .ended: "ended"
    case .never: "never"
    }
  }

  /// The phase whose sign it has; where that would say too much, none that has a sign of its own.
  var sign: String {
    switch self {
    case .inUse, .withdrawing: "production"
    case .ended, .never: "retired"
    case .notYet, .trial, .paused: word
    }
  }

  var model: Object { [.id: .text(sign), .word: .text("words/status_" + word)] }
}

extension Subject {
  /// From its phase and its notice: only a tool whose record says that it is retired has ended. Nothing where neither says anything.
  var use: Use? {
    if tool.isRetired { return notice?.wasOnlyTried == true ? .never : .ended }
    if let notice { return notice.isPaused ? .paused : .withdrawing }
    guard tool.phase != nil else { return nil }
    switch tool.record.sense(.phase) {
    case .live: return .inUse
    case .trial: return .trial
    default: return .notYet
    }
  }

  /// The same with the day from which it holds, where there is one.
  var statusModel: Object {
    let use = use ?? .notYet
    let (date, dated): (PartDay?, String) =
      switch use {
      case .ended: (notice?.ends, "ended_on")
      case .never: (notice?.ends, "tried")
      case .inUse: (tool.record.day(.started), "in_use_since")
      case .notYet, .trial, .paused, .withdrawing: (nil, "")
      }
    return [
      .template: "fields/word", .word: .text("words/status_" + (date == nil ? use.word : dated)),
      .date: date.map { .object(dateModel($0)) } ?? .none,
    ]
  }
}
