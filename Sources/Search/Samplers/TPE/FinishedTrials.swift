/// How many trials of a study are complete or pruned, and which parameters all of them have.
///
/// Kept from one suggestion to the next, for the trials of a study that are finished do not change.
struct FinishedTrials: Sendable {
  private(set) var count = 0
  /// By name; with the same distribution in every trial.
  private(set) var shared: [SearchParameter] = []
  private var numbers: [Int] = []
  private var isCounted: [Bool] = []
  private var firstOpen = 0

  /// Takes in what changed since the last time.
  mutating func update(to study: Study) {
    let trials = study.trials
    let isOther =
      trials.count < numbers.count || numbers.indices.contains { trials[$0].number != numbers[$0] }
    if isOther { self = FinishedTrials() }
    for trial in trials[numbers.count...] {
      numbers.append(trial.number)
      isCounted.append(false)
    }
    for i in firstOpen..<trials.count where !isCounted[i] {
      guard trials[i].state.isFinished else { continue }
      isCounted[i] = true
      let isKnown =
        trials[i].state == .pruned
        || trials[i].state == .complete && trials[i].value?.isNaN == false
      if !isKnown { continue }
      let parameters = trials[i].parameters
      if count == 0 {
        shared = SearchSpace.sorted(
          parameters.map { SearchParameter(name: $0.name, distribution: $0.distribution) })
      } else {
        shared.removeAll { one in
          !parameters.contains { $0.name == one.name && $0.distribution == one.distribution }
        }
      }
      count += 1
    }
    while firstOpen < isCounted.count && isCounted[firstOpen] { firstOpen += 1 }
  }
}
