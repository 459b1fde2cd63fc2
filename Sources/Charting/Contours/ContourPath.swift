/// A contour line measured along its length.
struct ContourPath {
  private let points: [ContourPoint]
  /// The length of the line up to each point; a ring's first point is repeated at the end.
  private let lengths: [Double]
  let isClosed: Bool

  init(_ line: ContourLine) {
    isClosed = line.isClosed
    points = isClosed ? line.points + line.points.prefix(1) : line.points
    var lengths = [0.0]
    lengths.reserveCapacity(points.count)
    for (a, b) in zip(points, points.dropFirst()) {
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      lengths.append(lengths[lengths.count - 1] + (dx * dx + dy * dy).squareRoot())
    }
    self.lengths = lengths
  }

  var length: Double { lengths[lengths.count - 1] }

  /// The point at a distance from the start; beyond an end it is that end, or around the ring.
  func point(at distance: Double) -> ContourPoint {
    guard let first = points.first, length > 0 else {
      return points.first ?? ContourPoint(x: 0, y: 0)
    }
    let place = wrapped(distance)
    guard place > 0 else { return first }
    let index = segment(at: place)
    let part = (place - lengths[index]) / (lengths[index + 1] - lengths[index])
    let (a, b) = (points[index], points[index + 1])
    return ContourPoint(x: a.x + part * (b.x - a.x), y: a.y + part * (b.y - a.y))
  }

  /// The part of the line from one distance to another, which is greater.
  func part(from start: Double, to end: Double) -> [ContourPoint] {
    var part = [point(at: start)]
    let turns = isClosed && end > length ? [0.0, length] : [0.0]
    for offset in turns {
      for index in points.indices where start < lengths[index] + offset {
        guard lengths[index] + offset < end else { break }
        part.append(points[index])
      }
    }
    part.append(point(at: end))
    return ContourShape.withoutRepeats(part, isClosed: false)
  }

  private func wrapped(_ distance: Double) -> Double {
    guard isClosed else { return min(max(distance, 0), length) }
    let turns = (distance / length).rounded(.down)
    return min(max(distance - turns * length, 0), length)
  }

  /// The segment in which a distance above zero falls: the last that starts before it.
  private func segment(at distance: Double) -> Int {
    var (low, high) = (0, lengths.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lengths[middle] < distance { low = middle } else { high = middle }
    }
    return low
  }
}

extension ContourLine {
  /// What is left of the line beside the labels on it: open lines in the order along it.
  ///
  /// - Parameter labels: labels that `ContourLabelSearch` placed on this line, none over another.
  package func pieces(around labels: [ContourLabel]) -> [ContourLine] {
    let path = ContourPath(self)
    guard let first = labels.map(\.covered).min(by: { $0.lowerBound < $1.lowerBound }) else {
      return [self]
    }
    let covered = labels.map(\.covered).sorted { $0.lowerBound < $1.lowerBound }
    // On a ring the last piece runs on to the first label.
    var starts = covered.map(\.upperBound)
    var ends = covered.dropFirst().map(\.lowerBound)
    if isClosed {
      ends.append(first.lowerBound + path.length)
    } else {
      starts.insert(0, at: 0)
      ends.insert(first.lowerBound, at: 0)
      ends.append(path.length)
    }
    return zip(starts, ends).compactMap { start, end in
      guard start < end else { return nil }
      let points = path.part(from: start, to: end)
      guard points.count >= 2 else { return nil }
      return ContourLine(level: level, points: points, isClosed: false)
    }
  }
}
