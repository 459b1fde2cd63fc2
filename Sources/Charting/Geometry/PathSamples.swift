/// Points along a line, near enough to each other that no word fits between two.
enum PathSamples {
  /// The greatest distance of two samples in points.
  static let step = 4.0
  private static let most = 4000

  static func along(_ points: some Sequence<Point>, in rect: Rect) -> [Point] {
    var samples: [Point] = []
    for line in clippedLines(points, to: rect) {
      for (start, end) in zip(line, line.dropFirst()) {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let count = max(1, Int(((dx * dx + dy * dy).squareRoot() / step).rounded(.up)))
        for part in 0..<count {
          let share = Double(part) / Double(count)
          samples.append(Point(x: start.x + share * dx, y: start.y + share * dy))
        }
      }
      if let last = line.last { samples.append(last) }
    }
    // Longer lines lie so close that every n-th point tells as much.
    let stride = samples.count / most + 1
    return stride == 1
      ? samples : samples.indices.filter { $0 % stride == 0 }.map { samples[$0] }
  }
}
