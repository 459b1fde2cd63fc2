/// A small wedge at an end of the x axis: values lie beyond it.
///
///     Overflow(.high)
package struct Overflow: Mark, Equatable {
  package enum Side: Equatable, Sendable { case low, high }

  package var side: Side

  package init(_ side: Side) {
    self.side = side
  }

  package var xExtent: [Double] { [] }
  package var yExtent: [Double] { [] }

  package func draw(in frame: Frame, on canvas: inout Canvas) throws(ChartError) {
    let rect = frame.rect
    let length = 4.5
    let direction = side == .high ? 1.0 : -1.0
    let tip = side == .high ? rect.maxX - 1 : rect.x + 1
    let middle = rect.y + length
    canvas.fill(
      ScenePath(
        points: [
          Point(x: tip, y: middle), Point(x: tip - direction * length, y: middle - length * 0.7),
          Point(x: tip - direction * length, y: middle + length * 0.7),
        ].map { canvas.fixed($0) }, closed: true), canvas.theme.color(.ink))
  }
}
