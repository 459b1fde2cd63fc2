import Charting

@testable import Rendering

extension PolygonSet {
  /// How often the rings wind around a point in 1/256 pixel, by counting what crosses the ray to
  /// its right.
  func winding(x: Double, y: Double) -> Int {
    var count = 0
    for ring in rings {
      for index in ring {
        let a = vertices[index]
        let b = vertices[index + 1 < ring.upperBound ? index + 1 : ring.lowerBound]
        let (ay, by) = (Double(a.y), Double(b.y))
        guard (ay <= y) != (by <= y) else { continue }
        let crossing = Double(a.x) + (Double(b.x) - Double(a.x)) * (y - ay) / (by - ay)
        if crossing > x { count += by > ay ? 1 : -1 }
      }
    }
    return count
  }

  /// Twice the area by the shoelace formula, in square pixels, with its sign.
  var signedDoubleArea: Double {
    var sum = 0
    for ring in rings {
      for index in ring {
        let a = vertices[index]
        let b = vertices[index + 1 < ring.upperBound ? index + 1 : ring.lowerBound]
        sum += Int(a.x) * Int(b.y) - Int(b.x) * Int(a.y)
      }
    }
    return Double(sum) / 65536
  }

  /// The corners of each ring in pixels.
  var corners: [[[Double]]] {
    rings.map { ring in ring.map { [Double(vertices[$0].x) / 256, Double(vertices[$0].y) / 256] } }
  }
}

/// The distance in 1/256 pixel from a point to the nearest segment of a line.
func distance(fromX x: Double, y: Double, to line: [ScenePoint], closed: Bool) -> Double {
  var best = Double.infinity
  for index in 0..<(closed ? line.count : line.count - 1) {
    let a = line[index]
    let b = line[index + 1 < line.count ? index + 1 : 0]
    let (dx, dy) = (Double(b.x) - Double(a.x), Double(b.y) - Double(a.y))
    let (px, py) = (x - Double(a.x), y - Double(a.y))
    let squared = dx * dx + dy * dy
    let t = squared > 0 ? min(max((px * dx + py * dy) / squared, 0), 1) : 0
    let (ex, ey) = (px - t * dx, py - t * dy)
    best = min(best, (ex * ex + ey * ey).squareRoot())
  }
  return best
}
