/// A piece of a change of text as it is shown: a run, or unchanged text folded away.
package enum ShownPiece: Sendable, Hashable {
  case run(Run)
  /// Unchanged text that is left out, and how many words that is.
  case folded(String, words: Int)
}

extension TextChange {
  /// The runs with unchanged text folded: beside each change, the rest of its sentence and one more stay.
  ///
  /// - Parameter least: what is shorter than this many words is never folded.
  package func folded(least: Int = 20) -> [ShownPiece] {
    let runs = seen
    var result: [ShownPiece] = []
    for (index, run) in runs.enumerated() {
      guard run.kind == .kept else {
        result.append(.run(run))
        continue
      }
      result += fold(run, first: index == 0, last: index == runs.count - 1, least)
    }
    return result
  }

  /// The runs as a reader sees them: space that is written otherwise is space.
  private var seen: [Run] {
    var result: [Run] = []
    for run in runs {
      let plain = run.kind == .respaced ? Run(.kept, run.text) : run
      if plain.kind == .kept, result.last?.kind == .kept {
        result[result.count - 1].text += plain.text
      } else {
        result.append(plain)
      }
    }
    return result
  }

  private func fold(_ run: Run, first: Bool, last: Bool, _ least: Int) -> [ShownPiece] {
    let tokens = Tokens(run.text)
    let sentences = tokens.sentences(in: tokens.list.indices)
    let context = 2
    let start = first ? 0 : min(context, sentences.count)
    let end = last ? sentences.count : max(start, sentences.count - context)
    guard start < end else { return [.run(run)] }
    let folded = sentences[start].lowerBound..<sentences[end - 1].upperBound
    let words = tokens.words(in: folded)
    guard words >= least else { return [.run(run)] }
    var result: [ShownPiece] = []
    let before = tokens.text(0..<folded.lowerBound)
    let after = tokens.text(folded.upperBound..<tokens.list.count)
    if !before.isEmpty { result.append(.run(Run(.kept, before))) }
    result.append(.folded(tokens.text(folded), words: words))
    if !after.isEmpty { result.append(.run(Run(.kept, after))) }
    return result
  }
}

extension TextChange {
  /// What is shown, block by block: a paragraph, a heading or a list's item each, without the line ends between them.
  ///
  /// Blocks end where they end in the text after; a removed line end alone does not end one. Folded text of several blocks is its own.
  package func shownBlocks(least: Int = 20) -> [[ShownPiece]] {
    var blocks: [[ShownPiece]] = [[]]
    func end() { if blocks[blocks.count - 1].isEmpty == false { blocks.append([]) } }
    for piece in TextChange(runs: softened).folded(least: least) {
      switch piece {
      case .folded(let text, _):
        let tokens = Tokens(text)
        if tokens.list.contains(where: \.endsBlock) { end() }
        blocks[blocks.count - 1].append(piece)
        if tokens.list.contains(where: \.endsBlock) { end() }
      case .run(let run):
        let tokens = Tokens(run.text)
        if run.kind == .removed, tokens.list.allSatisfy(\.isSpace) { continue }
        for block in tokens.blocks {
          let ends = tokens.list[block.upperBound - 1].endsBlock
          let text = tokens.text(block.lowerBound..<block.upperBound - (ends ? 1 : 0))
          if !text.isEmpty {
            blocks[blocks.count - 1].append(.run(Run(run.kind, text, move: run.move)))
          }
          if ends { end() }
        }
      }
    }
    if blocks.last?.isEmpty == true { blocks.removeLast() }
    return blocks
  }
}

extension TextChange {
  /// The runs with a space for each line end that Markdown joins: at the edge of a run only the text around it tells which those are.
  private var softened: [Run] {
    let (after, before) = (softEnds(of: self.after), softEnds(of: self.before))
    var (now, was) = (0, 0)
    return runs.map { run in
      let count = run.text.utf8.count
      let soft = run.after == nil ? before[was..<was + count] : after[now..<now + count]
      now += run.after?.utf8.count ?? 0
      was += run.before?.utf8.count ?? 0
      guard soft.contains(true) else { return run }
      let text = zip(run.text.utf8, soft).map { byte, isSoft in isSoft ? UInt8(ascii: " ") : byte }
      return Run(run.kind, String(decoding: text, as: UTF8.self), was: run.was, move: run.move)
    }
  }

  /// For each byte of a text whether it is a line end that is no more than a space.
  private func softEnds(of text: String) -> [Bool] {
    let tokens = Tokens(text)
    var result = [Bool](repeating: false, count: tokens.bytes.count)
    for token in tokens.list where token.kind == .space {
      for place in token.start..<token.end where tokens.bytes[place] == UInt8(ascii: "\n") { result[place] = true }
    }
    return result
  }
}
