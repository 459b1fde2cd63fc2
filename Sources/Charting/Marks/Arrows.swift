/// A field of arrows: at each place a direction.
///
///     Arrows(x: x, y: y, dx: minusGradientX, dy: minusGradientY, length: .longest(14))
package struct Arrows: Mark, Equatable {
  /// How long an arrow is on the page, in points; at most what keeps neighbours apart.
  package enum Length: Equatable, Sendable {
    /// The longest has this length, the others their share of it.
    case longest(Double)
    /// All have this length and show the direction only.
    case equal(Double)
  }

  /// Where the arrows begin.
  package var x: [Double]
  package var y: [Double]
  /// Directions in the units of the axes; zero, NaN and infinity have no arrow.
  package var dx: [Double]
  package var dy: [Double]
  package var length: Length
  package var ink: Ink
  /// Width of the shafts in points.
  package var width: Double

  package init(
    x: [Double], y: [Double], dx: [Double], dy: [Double], length: Length, ink: Ink = .muted,
    width: Double = 0.75
  ) {
    self.x = x
    self.y = y
    self.dx = dx
    self.dy = dy
    self.length = length
    self.ink = ink
    self.width = width
  }

  package var content: MarkContent { .values(nil) }
  package var xExtent: [Double] { x }
  package var yExtent: [Double] { y }

  package func draw(in frame: Frame, on canvas: inout Canvas) throws(ChartError) {
    let vectors = vectors(in: frame)
    let longest = vectors.map(\.size).max() ?? 0
    guard longest > 0 else { return }
    let color = canvas.theme.color(ink)
    let most = 0.8 * spacing(of: vectors)
    for vector in vectors where vector.size > 0 {
      let length =
        switch length {
        case .longest(let length): min(length, most) * (vector.size / longest)
        case .equal(let length): min(length, most)
        }
      let direction = Point(x: vector.x / vector.size, y: vector.y / vector.size)
      let tip = Point(
        x: vector.start.x + direction.x * length, y: vector.start.y + direction.y * length)
      // Short arrows keep the shape of their head, not its size.
      let head = min(2 + 3 * width, 0.6 * length)
      let neck = Point(x: tip.x - direction.x * head * 0.8, y: tip.y - direction.y * head * 0.8)
      if length > head { canvas.stroke([vector.start, neck], width: width, cap: .butt, color) }
      canvas.fill(
        ArrowHead.path(tip: tip, direction: direction, length: head, on: canvas), color)
    }
  }

  package func obstacles(in frame: Frame) -> [Point] {
    guard case .equal(let length) = length else { return vectors(in: frame).map(\.start) }
    let vectors = vectors(in: frame)
    let reach = min(length, 0.8 * spacing(of: vectors))
    return vectors.filter { $0.size > 0 }.flatMap { vector in
      [0, 0.5, 1].map { share in
        Point(
          x: vector.start.x + share * reach * vector.x / vector.size,
          y: vector.start.y + share * reach * vector.y / vector.size)
      }
    }
  }

  /// The distance of neighbours if the arrows stand on an even lattice, in points.
  private func spacing(of vectors: [Vector]) -> Double {
    let (x, y) = (vectors.map(\.start.x), vectors.map(\.start.y))
    guard let left = x.min(), let right = x.max(), let top = y.min(), let bottom = y.max(),
      right > left, bottom > top
    else { return .infinity }
    return ((right - left) * (bottom - top)).squareRoot()
      / max(Double(vectors.count).squareRoot() - 1, 1)
  }

  private struct Vector {
    var start: Point
    var x: Double
    var y: Double
    var size: Double
  }

  /// The arrows in points of the page, those outside the panel left out.
  private func vectors(in frame: Frame) -> [Vector] {
    let count = min(min(x.count, y.count), min(dx.count, dy.count))
    return (0..<count).compactMap { index in
      let start = frame.point(x[index], y[index])
      let end = frame.point(x[index] + dx[index], y[index] + dy[index])
      let (across, down) = (end.x - start.x, end.y - start.y)
      let size = (across * across + down * down).squareRoot()
      let rect = frame.rect
      guard size.isFinite, start.x >= rect.x, start.x <= rect.maxX, start.y >= rect.y,
        start.y <= rect.maxY
      else { return nil }
      return Vector(start: start, x: across, y: down, size: size)
    }
  }
}
