/// The probabilities of the cells of a stepped scale under kernels that stand on its values.
///
/// Most kernels have the least width, which from a hundred trials on stays the same: for these each
/// probability is computed once.
struct CellTable: Sendable {
  private let dimension: ParzenDimension
  private let count: Int
  private let isByDistance: Bool
  /// The width that the known ones are for.
  private var width = 0.0
  /// By cell and kernel, or by their distance; -1 where it is not known yet.
  private var masses: [Double] = []

  /// Most entries of a table.
  private static let most = 1 << 20
  /// Probabilities below this are nothing beside that of the prior, and make products denormal, which
  /// costs the processor a hundred times a product.
  private static let least = 1e-80
  /// So many widths from the mean the whole tail is less than that.
  private static let reach = 19.5

  init(_ dimension: ParzenDimension) {
    self.dimension = dimension
    count = dimension.cells
    // Steps of a log scale differ in length.
    isByDistance = !dimension.isLog
  }

  /// Fills a row with the probability of the cell of a value under the kernel of each entry.
  ///
  /// - Parameters:
  ///   - least: The least width, that of most kernels.
  mutating func fill(
    _ row: inout [Double], value: Double, entries: [Int32], places: [Double], cells: [Int32],
    widths: [Double], least: Double, isCompact: Bool
  ) {
    let bounds = dimension.cell(value)
    let cell = dimension.cell(of: value) ?? -1
    let size = isByDistance ? count : count.multipliedReportingOverflow(by: count).partialValue
    let isKept = cell >= 0 && count <= Self.most && size <= Self.most
    if isKept && width != least {
      width = least
      masses = [Double](repeating: -1, count: size)
    }
    for k in entries.indices {
      let entry = Int(entries[k])
      let place = isCompact ? k : entry
      let kernel = Int(cells[entry])
      guard isKept, kernel >= 0, widths[entry] == least else {
        row[place] = mass(bounds, places[entry], widths[entry])
        continue
      }
      let index = isByDistance ? abs(cell - kernel) : cell * count + kernel
      var known = masses[index]
      if known < 0 {
        known = mass(bounds, places[entry], least)
        masses[index] = known
      }
      row[place] = known
    }
  }

  private func mass(
    _ bounds: (low: Double, high: Double), _ mean: Double, _ width: Double
  ) -> Double {
    let reach = Self.reach * width
    if bounds.low - mean > reach || mean - bounds.high > reach { return 0 }
    let mass = dimension.cellMass(bounds, mean: mean, width: width)
    return mass < Self.least ? 0 : mass
  }
}
