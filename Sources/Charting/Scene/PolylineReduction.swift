/// Thins lines that hold far more points than the page has pixels, without a visible change.
///
/// The rule, so that every renderer and the chart layer draw the same:
/// 1. A line of fewer than `shortest` points is left as it is.
/// 2. A *visit* is a stretch of consecutive points in one column of half a pixel in which x does
///    not turn back. A visit of more than `crowd` points keeps four of them, in their order: the
///    first, the lowest, the highest and the last. (The idea is M4 of Jugel et al., "M4: a
///    visualization-oriented time series data aggregation", VLDB 2014; columns of a whole pixel
///    would leave light streaks in a band that thin lines fill.)
/// 3. While more than `long` points remain, as in a scribble, a point within a reach of the one
///    kept before it, in x and in y, is dropped; the reach is an eighth of a pixel at first and
///    doubles up to one pixel. The first and the last point of the line stay.
///
/// Integers only, so the outcome is the same on every machine.
package enum PolylineReduction {
  /// Points below which a line is left alone.
  package static let shortest = 2048
  /// Points of one visit above which it is thinned.
  package static let crowd = 8
  /// Points above which near neighbours are dropped.
  package static let long = 100_000

  /// The points of `line` that matter on a pixel grid.
  package static func reduced(_ line: [ScenePoint]) -> [ScenePoint] {
    guard line.count >= shortest else { return line }
    let columns = thinnedByColumn(line)
    var kept = columns
    var reach = 32
    while kept.count > long && reach <= 256 {
      kept = thinned(columns, within: reach)
      reach *= 2
    }
    return kept
  }

  /// The path with each of its long runs of straight lines thinned; curves are left alone.
  package static func reduced(_ path: ScenePath) -> ScenePath {
    guard path.elements.count >= shortest else { return path }
    var elements: [ScenePath.Element] = []
    var run: [ScenePoint] = []
    run.reserveCapacity(path.elements.count)
    /// How the first point of the run is written; nil where it only repeats the end of a curve.
    var head: ((ScenePoint) -> ScenePath.Element)? = ScenePath.Element.line

    func endRun() {
      for (index, point) in reduced(run).enumerated() {
        if index > 0 {
          elements.append(.line(point))
        } else if let head {
          elements.append(head(point))
        }
      }
      run.removeAll(keepingCapacity: true)
    }

    for element in path.elements {
      switch element {
      case .move(let point):
        endRun()
        head = ScenePath.Element.move
        run.append(point)
      case .line(let point):
        run.append(point)
      case .curve(_, _, let end):
        endRun()
        elements.append(element)
        head = nil
        run.append(end)
      case .close:
        endRun()
        elements.append(.close)
        head = ScenePath.Element.line
      }
    }
    endRun()
    return ScenePath(elements)
  }

  private static func thinnedByColumn(_ line: [ScenePoint]) -> [ScenePoint] {
    var kept: [ScenePoint] = []
    var start = 0
    while start < line.count {
      let end = endOfVisit(in: line, from: start)
      if end - start <= crowd {
        kept.append(contentsOf: line[start..<end])
      } else {
        appendExtremes(of: line, in: start..<end, to: &kept)
      }
      start = end
    }
    return kept
  }

  /// The index after the last point of the visit that begins at `start`.
  private static func endOfVisit(in line: [ScenePoint], from start: Int) -> Int {
    let column = line[start].x >> 7
    var direction: Int32 = 0
    var end = start + 1
    while end < line.count, line[end].x >> 7 == column {
      let step = (line[end].x &- line[end - 1].x).signum()
      if step != 0 {
        if direction == -step { break }
        direction = step
      }
      end += 1
    }
    return end
  }

  private static func appendExtremes(
    of line: [ScenePoint], in visit: Range<Int>, to kept: inout [ScenePoint]
  ) {
    var low = visit.lowerBound
    var high = visit.lowerBound
    for index in visit {
      if line[index].y < line[low].y { low = index }
      if line[index].y > line[high].y { high = index }
    }
    var previous = -1
    for index in [visit.lowerBound, min(low, high), max(low, high), visit.upperBound - 1]
    where index != previous {
      kept.append(line[index])
      previous = index
    }
  }

  private static func thinned(_ line: [ScenePoint], within reach: Int) -> [ScenePoint] {
    guard var last = line.first else { return line }
    var kept = [last]
    for point in line.dropFirst().dropLast()
    where abs(Int(point.x) - Int(last.x)) > reach || abs(Int(point.y) - Int(last.y)) > reach {
      kept.append(point)
      last = point
    }
    if line.count > 1 { kept.append(line[line.count - 1]) }
    return kept
  }
}
