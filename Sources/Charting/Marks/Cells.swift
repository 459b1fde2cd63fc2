/// A grid of coloured cells, as a heat map or an image has them.
///
/// Cells of a band axis reach from half below to half above the number of their band:
///
///     Cells(xEdges: [0.5, 1.5, 2.5], yEdges: [-0.5, 0.5], values: [0.1, .nan], scale: scale)
package struct Cells: Mark, Equatable {
  /// Ends of the columns, one more than columns.
  package var xEdges: [Double]
  /// Ends of the rows, one more than rows.
  package var yEdges: [Double]
  /// Values by row, `[rows * columns]`; NaN and infinity are drawn as missing.
  package var values: [Double]
  package var scale: ColorScale

  package init(xEdges: [Double], yEdges: [Double], values: [Double], scale: ColorScale) {
    self.xEdges = xEdges
    self.yEdges = yEdges
    self.values = values
    self.scale = scale
  }

  package var content: MarkContent { .ground }
  package var isGround: Bool { true }
  package var xExtent: [Double] { xEdges }
  package var yExtent: [Double] { yEdges }

  package func draw(in frame: Frame, on canvas: inout Canvas) throws(ChartError) {
    let columns = xEdges.count - 1
    for row in 0..<max(0, yEdges.count - 1) {
      let y0 = canvas.snapped(frame.y(yEdges[row]))
      let y1 = canvas.snapped(frame.y(yEdges[row + 1]))
      for column in 0..<max(0, columns) {
        let index = row * columns + column
        guard index < values.count else { continue }
        let x0 = canvas.snapped(frame.x(xEdges[column]))
        let x1 = canvas.snapped(frame.x(xEdges[column + 1]))
        // Neighbours share their snapped edges, so that no seam shows between them.
        let rect = SceneRect(
          x: min(x0, x1), y: min(y0, y1), width: abs(x1 - x0), height: abs(y1 - y0))
        if let color = scale.color(of: values[index], theme: canvas.theme) {
          canvas.fill(sceneRects: [rect], color)
        } else {
          MissingSign.draw(rect, on: &canvas)
        }
      }
    }
  }
}

/// An empty cell: paper in a thin frame with a stroke from corner to corner.
enum MissingSign {
  static func draw(_ rect: SceneRect, on canvas: inout Canvas) {
    guard rect.width > 0, rect.height > 0 else { return }
    let pen = max(256, canvas.fixed(0.5) / 256 * 256)
    let color = canvas.theme.color(.muted)
    canvas.fill(sceneRects: [rect], canvas.theme.paper)
    canvas.fill(
      sceneRects: [
        SceneRect(x: rect.x, y: rect.y, width: rect.width, height: pen),
        SceneRect(x: rect.x, y: rect.maxY - pen, width: rect.width, height: pen),
        SceneRect(x: rect.x, y: rect.y, width: pen, height: rect.height),
        SceneRect(x: rect.maxX - pen, y: rect.y, width: pen, height: rect.height),
      ], canvas.theme.color(.faint(.muted, 0.4)))
    let path = ScenePath([
      .move(ScenePoint(x: rect.x + pen, y: rect.maxY - pen)),
      .line(ScenePoint(x: rect.maxX - pen, y: rect.y + pen)),
    ])
    canvas.stroke(path, width: 0.6, cap: .butt, color)
  }
}
