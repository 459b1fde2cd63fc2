internal import DenseMath

extension ParzenEstimator {
  /// The density of each candidate under the prior, in units that both mixtures share.
  func priorDensities(_ candidates: ParzenCandidates) -> [Double] {
    var products = [Double](repeating: 1, count: candidates.count)
    var squares = [Double](repeating: 0, count: candidates.count)
    for (d, dimension) in dimensions.enumerated() {
      if let choices = dimension.choices {
        for c in products.indices { products[c] *= 1 / Double(choices) }
        continue
      }
      let (mean, width) = (0.5 * (dimension.low + dimension.high), dimension.range)
      let share = dimension.share(mean: mean, width: width)
      for c in products.indices {
        if dimension.isContinuous {
          let z = (candidates.places[d][c] - mean) / width
          squares[c] += z * z
          products[c] *= 1 / share
        } else {
          let cell = dimension.cell(candidates.values[d][c])
          products[c] *= dimension.cellMass(cell, mean: mean, width: width) / share
        }
      }
    }
    return products.indices.map { products[$0] * Elementary.exp(-0.5 * squares[$0]) }
  }

  /// The density of each candidate under the mixture of some entries and the prior.
  ///
  /// - Parameter isCompact: Whether the entries are few, and worth copying together; else the
  ///   kernels of all entries are passed over, those of others with a weight of zero.
  func densities(
    _ candidates: ParzenCandidates, of entries: [Int32], isCompact: Bool, prior: [Double],
    _ tables: inout [CellTable]
  ) -> [Double] {
    let weights = TPEOptions.weights(entries.count)
    // The prior weighs 1, alone too.
    let total = weights.reduce(1, +)
    let rows = KernelRows(kernels, entries, history.count, isCompact: isCompact)
    var row = [Double](repeating: 0, count: rows.stride)
    for (k, entry) in entries.enumerated() {
      row[isCompact ? k : Int(entry)] = weights[k] / total
    }
    var densities = prior.map { $0 / total }
    let discrete = dimensions.indices.filter { !dimensions[$0].isContinuous }
    var factors = discrete.map { _ in [ValueRow]() }
    for group in groups(candidates, by: discrete) {
      var groupRow = row
      for (i, d) in discrete.enumerated() {
        let value = candidates.values[d][group[0]]
        let known = factors[i].firstIndex { $0.value == value }
        if known == nil {
          var factor = ValueRow(value: value, row: row)
          fill(&factor, d, entries, isCompact: isCompact, &tables[d])
          factors[i].append(factor)
        }
        multiply(&groupRow, by: factors[i][known ?? factors[i].count - 1].row, rows.kernels)
      }
      var points: [Double] = []
      for c in group { points += kernels.continuous.map { candidates.places[$0][c] } }
      var sums = [Double](repeating: 0, count: group.count)
      NormalMixture.densities(
        of: points, dimensions: kernels.continuous.count, means: rows.means,
        inverses: rows.inverses, logs: rows.logs, weights: groupRow, kernels: rows.kernels,
        into: &sums)
      for (c, sum) in zip(group, sums) { densities[c] += sum }
    }
    return densities
  }

  /// The probability of one value under the kernel of each entry.
  private struct ValueRow {
    let value: Double
    var row: [Double]
  }

  /// Candidates that agree in all stepped numbers and choices.
  private func groups(_ candidates: ParzenCandidates, by discrete: [Int]) -> [[Int]] {
    if discrete.isEmpty { return [Array(0..<candidates.count)] }
    var groups: [[Int]] = []
    for c in 0..<candidates.count {
      let place = groups.firstIndex { group in
        discrete.allSatisfy { candidates.values[$0][group[0]] == candidates.values[$0][c] }
      }
      if let place { groups[place].append(c) } else { groups.append([c]) }
    }
    return groups
  }

  /// Fills in the probability of a value under the kernel of each entry.
  private func fill(
    _ factor: inout ValueRow, _ d: Int, _ entries: [Int32], isCompact: Bool,
    _ table: inout CellTable
  ) {
    let places = history.places[d]
    guard let choices = dimensions[d].choices else {
      table.fill(
        &factor.row, value: factor.value, entries: entries, places: places,
        cells: history.cells[d], widths: kernels.widths[d],
        least: dimensions[d].leastWidth(entries.count), isCompact: isCompact)
      return
    }
    let (table, value) = (ChoiceTable(observations: entries.count, choices: choices), factor.value)
    for (k, entry) in entries.enumerated() {
      let mass = places[Int(entry)] == value ? table.hit : table.miss
      factor.row[isCompact ? k : Int(entry)] = mass
    }
  }

  private func multiply(_ row: inout [Double], by factors: [Double], _ count: Int) {
    row.withUnsafeMutableBufferPointer { row in
      factors.withUnsafeBufferPointer { factors in
        for i in 0..<count { row[i] *= factors[i] }
      }
    }
  }
}
