import Testing

@testable import Charting

/// Axes whose labels were chosen by eye.
struct TickLabelTests {
  private static let linearAxes: [(Double, Double, String)] = [
    (0, 1, "0.0 0.2 0.4 0.6 0.8 1.0"), (-0.05, 1.05, "0.0 0.2 0.4 0.6 0.8 1.0"),
    (0, 0.3, "0.00 0.05 0.10 0.15 0.20 0.25 0.30"), (0, 100, "0 20 40 60 80 100"),
    (8.1, 14.1, "9 10 11 12 13 14"), (-3, 3, "−3 −2 −1 0 1 2 3"), (-1, 1, "−1.0 −0.5 0.0 0.5 1.0"),
    (0.9, 1, "0.90 0.92 0.94 0.96 0.98 1.00"), (0, 60_000, "0 10000 20000 30000 40000 50000 60000"),
    (0, 5e-4, "0 1×10⁻⁴ 2×10⁻⁴ 3×10⁻⁴ 4×10⁻⁴ 5×10⁻⁴"),
    (0, 1.2e6, "0 0.2×10⁶ 0.4×10⁶ 0.6×10⁶ 0.8×10⁶ 1.0×10⁶ 1.2×10⁶"),
    (2e6, 2_000_010, "2000000 2000002 2000004 2000006 2000008 2000010"),
    (1, 1 + 0x1p-52, "1.0000000000000000 1.0000000000000002"),
  ]

  private static let shortAxes: [(Double, Double, String)] = [
    (0.0, 1.0, "0 1"), (-0.05, 1.05, "0 1"), (0, 100, "0 100"), (0.3, 2.7, "1 2"),
    (0, 5e-4, "0 5×10⁻⁴"), (-4, 4, "−4 0 4"),
  ]

  private static let logAxes: [(Double, Double, String)] = [
    (1.0, 10.0, "1 2 5 10"), (1, 100, "1 10 100"), (3, 90, "5 10 20 50"),
    (2.5, 250, "5 10 20 50 100 200"), (1e-3, 1e3, "0.001 0.01 0.1 1 10 100 1000"),
    (1e-4, 0.1, "10⁻⁴ 0.001 0.01 0.1"), (1, 6e4, "1 10 100 1000 10000"),
    (1e-12, 1, "10⁻¹² 10⁻¹⁰ 10⁻⁸ 10⁻⁶ 10⁻⁴ 0.01 1"),
    (5e-5, 3e-3, "5×10⁻⁵ 10⁻⁴ 2×10⁻⁴ 5×10⁻⁴ 0.001 0.002"),
    (0.05, 2.4, "0.05 0.1 0.2 0.5 1 2"), (2, 7, "2 3 4 5 6 7"),
    (1e-300, 1e300, "10⁻³⁰⁰ 10⁻²⁰⁰ 10⁻¹⁰⁰ 1 10¹⁰⁰ 10²⁰⁰ 10³⁰⁰"),
  ]

  /// Labels of an axis of `length` points, a character being 5.5 points wide and 12 high.
  private func labels(
    _ lower: Double, _ upper: Double, kind: ScaleKind = .linear, length: Double = 480,
    isHorizontal: Bool = true, wholeNumbers: Bool = false
  ) throws -> String {
    try ticks(
      lower, upper, kind: kind, length: length, isHorizontal: isHorizontal,
      wholeNumbers: wholeNumbers
    ).filter { !$0.isMinor }.map(\.label).joined(separator: " ")
  }

  private func ticks(
    _ lower: Double, _ upper: Double, kind: ScaleKind, length: Double, isHorizontal: Bool = true,
    wholeNumbers: Bool = false
  ) throws -> [Tick] {
    let scale = try ContinuousScale(kind: kind, lower: lower, upper: upper)
    return Ticks.generate(
      for: scale, length: length, spacing: isHorizontal ? 80 : 40, gap: isHorizontal ? 8 : 4,
      wholeNumbers: wholeNumbers
    ) { isHorizontal ? 5.5 * Double($0.count) : 12 }
  }

  @Test(arguments: linearAxes)
  func `linear axes have round numbers`(lower: Double, upper: Double, expected: String) throws {
    #expect(try labels(lower, upper) == expected)
  }

  @Test(arguments: shortAxes)
  func `short axes have few labels`(lower: Double, upper: Double, expected: String) throws {
    #expect(try labels(lower, upper, length: 80) == expected)
  }

