/// Ticks on the multiples of a nice step, all inside the domain.
///
/// The steps and their scores are those of Talbot, Lin and Hanrahan, with these changes, because the
/// labels must not leave the domain as theirs may, and because they can be measured:
/// - every multiple of the step inside the domain is labelled, so that the step alone is searched;
/// - coverage ends at -1: up to a step at either end is out of reach anyway, and would drown the other
///   parts of the score;
/// - legibility is -1 for a step of 2.5 units that costs one more decimal than 2 or 5 would, and labels
///   that come too near to each other are out.
struct LinearTicks {
  let room: TickRoom
  /// The part of the domain where labels may stand.
  let lower: Double
  let upper: Double
  /// Labels are whole numbers: epochs, steps, counts.
  let isWhole: Bool

  /// The worst coverage that a candidate is charged with.
  private static let leastCoverage = -1.0

  func ticks() -> [Tick] {
    guard lower < upper else {
      return lower == upper ? Decimal10(shortest: lower).map { [tick($0)] } ?? [] : []
    }
    let candidates = candidates()
    if let ticks = best(of: candidates) { return ticks }
    // A few neighbouring numbers hold no two multiples of anything: label the ends.
    if candidates.isEmpty, let ends = ends() { return ends }
    return single().map { [tick($0)] } ?? []
  }

  private func tick(_ number: Decimal10) -> Tick {
    Tick(value: number.value, label: number.text)
  }

  // MARK: The search

  private struct Candidate {
    let labels: LabelSequence
    let score: Double
  }

  /// Steps that give two labels or more, the best ones first.
  private func candidates() -> [Candidate] {
    let leading = Decimal10.leadingExponent(of: upper - lower)
    var candidates: [Candidate] = []
    // Steps are one to fifty units: from a tenth of the leading digit to five times of it.
    for unit in [leading - 1, leading - 2] {
      guard let lattice = TickLattice(lower: lower, upper: upper, unitExponent: unit) else {
        continue
      }
      for rank in LabelScore.niceSteps.indices {
        if let candidate = candidate(on: lattice, rank: rank) { candidates.append(candidate) }
      }
    }
    // In the order of the paper's steps where two are equally good.
    return candidates.enumerated().sorted { a, b in
      a.element.score != b.element.score
        ? a.element.score > b.element.score : a.offset < b.offset
    }.map(\.element)
  }

  private func candidate(on lattice: TickLattice, rank: Int) -> Candidate? {
    let step = LabelScore.niceSteps[rank]
    let first = lattice.lower.atLeast.ceilingDivided(by: step)
    let last = lattice.upper.atMost.floorDivided(by: step)
    let count = last - first + 1
    guard count >= 2, count <= TickRoom.greatestCount else { return nil }
    let labels = LabelSequence(
      exponent: lattice.exponent, start: first * step, step: step, count: count)
    guard labels.exponent >= 0 || !isWhole else { return nil }
    guard (1..<count).allSatisfy({ labels[$0 - 1].value < labels[$0].value }) else { return nil }
    // Places in the whole domain, of which this part may leave out the ends.
    let share = (upper - lower) / (room.scale.upper - room.scale.lower)
    let offset = (lower - room.scale.lower) / (room.scale.upper - room.scale.lower)
    let start = offset + share * lattice.position(of: first * step)
    let end = offset + share * lattice.position(of: last * step)
    let score = LabelScore.total(
      simplicity: LabelScore.simplicity(rank: rank, skip: 1, hasZero: first <= 0 && last >= 0),
      coverage: max(LabelScore.coverage(first: start, last: end), Self.leastCoverage),
      density: LabelScore.density(count: count, target: room.target, first: start, last: end),
      legibility: labels.step == 25 && labels.exponent < 0 ? -1 : 1)
    return Candidate(labels: labels, score: score)
  }

  /// The ticks of the best candidate whose labels have room.
  private func best(of candidates: [Candidate]) -> [Tick]? {
    for candidate in candidates {
      let labels = candidate.labels
      let greatest =
        labels.first.mantissa.magnitude > labels.last.mantissa.magnitude
        ? labels.first : labels.last
      let style = NumberStyle(greatest: greatest)
      let ticks = room.ticks(labels.count) { index in
        Tick(value: labels[index].value, label: style.text(labels[index]))
      }
      if let ticks { return ticks }
    }
    return nil
  }

  // MARK: Fewer than two multiples

  private func ends() -> [Tick]? {
    guard let first = Decimal10(shortest: lower), let last = Decimal10(shortest: upper) else {
      return nil
    }
    return room.ticks(2) { tick($0 == 0 ? first : last) }
  }

  /// The roundest number of the domain: zero, or the multiple of the greatest power of ten.
  private func single() -> Decimal10? {
    if lower <= 0 && upper >= 0 { return Decimal10(mantissa: 0, exponent: 0) }
    let middle = lower + (upper - lower) / 2
    for digits in 1...17 {
      guard let number = Decimal10(middle, significantDigits: digits) else { return nil }
      let value = number.value
      guard value >= lower, value <= upper, value == value.rounded() || !isWhole else { continue }
      return number.reduced
    }
    return Decimal10(shortest: lower)
  }
}
