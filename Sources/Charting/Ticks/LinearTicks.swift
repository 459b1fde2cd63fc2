/// Ticks on the multiples of a nice step, all inside the domain.
///
/// The steps and their scores are those of Talbot, Lin and Hanrahan, with two changes, because these
/// labels must not leave the domain as theirs may:
/// - every multiple of the step inside the domain is labelled, so that the step alone is searched;
/// - coverage is measured in steps rather than in tenths of the domain. Up to a step at either end is
///   out of reach anyway; measured in tenths it would drown the other parts of the score.
struct LinearTicks {
  let room: TickRoom
  /// The part of the domain where labels may stand.
  let lower: Double
  let upper: Double

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
    guard labels[1].value > labels[0].value else { return nil }
    // Places in the whole domain, of which this part may leave out the ends.
    let share = (upper - lower) / (room.scale.upper - room.scale.lower)
    let offset = (lower - room.scale.lower) / (room.scale.upper - room.scale.lower)
    let start = offset + share * lattice.position(of: first * step)
    let end = offset + share * lattice.position(of: last * step)
    let stepWidth = share * Double(step) / lattice.span
    let score = LabelScore.total(
      simplicity: LabelScore.simplicity(rank: rank, skip: 1, hasZero: first <= 0 && last >= 0),
      coverage: 1 - 0.5 * (start * start + (1 - end) * (1 - end)) / (stepWidth * stepWidth),
      density: LabelScore.density(count: count, target: room.target, first: start, last: end))
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
      if value >= lower && value <= upper { return number.reduced }
    }
    return Decimal10(shortest: lower)
  }
}
