/// The probabilities that a kernel gives to choices: a share of the prior for each, and one more for
/// the choice that was observed.
struct ChoiceTable: Equatable, Sendable {
  let choices: Int
  /// The probability of the choice that was observed.
  let hit: Double
  /// The probability of each other one.
  let miss: Double

  /// The table of each kernel among `observations`.
  init(observations: Int, choices: Int) {
    self.choices = choices
    let share = 1 / Double(observations + 1)
    let sum = Double(choices - 1) * share + (share + 1)
    hit = (share + 1) / sum
    miss = share / sum
  }

  /// The probability of each choice under the prior.
  var even: Double { 1 / Double(choices) }

  /// Returns the choice at a number in [0, 1); nil as the observed one is the prior.
  func choice(at u: Double, observed: Int?) -> Int {
    var total = 0.0
    for choice in 0..<choices - 1 {
      total += observed.map { $0 == choice ? hit : miss } ?? even
      if total >= u { return choice }
    }
    return choices - 1
  }
}
