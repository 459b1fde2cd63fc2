import Charting
import Testing

@Suite struct PolylineReductionTests {
  /// A noisy line of so many points over a number of pixels.
  private func noise(_ count: Int, width: Double) -> [ScenePoint] {
    var scatter = Scatter(seed: 9)
    return (0..<count).map { point(Double($0) * width / Double(count), scatter.next() * 300) }
  }

  @Test("a short or sparse line is left as it is")
  func untouched() {
    let short = noise(2047, width: 1)
    #expect(PolylineReduction.reduced(short) == short)
    let sparse = noise(5000, width: 1000)
    #expect(PolylineReduction.reduced(sparse) == sparse)
    #expect(PolylineReduction.reduced([]) == [])
  }

  @Test("a half pixel keeps its first, lowest, highest and last point in their order")
  func extremes() {
    var line = (0..<2048).map { ScenePoint(x: Int32($0 / 16), y: 100) }
    line[5].y = 400
    line[900].y = 3
    line[2047].y = 77
    // All 128 values of x lie in the first half pixel.
    #expect(
      PolylineReduction.reduced(line) == [
        ScenePoint(x: 0, y: 100), ScenePoint(x: 0, y: 400), ScenePoint(x: 56, y: 3),
        ScenePoint(x: 127, y: 77),
      ])
    // One step further is another half pixel.
    line.append(ScenePoint(x: 128, y: 5))
    #expect(PolylineReduction.reduced(line).count == 5)
  }

  @Test("a million points leave four for each half pixel, and the same range in each")
  func million() {
    let line = noise(1_000_000, width: 1600)
    let kept = PolylineReduction.reduced(line)
    #expect(kept.count <= 4 * 3201)
    #expect(kept.first == line.first)
    #expect(kept.last == line.last)
    func ranges(_ line: [ScenePoint]) -> [[Int32]] {
      var ranges = [[Int32]](repeating: [.max, .min], count: 3201)
      for point in line {
        let column = Int(point.x >> 7)
        ranges[column] = [min(ranges[column][0], point.y), max(ranges[column][1], point.y)]
      }
      return ranges
    }
    #expect(ranges(kept) == ranges(line))
    #expect(PolylineReduction.reduced(kept) == kept)
    #expect(PolylineReduction.reduced(line.reversed()).count <= 4 * 3201)
  }

  @Test("a scribble is thinned until few points remain or the reach is a pixel")
  func scribble() {
    var scatter = Scatter(seed: 4)
    var (x, y) = (500.0, 500.0)
    let line = (0..<300_000).map { _ in
      x += (scatter.next() - 0.5) * 2
      y += (scatter.next() - 0.5) * 2
      return point(x, y)
    }
    let kept = PolylineReduction.reduced(line)
    #expect(kept.count <= 100_000)
    #expect(kept.first == line.first)
    #expect(kept.last == line.last)
    // Each dropped point has a kept one within a pixel before it.
    var index = 0
    var worst: Int32 = 0
    for point in line {
      if index + 1 < kept.count, point == kept[index + 1] { index += 1 }
      worst = max(worst, abs(point.x - kept[index].x), abs(point.y - kept[index].y))
    }
    #expect(worst <= 256)
    #expect(index == kept.count - 1)
  }

  @Test("in a path each subpath is thinned by itself, and curves stay")
  func path() {
    let dense = (0..<4000).map { ScenePoint(x: Int32($0 % 100 == 0 ? 0 : 1), y: Int32($0)) }
    var path = ScenePath(points: dense, closed: true)
    path.elements.append(.line(point(9, 9)))
    path.elements += ScenePath(points: [point(50, 50)]).elements
    path.elements.append(.curve(point(51, 50), point(52, 52), point(50, 60)))
    path.elements.append(.line(point(70, 70)))
    let reduced = PolylineReduction.reduced(path)
    #expect(reduced.elements.first == .move(dense[0]))
    #expect(
      Array(reduced.elements.suffix(5)) == [
        .close, .line(point(9, 9)), .move(point(50, 50)),
        .curve(point(51, 50), point(52, 52), point(50, 60)), .line(point(70, 70)),
      ])
    #expect(reduced.elements.count < 400)
  }
}
