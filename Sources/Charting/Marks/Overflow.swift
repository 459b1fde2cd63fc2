/// A small wedge at an end of the x axis: values lie beyond it.
///
///     Overflow(.high)
package struct Overflow: Mark, Equatable {
  package enum Side: Equatable, Sendable { case low, high }

  package var side: Side
  /// Sets the wedge off from bars under it by a back and a rim of paper.
  package var hasRim: Bool

  package init(_ side: Side, hasRim: Bool = false) {
    self.side = side
    self.hasRim = hasRim
  }

  package var xExtent: [Double] { [] }
  package var yExtent: [Double] { [] }

  package func draw(in frame: Frame, on canvas: inout Canvas) throws(ChartError) {
    let rect = frame.rect
    let length = 4.5
    let direction = side == .high ? 1.0 : -1.0
    let tip = side == .high ? rect.maxX - 1 : rect.x + 1
    let middle = rect.y + length
    let wedge = ScenePath(
      points: [
        Point(x: tip, y: middle), Point(x: tip - direction * length, y: middle - length * 0.7),
        Point(x: tip - direction * length, y: middle + length * 0.7),
      ].map { canvas.fixed($0) }, closed: true)
    if hasRim {
      canvas.fill(wedge, canvas.theme.paper)
      canvas.stroke(wedge, width: 2, canvas.theme.paper)
    }
    canvas.fill(wedge, canvas.theme.color(.ink))
  }
}
