extension TextSetter {
  /// The ticks of an axis or colour bar of `length` points, chosen with the true widths of their
  /// labels.
  ///
  /// - Throws: `ChartError.missingGlyph` when no face has a character of a label.
  func ticks(
    for scale: ContinuousScale, length: Double, isVertical: Bool, bounds: HardBounds,
    wholeNumbers: Bool = false, style: TextStyle
  ) throws(ChartError) -> [Tick] {
    var failure: ChartError?
    let ticks = Ticks.generate(
      for: scale, length: length,
      spacing: isVertical ? min(34, max(16, length / 3)) : min(64, max(22, length / 3)),
      gap: isVertical ? 2 : 6, bounds: bounds,
      wholeNumbers: wholeNumbers
    ) { label in
      guard !isVertical else { return style.height }
      do throws(ChartError) {
        return try width(label, style)
      } catch {
        failure = error
        return 0
      }
    }
    if let failure { throw failure }
    return ticks
  }
}
