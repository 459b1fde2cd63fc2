/// The multiples of each nice step that lie in a range, in the order of their merit.
///
/// The steps and their scores are those of Talbot, Lin and Hanrahan, with these changes, because
/// the labels must not leave the range as theirs may:
/// - every multiple of the step in the range is labelled, so that the step alone is searched;
/// - coverage ends at -1: up to a step at either end is out of reach anyway, and would drown the
///   other parts of the score;
/// - legibility is -1 for a step of 2.5 units that costs one more decimal than 2 or 5 would.
struct NiceSteps {
  /// Where labels may stand; `lower < upper`.
  let lower: Double
  let upper: Double
  /// The whole of the axis, of which `lower...upper` may leave out the ends.
  let domain: (lower: Double, upper: Double)
  /// The wanted number of labels, above 1.
  let target: Double
  let greatestCount: Int
  /// Labels are whole numbers only.
  let isWhole: Bool

  /// The worst coverage that a candidate is charged with.
  private static let leastCoverage = -1.0

  /// Sequences of two labels or more, the best ones first; in the order of the paper's steps where
  /// two are equally good.
  func sequences() -> [LabelSequence] {
    let leading = Decimal10.leadingExponent(of: upper - lower)
    var candidates: [(labels: LabelSequence, score: Double)] = []
    // From a tenth of the leading digit's unit, which is ten times the lattice's, to five units.
    for unit in [leading - 1, leading - 2] {
      let lattice = TickLattice(lower: lower, upper: upper, unitExponent: unit)
      for rank in LabelScore.niceSteps.indices {
        if let candidate = lattice.flatMap({ candidate(on: $0, rank: rank) }) {
          candidates.append(candidate)
        }
      }
    }
    let order = candidates.indices.sorted { a, b in
      candidates[a].score != candidates[b].score
        ? candidates[a].score > candidates[b].score : a < b
    }
    return order.map { candidates[$0].labels }
  }

  private func candidate(
    on lattice: TickLattice, rank: Int
  ) -> (labels: LabelSequence, score: Double)? {
    let step = LabelScore.niceSteps[rank]
    let first = lattice.lower.atLeast.ceilingDivided(by: step)
    let last = lattice.upper.atMost.floorDivided(by: step)
    let count = last - first + 1
    guard count >= 2, count <= greatestCount else { return nil }
    let labels = LabelSequence(
      exponent: lattice.exponent, start: first * step, step: step, count: count)
    guard labels.exponent >= 0 || !isWhole else { return nil }
    guard (1..<count).allSatisfy({ labels[$0 - 1].value < labels[$0].value }) else { return nil }
    // Places in the whole domain.
    let share = (upper - lower) / (domain.upper - domain.lower)
    let offset = (lower - domain.lower) / (domain.upper - domain.lower)
    let start = offset + share * lattice.position(of: first * step)
    let end = offset + share * lattice.position(of: last * step)
    let score = LabelScore.total(
      simplicity: LabelScore.simplicity(rank: rank, skip: 1, hasZero: first <= 0 && last >= 0),
      coverage: max(LabelScore.coverage(first: start, last: end), Self.leastCoverage),
      density: LabelScore.density(count: count, target: target, first: start, last: end),
      legibility: labels.step == 25 && labels.exponent < 0 ? -1 : 1)
    return (labels, score)
  }
}
