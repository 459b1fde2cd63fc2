/// What checks say of the mutants of many figures, as a table of mutations by figures.
package struct MutantTable {
  /// One mutant of one figure.
  package struct Cell {
    package var figure: String
    package var mutation: Mutation
    package var isForged: Bool
    package var verify: MutantAnswer?
    package var guarding: MutantAnswer?
    /// What a comparison of the pictures with a tolerance says; nil for what no reader sees.
    package var tolerance: MutantAnswer?

    package init(figure: String, mutation: Mutation, isForged: Bool) {
      self.figure = figure
      self.mutation = mutation
      self.isForged = isForged
    }

    fileprivate var answers: [(letter: String, answer: MutantAnswer?)] {
      [("v", verify), ("g", guarding), ("t", tolerance)]
    }

    fileprivate var name: String { mutation.rawValue + (isForged ? ", forged" : "") }
  }

  private var cells: [Cell] = []

  package init() {}

  package mutating func append(_ cell: Cell) { cells.append(cell) }

  package var count: Int { cells.count }

  /// Each wrong answer in a line.
  package var errors: [String] {
    cells.flatMap { cell in
      cell.answers.compactMap { letter, answer in
        guard let answer, !answer.isRight(for: cell.mutation) else { return nil }
        return "\(cell.figure), \(cell.name), \(letter): \(answer.text)"
      }
    }
  }

  /// The table, what its letters mean, and the rate.
  package var text: String {
    var figures: [String] = []
    var names: [String] = []
    for cell in cells {
      if !figures.contains(cell.figure) { figures.append(cell.figure) }
      if !names.contains(cell.name) { names.append(cell.name) }
    }
    let width = (names.map(\.count).max() ?? 0) + 2
    var lines = figures.enumerated().map { "\($0 + 1)".padded(to: 4) + $1 }
    lines.append(
      "".padded(to: width) + figures.indices.map { "\($0 + 1)".padded(to: 4) }.joined())
    for name in names {
      lines.append(
        name.padded(to: width)
          + figures.map { figure in
            mark(cells.first { $0.figure == figure && $0.name == name }).padded(to: 4)
          }.joined())
    }
    let answers = cells.flatMap { cell in
      cell.answers.compactMap { $0.answer?.isRight(for: cell.mutation) }
    }
    lines.append(
      "v verify, g guard, t tolerance: right answers; ! a wrong one; - nothing to alter")
    lines.append(
      "\(cells.count) mutants of \(figures.count) figures: \(answers.count { $0 }) of "
        + "\(answers.count) answers right")
    return (lines + errors).joined(separator: "\n")
  }

  private func mark(_ cell: Cell?) -> String {
    guard let cell else { return "-" }
    return cell.answers.map { letter, answer in
      guard let answer else { return "" }
      return answer.isRight(for: cell.mutation) ? letter : "!"
    }.joined()
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
