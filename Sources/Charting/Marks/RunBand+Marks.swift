extension RunBand {
  /// The median of several runs as a line over the band of their spread.
  ///
  ///     RunBand.range.marks(of: runs, series: Series(0, "Adam"), meaning: "min to max of 5 seeds")
  ///
  /// - Parameter meaning: what the band is, for the legend; several series may say the same.
  package func marks(of runs: [RunCurve], series: Series, meaning: String) -> [any Mark] {
    let points = points(of: runs)
    let x = points.map(\.x)
    return [
      Band(
        x: x, low: points.map(\.lower), high: points.map(\.upper), ink: .series(series.index),
        meaning: meaning),
      Line(x: x, y: points.map(\.median), series: series, hasRim: true),
    ]
  }
}
