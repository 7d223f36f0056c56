import Bytes
package import Findings

/// The most bytes one page may have, unless its caller says otherwise.
package let longestPage = 32 << 20

extension Library {
  /// Renders a page: appends the bytes of a template, filled from a model, to a buffer.
  ///
  /// In goes the name of a template and the model of the page; out come bytes, the same for the same library and model on any
  /// thread. Names are looked up from the innermost section outwards; what has no value renders as nothing, for `compile` has
  /// refused every name that no model has. Text is escaped wherever it is printed, markup is not where the template says `{{{x}}}`.
  ///
  /// - Returns: nothing, or the finding that stopped the page: it grew beyond `limit` bytes, its templates call each other
  ///   without end, or the data names a template that is not there. The buffer then has only what it had before.
  package func render(
    _ page: String, _ model: Object, limit: Int = longestPage, into out: inout [UInt8]
  ) -> Finding? {
    guard let found = tables[0].names.number(of: Name(page)) else {
      return Finding("theme.no-page", at: .file(page + ".mustache"), ["name": page])
    }
    let routine = Int(tables[0].flat[found])
    let stop = running { (program) -> Stop? in
      var machine = Machine(program, limit: limit)
      do throws(Stop) { try machine.render(routine, model) } catch { return error }
      machine.out.withBytes { out.append(contentsOf: $0) }
      return nil
    }
    return stop.map { finding($0, page, limit) }
  }

  private func finding(_ stop: Stop, _ page: String, _ limit: Int) -> Finding {
    switch stop {
    case .tooLong(let index):
      Finding(
        "template.too-long", at: place(of: index), ["page": page, "limit": String(limit)])
    case .tooDeep(let index), .tooMuch(let index):
      Finding("template.endless", at: place(of: index), ["page": page])
    case .noChoice(let name, let index):
      Finding("template.no-choice", at: place(of: index), ["name": name, "page": page])
    }
  }
}