  @Test func `labels far from zero keep all of their digits`() throws {
    let wide = try labels(1e9, 1e9 + 1e-3, length: 380)
    #expect(wide == "1000000000.0000 1000000000.0005 1000000000.0010")
    #expect(try labels(1e9, 1e9 + 1e-3, length: 100) == "1000000000.000 1000000000.001")
  }

  @Test func `where two labels have no room there is one`() throws {
    #expect(try labels(0, 1, length: 12) == "0")
    #expect(try labels(8.1, 14.1, length: 12) == "10")
    #expect(try labels(1e-12, 1, kind: .log10, length: 12) == "1")
    #expect(try labels(0.002, 0.9, kind: .log10, length: 12) == "0.1")
  }

  @Test func `epochs and counts have whole labels`() throws {
    #expect(try labels(1, 5, wholeNumbers: true) == "1 2 3 4 5")
    #expect(try labels(0, 3, wholeNumbers: true) == "0 1 2 3")
    #expect(try labels(0.5, 2.5, wholeNumbers: true) == "1 2")
    #expect(try labels(0.9, 1.1, wholeNumbers: true) == "1")
    #expect(try labels(1.2, 1.8, wholeNumbers: true) == "")
    #expect(try labels(1, 20, length: 400, wholeNumbers: true) == "4 8 12 16 20")
  }

  @Test(arguments: logAxes)
  func `log axes have decades, or 1, 2 and 5 below two of them`(
    lower: Double, upper: Double, expected: String
  ) throws {
    #expect(try labels(lower, upper, kind: .log10) == expected)
  }

  @Test func `log axes with no room for every decade skip some of them`() throws {
    let tall = try labels(1e-8, 1e4, kind: .log10, length: 200, isHorizontal: false)
    #expect(tall == "10⁻⁸ 10⁻⁶ 10⁻⁴ 0.01 1 100 10000")
    let low = try labels(1e-8, 1e4, kind: .log10, length: 90, isHorizontal: false)
    #expect(low == "10⁻⁶ 0.001 1 1000")
    #expect(try labels(1e-12, 1, kind: .log10, length: 110) == "10⁻¹⁰ 10⁻⁵ 1")
  }

  @Test func `minor ticks stand at 2 to 9 of each decade, all or none`() throws {
    let minors = try ticks(1, 1000, kind: .log10, length: 300).filter(\.isMinor).map(\.value)
    #expect(minors == [1.0, 10, 100].flatMap { decade in (2...9).map { Double($0) * decade } })
    // Between 9 and 10 there are 0.046 decades: 1.1 points of 25, 1.4 points of 30.
    let short = try ticks(1, 1e4, kind: .log10, length: 100, isHorizontal: false)
    #expect(short.map(\.label) == ["1", "10", "100", "1000", "10000"])
    let longer = try ticks(1, 1e4, kind: .log10, length: 120, isHorizontal: false)
    #expect(longer.count == 5 + 4 * 8)
    let small = try ticks(2e-4, 3e-3, kind: .log10, length: 300).filter(\.isMinor).map(\.value)
    #expect(small == [3e-4, 4e-4, 6e-4, 7e-4, 8e-4, 9e-4, 3e-3])
  }

  @Test func `minor ticks stand on the decades that are skipped`() throws {
    let minors = try ticks(1e-12, 1, kind: .log10, length: 480).filter(\.isMinor).map(\.value)
    #expect(minors == [1e-11, 1e-9, 1e-7, 1e-5, 1e-3, 1e-1])
  }

  @Test func `numbers of one axis are written alike`() {
    let plain = NumberStyle(greatest: Decimal10(mantissa: 125, exponent: -2))
    #expect(plain == .plain(decimals: 2))
    #expect(plain.text(Decimal10(mantissa: 0, exponent: -2)) == "0.00")
    #expect(plain.text(Decimal10(mantissa: -5, exponent: -2)) == "\u{2212}0.05")
    let small = NumberStyle(greatest: Decimal10(mantissa: 15, exponent: -5))
    #expect(small == .scientific(exponent: -4, decimals: 1))
    #expect(small.text(Decimal10(mantissa: 5, exponent: -5)) == "0.5×10⁻⁴")
    #expect(small.text(Decimal10(mantissa: -10, exponent: -5)) == "\u{2212}1.0×10⁻⁴")
    #expect(small.text(Decimal10(mantissa: 0, exponent: -5)) == "0")
    #expect(NumberStyle.powerOfTen(-12) == "10⁻¹²")
    #expect(NumberStyle.plain(decimals: 0).text(Decimal10(mantissa: 3, exponent: 4)) == "30000")
    #expect(NumberStyle.plain(decimals: 0).text(Decimal10(mantissa: 0, exponent: 4)) == "0")
  }
}
