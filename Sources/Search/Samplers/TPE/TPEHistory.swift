/// The trials of a study as the estimator needs them, kept from one suggestion to the next.
///
/// Each trial is an entry with a place in every dimension; sorted orders are kept by insertion, so
/// that a suggestion costs little more than one pass over the entries.
struct TPEHistory: Sendable {
  let dimensions: [ParzenDimension]
  let direction: StudyDirection
  private var numbers: [Int] = []
  private(set) var states: [TrialState] = []
  /// Whether the trial has a value for each dimension.
  private(set) var isUsable: [Bool] = []
  private var losses: [Double] = []
  /// Orders pruned trials: later ones first, then better ones.
  private var prunedKeys: [(Double, Double)] = []
  /// Places, by dimension and entry.
  private(set) var places: [[Double]]
  /// Places among the values of a stepped scale, by dimension and entry; -1 for those between them.
  private(set) var cells: [[Int32]]
  /// Entries by place, of equal ones the earlier first, by dimension.
  private(set) var orders: [[Int32]]
  /// Complete entries by loss, of equal ones the earlier first.
  private var completeOrder: [Int32] = []
  private var pruned: [Int32] = []
  private var firstUnfinished = 0
  /// The number of complete and pruned trials.
  private(set) var finished = 0

  init(_ dimensions: [ParzenDimension], direction: StudyDirection) {
    self.dimensions = dimensions
    self.direction = direction
    places = dimensions.map { _ in [] }
    cells = dimensions.map { _ in [] }
    orders = dimensions.map { _ in [] }
  }

  /// The number of entries.
  var count: Int { states.count }

  /// Takes in what changed since the last time: new trials, and the ends of running ones.
  ///
  /// - Returns: Whether the trials go on from those that are known; if not, nothing is right any
  ///   more, and a new history must be made.
  mutating func update(to trials: [Trial]) -> Bool {
    guard trials.count >= count else { return false }
    for entry in 0..<count where trials[entry].number != numbers[entry] { return false }
    for entry in firstUnfinished..<count {
      let trial = trials[entry]
      if states[entry].isFinished { continue }
      guard isUnchanged(entry, trial) else { return false }
      if trial.state != states[entry] { settle(entry, trial) }
    }
    let first = count
    for trial in trials[first...] { append(trial) }
    let added = (first..<count).filter { isUsable[$0] }.map(Int32.init)
    for d in dimensions.indices where dimensions[d].choices == nil {
      insert(added, intoOrder: d)
    }
    while firstUnfinished < count && states[firstUnfinished].isFinished { firstUnfinished += 1 }
    return true
  }

  /// Divides the entries: the best of the finished ones are good, the others and the running ones
  /// bad.
  ///
  /// - Parameter countsRunning: Whether running ones are bad; else they are on no side.
  /// - Source: Optuna 5.0.0, `_split_trials`.
  func division(countsRunning: Bool) -> TPEDivision {
    var rest = TPEOptions.goodTrials(of: finished)
    var sides = states.map { state -> TPEDivision.Side in
      switch state {
      case .complete, .pruned: .bad
      case .running: countsRunning ? .bad : .none
      case .failed, .waiting: .none
      }
    }
    for entry in completeOrder.prefix(rest) { sides[Int(entry)] = .good }
    rest -= min(rest, completeOrder.count)
    if rest > 0 {
      let order = pruned.sorted {
        let (a, b) = (prunedKeys[Int($0)], prunedKeys[Int($1)])
        return a != b ? a < b : $0 < $1
      }
      for entry in order.prefix(rest) { sides[Int(entry)] = .good }
    }
    for entry in sides.indices where !isUsable[entry] { sides[entry] = .none }
    return TPEDivision(sides)
  }

  private mutating func append(_ trial: Trial) {
    let entry = states.count
    numbers.append(trial.number)
    states.append(.waiting)
    losses.append(0)
    prunedKeys.append((1, 0))
    var isWhole = true
    for (d, dimension) in dimensions.enumerated() {
      let value = value(of: dimension, in: trial)
      places[d].append(value.map(dimension.place) ?? 0)
      if !dimension.isContinuous {
        cells[d].append(value.flatMap(dimension.cell(of:)).map(Int32.init) ?? -1)
      }
      if value == nil { isWhole = false }
    }
    isUsable.append(isWhole)
    settle(entry, trial)
  }

  /// Takes down the state of a trial that was not finished so far.
  private mutating func settle(_ entry: Int, _ trial: Trial) {
    states[entry] = trial.state
    switch trial.state {
    case .complete:
      guard let value = trial.value, !value.isNaN else {
        states[entry] = .failed
        return
      }
      losses[entry] = direction.loss(value)
      finished += 1
      let place = upperBound(of: losses[entry], in: completeOrder, entry) { losses[$0] }
      completeOrder.insert(Int32(entry), at: place)
    case .pruned:
      if let last = trial.intermediates.last {
        let loss = last.value.isNaN ? .infinity : direction.loss(last.value)
        prunedKeys[entry] = (-Double(last.step), loss)
      }
      finished += 1
      pruned.append(Int32(entry))
    case .running, .waiting, .failed: break
    }
  }

  private func isUnchanged(_ entry: Int, _ trial: Trial) -> Bool {
    dimensions.indices.allSatisfy { d in
      guard let value = value(of: dimensions[d], in: trial) else { return !isUsable[entry] }
      return isUsable[entry] && places[d][entry] == dimensions[d].place(value)
    }
  }

  private func value(of dimension: ParzenDimension, in trial: Trial) -> Double? {
    trial[dimension.parameter.name].flatMap { dimension.place($0).isFinite ? $0 : nil }
  }

  /// Sorts entries into the order of a dimension: a few by insertion, many at once.
  private mutating func insert(_ entries: [Int32], intoOrder d: Int) {
    if entries.count <= 16 {
      for entry in entries {
        let place = upperBound(of: places[d][Int(entry)], in: orders[d], Int(entry)) {
          places[d][$0]
        }
        orders[d].insert(entry, at: place)
      }
    } else {
      let column = places[d]
      orders[d].append(contentsOf: entries)
      orders[d].sort {
        let (a, b) = (column[Int($0)], column[Int($1)])
        return a != b ? a < b : $0 < $1
      }
    }
  }

  /// The first place of an order whose entry comes after the given key and entry.
  private func upperBound(
    of key: Double, in order: [Int32], _ entry: Int, key keyOf: (Int) -> Double
  ) -> Int {
    var (low, high) = (0, order.count)
    while low < high {
      let middle = (low + high) / 2
      let other = Int(order[middle])
      if keyOf(other) < key || (keyOf(other) == key && other < entry) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
