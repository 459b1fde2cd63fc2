/// The middle of what several runs gave.
package enum RunMedian {
  /// The median, with values that are not finite below all others; NaN where it falls on one of
  /// them, and for no values.
  ///
  /// So a run that diverged does not leave the rest to speak for it.
  package static func of(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return .nan }
    let finite = values.filter(\.isFinite).sorted()
    let lost = values.count - finite.count
    func ranked(_ place: Int) -> Double { place < lost ? .nan : finite[place - lost] }
    let (low, high) = (ranked((values.count - 1) / 2), ranked(values.count / 2))
    return low == high ? low : low + (high - low) / 2
  }

  /// Place by place over curves of one length.
  package static func of(curves: [[Double]]) -> [Double] {
    guard let first = curves.first else { return [] }
    return first.indices.map { place in of(curves.map { $0[place] }) }
  }
}
