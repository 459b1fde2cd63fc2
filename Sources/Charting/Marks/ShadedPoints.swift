/// Points whose colours are magnitudes.
///
///     ShadedPoints(x: rates, y: accuracies, values: trials, scale: scale)
package struct ShadedPoints: Mark, Equatable {
  package var x: [Double]
  package var y: [Double]
  /// What the colours say; points of NaN are not drawn.
  package var values: [Double]
  package var scale: ColorScale
  /// Radius in points.
  package var radius: Double

  package init(
    x: [Double], y: [Double], values: [Double], scale: ColorScale, radius: Double = 2.4
  ) {
    self.x = x
    self.y = y
    self.values = values
    self.scale = scale
    self.radius = radius
  }

  package var overhang: Double { radius + 0.5 }
  package var content: MarkContent { .ground }
  package var xExtent: [Double] { x }
  package var yExtent: [Double] { y }

  package func draw(in frame: Frame, on canvas: inout Canvas) throws(ChartError) {
    let room = frame.rect.inset(by: -0.01)
    let rim = canvas.theme.color(.muted)
    for (index, x) in x.enumerated() {
      let center = frame.point(x, y[index])
      guard center.x >= room.x, center.x <= room.maxX, center.y >= room.y, center.y <= room.maxY,
        let color = scale.color(of: values[index], theme: canvas.theme)
      else { continue }
      // A rim keeps the palest colours apart from paper.
      canvas.fill(Marker.circle.path(at: center, radius: radius, on: canvas), rim)
      canvas.fill(Marker.circle.path(at: center, radius: radius - 0.45, on: canvas), color)
    }
  }
}
