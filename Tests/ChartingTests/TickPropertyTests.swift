import Testing

@testable import Charting

/// What holds for every axis, over 10,000 random ones of each kind.
struct TickPropertyTests {
  /// An axis in points, with the extents of labels set in a font of 10 points.
  private struct Axis {
    var length: Double
    var isHorizontal: Bool

    var spacing: Double { isHorizontal ? 80 : 40 }
    var gap: Double { isHorizontal ? 8 : 4 }
    func extent(_ label: String) -> Double { isHorizontal ? 5.5 * Double(label.count) : 12 }

    func ticks(_ scale: ContinuousScale, bounds: HardBounds = .none) -> [Tick] {
      Ticks.generate(
        for: scale, length: length, spacing: spacing, gap: gap, bounds: bounds, extent: extent)
    }
  }

  private static func axis(_ random: inout TickRandom) -> Axis {
    Axis(length: 5 + 900 * random.unit() * random.unit(), isHorizontal: random.below(2) == 0)
  }

  /// Ends of every size and sign, near and far from each other; sometimes equal or not finite.
  private static func ends(_ random: inout TickRandom) -> (Double, Double) {
    let sign = random.below(2) == 0 ? 1.0 : -1.0
    switch random.below(8) {
    case 0, 1:
      return (sign * random.magnitude(-300...300), random.magnitude(-300...300))
    case 2:
      // A tiny span far from zero, down to neighbouring numbers.
      let base = sign * random.magnitude(-300...300)
      return (base, base + base.ulp * Double(1 + random.integer(bits: 1 + random.below(40))))
    case 3:
      let base = sign * random.magnitude(-6...6)
      return (base, base + random.magnitude(-9...3))
    case 4:
      let base = Double(random.below(2001) - 1000) / 10
      return (base, base + Double(random.below(1000)) / 10)
    case 5:
      return (Double(bitPattern: random.next() >> 12), Double(bitPattern: random.next() >> 12))
    case 6:
      let bits = 1 + random.below(20)
      return (Double(random.integer(bits: bits)).nextUp, Double(random.integer(bits: bits)))
    default:
      return (sign * random.magnitude(-3...5), random.magnitude(-3...5))
    }
  }

  private func check(_ ticks: [Tick], on scale: ContinuousScale, _ axis: Axis) {
    let place: Comment = "\(scale.kind) \(scale.lower)...\(scale.upper) on \(axis)"
    let labelled = ticks.filter { !$0.isMinor }
    #expect((1...11).contains(labelled.count), place)
    #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0.value < $1.value }, place)
    #expect(ticks.allSatisfy { $0.value >= scale.lower && $0.value <= scale.upper }, place)
    #expect(ticks.allSatisfy { $0.isMinor == $0.label.isEmpty }, place)
    #expect(labelled.allSatisfy { TickLabelParser.value($0.label) == $0.value }, place)
    for (a, b) in zip(labelled, labelled.dropFirst()) {
      let distance = abs(scale.position(a.value) - scale.position(b.value)) * axis.length
      let needed = (axis.extent(a.label) + axis.extent(b.label)) / 2 + axis.gap
      #expect(distance >= needed, place)
    }
    let isRoomy = axis.length >= (axis.isHorizontal ? 500 : 60)
    #expect(!isRoomy || labelled.count >= 2, place)
  }

  @Test(arguments: [ScaleKind.linear, .log10])
  func `labels of any axis ascend, parse back, stay inside and do not overlap`(
    kind: ScaleKind
  ) throws {
    var random = TickRandom(seed: kind == .linear ? 11 : 12)
    var checked = 0
    while checked < 10_000 {
      let axis = Self.axis(&random)
      var (a, b) = Self.ends(&random)
      if random.below(20) == 0 { b = a }
      if kind == .log10 { (a, b) = (a.magnitude, b.magnitude) }
      guard kind == .linear || (a > 0 && b > 0) else { continue }
      let scale = try ContinuousScale(
        kind: kind, lower: a, upper: b, reversed: random.below(2) == 0)
      check(axis.ticks(scale), on: scale, axis)
      checked += 1
    }
  }

  @Test func `no label passes a hard bound`() throws {
    var random = TickRandom(seed: 13)
    for _ in 0..<2_000 {
      let axis = Self.axis(&random)
      let scale = try ContinuousScale(
        kind: .linear, lower: random.unit() * 2 - 1.5, upper: 0.6 + random.unit())
      let ticks = axis.ticks(scale, bounds: .share)
      #expect(ticks.allSatisfy { $0.value >= 0 && $0.value <= 1 })
      #expect(!ticks.isEmpty)
    }
  }

  @Test func `an axis without room, and bounds without overlap, have no ticks or one`() throws {
    let scale = try ContinuousScale(kind: .linear, lower: 0, upper: 1)
    for length in [0, -5, Double.nan] {
      let axis = Axis(length: length, isHorizontal: true)
      #expect(axis.ticks(scale).isEmpty)
    }
    let axis = Axis(length: 100, isHorizontal: true)
    #expect(axis.ticks(scale, bounds: HardBounds(lower: 2)).isEmpty)
    #expect(axis.ticks(scale, bounds: HardBounds(lower: 1)).map(\.label) == ["1"])
    let odd = [Double.nan, .infinity, -3, 0]
    for number in odd {
      let ticks = Ticks.generate(
        for: scale, length: 100, spacing: number, gap: number, extent: { _ in number })
      #expect((0...11).contains(ticks.count))
    }
  }
}
