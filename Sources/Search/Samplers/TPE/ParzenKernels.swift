internal import DenseMath

/// The kernels around the entries of a history: one normal density for each number, cut at the
/// bounds of its scale.
///
/// Widths depend on the neighbours on the same side. What follows from a width is kept as long as
/// the width stays, which beyond a hundred trials is mostly so.
struct ParzenKernels: Sendable {
  /// Widths by dimension and entry; zero where there is none.
  private(set) var widths: [[Double]]
  /// Places and inverse widths of the continuous dimensions, as rows of ``stride``.
  private(set) var means: [Double] = []
  private(set) var inverses: [Double] = []
  /// The negative logarithm of the product of the shares, by entry.
  private(set) var logs: [Double] = []
  private(set) var stride = 0
  private var shares: [[Double]]
  private var isStale: [Bool] = []
  /// The places of the continuous dimensions among all.
  let continuous: [Int]

  init(_ dimensions: [ParzenDimension]) {
    widths = dimensions.map { _ in [] }
    shares = widths
    continuous = dimensions.indices.filter { dimensions[$0].isContinuous }
  }

  /// Brings the kernels up to date with a division of the entries.
  mutating func update(_ history: TPEHistory, _ division: TPEDivision) {
    grow(history)
    let sides = division.sides
    for (d, dimension) in history.dimensions.enumerated() where dimension.choices == nil {
      var sorted: (good: [Int32], bad: [Int32]) = ([], [])
      sorted.bad.reserveCapacity(division.bad.count)
      for entry in history.orders[d] {
        switch sides[Int(entry)] {
        case .none: continue
        case .good: sorted.good.append(entry)
        case .bad: sorted.bad.append(entry)
        }
      }
      setWidths(d, dimension, history.places[d], sorted.good, division.good)
      setWidths(d, dimension, history.places[d], sorted.bad, division.bad)
    }
    for entry in sides.indices where isStale[entry] && sides[entry] != .none {
      logs[entry] = logarithm(entry, history)
      isStale[entry] = false
    }
  }

  /// The width of a kernel is the larger distance to a neighbour, of the outermost ones that to the
  /// inner neighbour, within limits.
  ///
  /// - Source: Optuna 5.0.0, `_calculate_numerical_distributions`.
  private mutating func setWidths(
    _ d: Int, _ dimension: ParzenDimension, _ places: [Double], _ sorted: [Int32],
    _ members: [Int32]
  ) {
    let count = sorted.count
    let sorted = withTies(sorted, members, places)
    let (least, most) = (dimension.leastWidth(count), dimension.range)
    var before = dimension.low
    for i in 0..<count {
      let entry = Int(sorted[i])
      let place = places[entry]
      let after = i + 1 < count ? places[Int(sorted[i + 1])] : dimension.high
      var width = max(place - before, after - place)
      if count >= 2 {
        if i == 0 { width = after - place }
        if i == count - 1 { width = place - before }
      }
      width = min(max(width, least), most)
      if width != widths[d][entry] { set(width, d, dimension, entry, place) }
      before = place
    }
  }

  /// The sorted entries with equal places in the order of ``TieOrder``.
  private func withTies(
    _ sorted: [Int32], _ members: [Int32], _ places: [Double]
  ) -> [Int32] {
    guard (3...TieOrder.longest).contains(sorted.count),
      zip(sorted, sorted.dropFirst()).contains(where: { places[Int($0)] == places[Int($1)] })
    else { return sorted }
    return TieOrder.sorted(members.map { places[Int($0)] }).map { members[$0] }
  }

  private mutating func set(
    _ width: Double, _ d: Int, _ dimension: ParzenDimension, _ entry: Int, _ place: Double
  ) {
    widths[d][entry] = width
    shares[d][entry] = dimension.share(mean: place, width: width)
    isStale[entry] = true
    if let row = continuous.firstIndex(of: d) {
      means[row * stride + entry] = place
      inverses[row * stride + entry] = 1 / width
    }
  }

  private func logarithm(_ entry: Int, _ history: TPEHistory) -> Double {
    var product = 1.0
    for d in shares.indices where history.dimensions[d].choices == nil {
      product *= shares[d][entry]
    }
    if product.isNormal { return -Elementary.log(product) }
    var sum = 0.0
    for (d, dimension) in history.dimensions.enumerated() where dimension.choices == nil {
      sum += dimension.logShare(mean: history.places[d][entry], width: widths[d][entry])
    }
    return -sum
  }

  /// Makes room for new entries.
  private mutating func grow(_ history: TPEHistory) {
    for d in widths.indices {
      let missing = history.count - widths[d].count
      widths[d].append(contentsOf: repeatElement(0, count: missing))
      shares[d].append(contentsOf: repeatElement(1, count: missing))
    }
    isStale.append(contentsOf: repeatElement(true, count: history.count - isStale.count))
    guard history.count > stride else { return }
    let wide = max(64, 2 * history.count + 7) / 8 * 8
    var rows = (means: [Double](), inverses: [Double]())
    for row in continuous.indices {
      let filler = repeatElement(0.0, count: wide - stride)
      rows.means += means[row * stride..<(row + 1) * stride] + filler
      rows.inverses += inverses[row * stride..<(row + 1) * stride] + filler
    }
    (means, inverses) = rows
    logs += repeatElement(0, count: wide - stride)
    stride = wide
  }
}
