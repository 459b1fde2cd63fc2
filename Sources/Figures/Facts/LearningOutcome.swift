/// Whether a network learned anything.
enum LearningOutcome: String {
  case learns, diverges
  case guesses = "does not learn"

  func name(_ language: Language) -> String {
    switch self {
    case .learns: language.pick(rawValue, "학습")
    case .guesses: language.pick(rawValue, "학습 못함")
    case .diverges: language.pick(rawValue, "발산")
    }
  }
}
