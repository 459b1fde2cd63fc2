import Testing

@testable import Charting

struct ContourLabelTests {
  private func polygon(radius: Double, sides: Int) -> ContourLine {
    // Points halfway between neighbours, pushed out to the circle, until there are enough.
    var points = [ContourPoint(x: radius, y: 0), ContourPoint(x: 0, y: radius)]
    points += points.map { ContourPoint(x: -$0.x, y: -$0.y) }
    while points.count < sides {
      points = points.indices.flatMap { index in
        let (a, b) = (points[index], points[(index + 1) % points.count])
        let middle = ContourPoint(x: a.x + b.x, y: a.y + b.y)
        let size = (middle.x * middle.x + middle.y * middle.y).squareRoot() / radius
        return [a, ContourPoint(x: middle.x / size, y: middle.y / size)]
      }
    }
    return ContourLine(level: 1, points: points, isClosed: true)
  }

  private func line(_ points: (Double, Double)...) -> ContourLine {
    ContourLine(level: 1, points: points.map(ContourPoint.init), isClosed: false)
  }

  private func length(_ line: ContourLine) -> Double { ContourPath(line).length }

  @Test func `on a straight line the label is in the middle`() throws {
    let search = ContourLabelSearch(width: 30, height: 10, gap: 5)
    let level = try #require(search.place(on: line((0, 7), (200, 7))))
    #expect(abs(level.center.x - 100) <= 10 && level.center.y == 7)
    #expect(level.direction == ContourPoint(x: 1, y: 0))
    #expect(level.covered.upperBound - level.covered.lowerBound == 40)
    #expect(level.size == ContourPoint(x: 30, y: 10))
    // Whatever way the line runs, the text does not stand on its head.
    let back = try #require(search.place(on: line((200, 7), (0, 7))))
    #expect(back.direction == ContourPoint(x: 1, y: 0))
    let steep = try #require(search.place(on: line((0, 0), (120, 160))))
    #expect(abs(steep.direction.x - 0.6) < 1e-12 && abs(steep.direction.y - 0.8) < 1e-12)
    #expect(abs(steep.size.x - (0.6 * 30 + 0.8 * 10)) < 1e-9)
  }

  @Test func `level text stands where a ring runs level`() throws {
    let search = ContourLabelSearch(width: 30, height: 10, steepestSlope: 0.3)
    let ring = polygon(radius: 100, sides: 256)
    let label = try #require(search.place(on: ring))
    #expect(abs(label.center.x) < 10 && abs(abs(label.center.y) - 100) < 2)
    #expect(search.place(on: line((0, 0), (10, 200))) == nil)
  }

