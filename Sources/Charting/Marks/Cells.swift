/// A grid of coloured cells, as a heat map or an image has them.
package struct Cells: Mark, Equatable {
  /// Ends of the columns, one more than columns.
  package var xEdges: [Double]
  /// Ends of the rows, one more than rows.
  package var yEdges: [Double]
  /// Values by row, `[rows * columns]`; NaN leaves a cell empty.
  package var values: [Double]
  /// The value of the first and of the last colour.
  package var range: ClosedRange<Double>

  package init(
    xEdges: [Double], yEdges: [Double], values: [Double], range: ClosedRange<Double>
  ) {
    self.xEdges = xEdges
    self.yEdges = yEdges
    self.values = values
    self.range = range
  }

  package var xExtent: [Double] { xEdges }
  package var yExtent: [Double] { yEdges }

  package func draw(in frame: Frame, on canvas: inout Canvas) throws(ChartError) {
    let columns = xEdges.count - 1
    let span = range.upperBound - range.lowerBound
    for row in 0..<max(0, yEdges.count - 1) {
      let y0 = canvas.snapped(frame.y(yEdges[row]))
      let y1 = canvas.snapped(frame.y(yEdges[row + 1]))
      for column in 0..<max(0, columns) {
        let index = row * columns + column
        guard index < values.count, !values[index].isNaN else { continue }
        let x0 = canvas.snapped(frame.x(xEdges[column]))
        let x1 = canvas.snapped(frame.x(xEdges[column + 1]))
        let share = span > 0 ? (values[index] - range.lowerBound) / span : 0.5
        // Neighbours share their snapped edges, so that no seam shows between them.
        canvas.fill(
          sceneRects: [
            SceneRect(x: min(x0, x1), y: min(y0, y1), width: abs(x1 - x0), height: abs(y1 - y0))
          ], ColorMap.viridis.color(at: share))
      }
    }
  }
}
