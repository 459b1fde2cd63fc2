/// What a check says of a mutant.
package enum MutantAnswer: Sendable {
  case equal
  case differs(String)
  /// It cannot be checked: a figure without a recipe is none.
  case refused(String)

  package init(_ text: () throws -> (isEqual: Bool, text: String)) {
    do {
      let answer = try text()
      self = answer.isEqual ? .equal : .differs(answer.text)
    } catch {
      self = .refused("\(error)")
    }
  }

  /// Whether it is the right one.
  package func isRight(for mutation: Mutation) -> Bool {
    switch self {
    case .equal: mutation.isHarmless
    case .differs: !mutation.isHarmless
    case .refused: mutation == .chunksStripped
    }
  }

  package var text: String {
    switch self {
    case .equal: "equal"
    case .differs(let text), .refused(let text): text
    }
  }
}