  @Test func `the next best place is taken where the best is refused`() throws {
    let search = ContourLabelSearch(width: 30, height: 10, steepestSlope: 0.3)
    let ring = polygon(radius: 100, sides: 256)
    let first = try #require(search.place(on: ring))
    let second = try #require(
      search.place(on: ring) { $0.center.y * first.center.y < 0 })
    #expect(abs(second.center.y + first.center.y) < 2)
    #expect(search.place(on: ring) { _ in false } == nil)
  }

  @Test func `the straight part of a line is chosen, and a line without one has no label`() throws {
    let search = ContourLabelSearch(width: 30, height: 10, gap: 0)
    let bent = line((0, 0), (10, 20), (20, 0), (30, 20), (40, 0), (50, 20), (150, 20), (160, 0))
    let label = try #require(search.place(on: bent))
    #expect(label.center.y == 20 && label.center.x >= 65 && label.center.x <= 135)
    let zigzag = line((0, 0), (5, 20), (10, 0), (15, 20), (20, 0), (25, 20), (30, 0))
    #expect(search.place(on: zigzag) == nil)
    #expect(search.place(on: line((0, 0), (50, 0))) == nil)
    #expect(search.place(on: line((1, 1), (1, 1))) == nil)
  }

  @Test func `the pieces of a line leave out what its labels cover`() throws {
    let search = ContourLabelSearch(width: 30, height: 10, gap: 5)
    for shape in [line((0, 0), (200, 0)), polygon(radius: 60, sides: 128)] {
      let label = try #require(search.place(on: shape))
      let pieces = shape.pieces(around: [label])
      #expect(pieces.count == (shape.isClosed ? 1 : 2))
      let rest = pieces.reduce(0) { $0 + length($1) }
      #expect(abs(rest - (length(shape) - 40)) < 1e-9)
      #expect(pieces.allSatisfy { !$0.isClosed })
    }
    let whole = line((0, 0), (200, 0))
    #expect(whole.pieces(around: []) == [whole])
  }

  @Test func `a ring is cut at its seam and elsewhere alike`() {
    let square = ContourLine(
      level: 1, points: [(0, 0), (10, 0), (10, 10), (0, 10)].map(ContourPoint.init),
      isClosed: true)
    for start in stride(from: -2.0, to: 40, by: 1) {
      let label = ContourLabel(
        center: ContourPoint(x: 0, y: 0), direction: ContourPoint(x: 1, y: 0),
        covered: start...start + 4, origin: ContourPoint(x: 0, y: 0),
        size: ContourPoint(x: 1, y: 1))
      let pieces = square.pieces(around: [label])
      #expect(pieces.count == 1)
      #expect(abs(pieces.reduce(0) { $0 + length($1) } - 36) < 1e-9, "from \(start)")
    }
  }
}

struct ContourLevelTests {
  private func values(_ min: Double, _ max: Double, _ count: Int) -> [Double] {
    ContourLevels.choose(min: min, max: max, count: count).map(\.value)
  }

  @Test func `a bowl has levels at equal ratios`() {
    // x^2 / 20 + y^2 over -10...10.
    #expect(values(0, 105, 9) == [0.2, 0.5, 1, 2, 5, 10, 20, 50, 100])
    #expect(values(0, 105, 6) == [0.3, 1, 3, 10, 30, 100])
    #expect(values(0, 105, 3) == [1, 10, 100])
    #expect(values(1, 60, 5) == [2, 5, 10, 20, 50])
    #expect(values(-105, 0, 3) == [-100, -10, -1])
    let labels = ContourLevels.choose(min: 1e-7, max: 1e-3, count: 3).map(\.label)
    #expect(labels == ["10⁻⁶", "10⁻⁵", "10⁻⁴"].suffix(labels.count))
  }

  @Test func `other surfaces have levels at equal steps inside their range`() {
    #expect(values(-1, 1, 9) == [-0.8, -0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8])
    #expect(values(10, 20, 4) == [12, 14, 16, 18])
    let labels = ContourLevels.choose(min: -1, max: 1, count: 3).map(\.label)
    #expect(labels == ["\u{2212}0.5", "0.0", "0.5"])
  }

  @Test func `ends that are equal or not finite have no levels`() {
    #expect(values(1, 1, 5).isEmpty)
    #expect(values(2, 1, 5).isEmpty)
    #expect(values(.nan, 1, 5).isEmpty)
    #expect(values(0, .infinity, 5).isEmpty)
    #expect(values(0, 1, 0).isEmpty)
  }

  @Test func `levels ascend, lie inside and read as their values for any range`() {
    var random = TickRandom(seed: 33)
    for _ in 0..<2_000 {
      let a = random.magnitude(-300...300) * (random.below(2) == 0 ? 1 : -1)
      let b = random.below(5) == 0 ? 0 : random.magnitude(-300...300)
      let (lower, upper) = (min(a, b), max(a, b))
      let levels = ContourLevels.choose(min: lower, max: upper, count: 1 + random.below(15))
      #expect(levels.allSatisfy { $0.value > lower && $0.value < upper })
      #expect(zip(levels, levels.dropFirst()).allSatisfy { $0.value < $1.value })
      #expect(
        levels.allSatisfy { TickLabelParser.value($0.label) == $0.value }, "\(levels)")
    }
  }
}
