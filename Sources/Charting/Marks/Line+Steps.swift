extension Line {
  /// The corners of a line of steps: each value holds until the next place.
  ///
  ///     let corners = Line.steps(x: trials, y: bestSoFar)
  package static func steps(x: [Double], y: [Double]) -> (x: [Double], y: [Double]) {
    var corners: (x: [Double], y: [Double]) = ([], [])
    for index in 0..<min(x.count, y.count) {
      if index > 0, y[index] != y[index - 1] {
        corners.x.append(x[index])
        corners.y.append(y[index - 1])
      }
      corners.x.append(x[index])
      corners.y.append(y[index])
    }
    return corners
  }
}
