/// The search for the best labelling of a domain whose labels may lie a little beyond its ends.
///
/// - Source: Talbot, Lin and Hanrahan 2010, section 4.5: the loops over skip, step, number of
///   labels and power of ten end as soon as the best possible score of what is left falls behind.
enum ExtendedWilkinson {
  /// The best labels for `lower...upper`.
  ///
  /// - Parameters:
  ///   - target: the wanted number of labels, above 1.
  ///   - mustCoverDomain: the outermost labels enclose the domain ("loose" in the paper).
  /// - Returns: nil where the domain is empty or not finite.
  static func labels(
    lower: Double, upper: Double, target: Double, mustCoverDomain: Bool = false
  ) -> LabelSequence? {
    guard lower < upper, (upper - lower).isFinite else { return nil }
    var search = Search(
      lattices: LatticeCache(lower: lower, upper: upper), target: max(target, 1.5),
      mustCoverDomain: mustCoverDomain)
    return search.run()
  }
}

/// The lattices of one domain, each built once.
private struct LatticeCache {
  let lower: Double
  let upper: Double
  /// `10^e <= upper - lower < 10^(e+1)`.
  let spanExponent: Int
  /// The span in units of `10^spanExponent`, 1 up to 10.
  let spanMantissa: Double
  private var built: [TickLattice?] = []
  private var firstExponent = 0

  init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
    let span = upper - lower
    spanExponent = Decimal10.leadingExponent(of: span)
    let quotient = DecimalQuotient(span, unitExponent: spanExponent)
    spanMantissa = quotient.map { Double($0.floor) + $0.fraction } ?? 1
  }

  /// The lattice of `10^exponent`; exponents are asked for in any order around the span's.
  mutating func lattice(_ exponent: Int) -> TickLattice? {
    if built.isEmpty { firstExponent = exponent }
    while exponent < firstExponent {
      firstExponent -= 1
      built.insert(make(firstExponent), at: 0)
    }
    while exponent >= firstExponent + built.count {
      built.append(make(firstExponent + built.count))
    }
    return built[exponent - firstExponent]
  }

  private func make(_ exponent: Int) -> TickLattice? {
    TickLattice(lower: lower, upper: upper, unitExponent: exponent)
  }
}

/// The state of one search.
private struct Search {
  var lattices: LatticeCache
  let target: Double
  let mustCoverDomain: Bool
  private var best: LabelSequence?
  private var bestScore = -2.0

  init(lattices: LatticeCache, target: Double, mustCoverDomain: Bool) {
    self.lattices = lattices
    self.target = target
    self.mustCoverDomain = mustCoverDomain
  }

  mutating func run() -> LabelSequence? {
    var skip = 1
    while true {
      for rank in LabelScore.niceSteps.indices {
        let simplicity = LabelScore.simplicity(rank: rank, skip: skip, hasZero: true)
        guard LabelScore.total(simplicity: simplicity, coverage: 1, density: 1) >= bestScore else {
          return best
        }
        tryCounts(skip: skip, rank: rank, simplicity: simplicity)
      }
      skip += 1
    }
  }

  private mutating func tryCounts(skip: Int, rank: Int, simplicity: Double) {
    var count = 2
    while true {
      let density = LabelScore.greatestDensity(count: count, target: target)
      guard LabelScore.total(simplicity: simplicity, coverage: 1, density: density) >= bestScore
      else { return }
      tryPowers(skip: skip, rank: rank, count: count, simplicity: simplicity, density: density)
      count += 1
    }
  }

  private mutating func tryPowers(
    skip: Int, rank: Int, count: Int, simplicity: Double, density: Double
  ) {
    let niceStep = LabelScore.niceSteps[rank]
    // The least power of ten with which `count + 1` steps reach across the domain.
    var unit = lattices.spanExponent
    var reach = Double(niceStep * skip * (count + 1))
    while reach / 10 >= lattices.spanMantissa {
      reach /= 10
      unit -= 1
    }
    while true {
      guard let lattice = lattices.lattice(unit) else {
        unit += 1
        continue
      }
      let width = Double(niceStep * skip * (count - 1)) / lattice.span
      let coverage = LabelScore.greatestCoverage(width: width)
      guard
        LabelScore.total(simplicity: simplicity, coverage: coverage, density: density) >= bestScore
      else { return }
      tryStarts(on: lattice, skip: skip, rank: rank, count: count)
      unit += 1
    }
  }

  private mutating func tryStarts(on lattice: TickLattice, skip: Int, rank: Int, count: Int) {
    let niceStep = LabelScore.niceSteps[rank]
    let step = niceStep * skip
    let least = (lattice.upper.atMost.floorDivided(by: step) - (count - 1)) * skip
    let greatest = lattice.lower.atLeast.ceilingDivided(by: step) * skip
    guard least <= greatest else { return }
    for multiple in least...greatest {
      let first = multiple * niceStep
      let last = first + step * (count - 1)
      let isCovering = first <= lattice.lower.atMost && last >= lattice.upper.atLeast
      guard isCovering || !mustCoverDomain else { continue }
      let start = lattice.position(of: first)
      let end = lattice.position(of: last)
      let score = LabelScore.total(
        simplicity: LabelScore.simplicity(
          rank: rank, skip: skip, hasZero: first % step == 0 && first <= 0 && last >= 0),
        coverage: LabelScore.coverage(first: start, last: end),
        density: LabelScore.density(count: count, target: target, first: start, last: end))
      if score > bestScore {
        bestScore = score
        best = LabelSequence(exponent: lattice.exponent, start: first, step: step, count: count)
      }
    }
  }
}
