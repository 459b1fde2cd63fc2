extension ContourGrid {
  /// The contour lines at each of `levels`, in the order of the levels; NaN and infinity have none.
  package func lines(at levels: [Double]) -> [ContourLine] {
    let tracer = ContourTracer(self)
    return levels.filter(\.isFinite).flatMap { tracer.lines(at: $0) }
  }

  /// Nested regions, to be painted one over the other: each covers all that is at least its level,
  /// so that neighbours of different colour have no seam between them.
  ///
  /// The first is everything (its level is minus infinity), then come `levels` in ascending order.
  /// Regions without a polygon are left out.
  package func nestedRegions(at levels: [Double]) -> [ContourRegion] {
    let tracer = ContourTracer(self)
    let ascending = [-Double.infinity] + levels.filter(\.isFinite).sorted()
    return ascending.map { tracer.region(above: $0) }.filter { !$0.rings.isEmpty }
  }

  /// The least and greatest finite value; nil where there is none.
  package var range: (lower: Double, upper: Double)? {
    let extent = DataExtent(kind: .linear, of: values)
    guard let lower = extent.lower, let upper = extent.upper else { return nil }
    return (lower, upper)
  }
}
