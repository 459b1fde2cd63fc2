import Testing

@testable import Charting

/// Decimals against the standard library's parser and printer, which are correctly rounded.
struct TickDecimalTests {
  @Test func `the value is the one that the written number parses to`() throws {
    var random = TickRandom(seed: 1)
    for _ in 0..<20_000 {
      let mantissa = random.integer(bits: 1 + random.below(63)) * (random.below(2) == 0 ? 1 : -1)
      let exponent = random.below(700) - 360
      let parsed = try #require(Double("\(mantissa)e\(exponent)"))
      let value = Decimal10(mantissa: mantissa, exponent: exponent).value
      #expect(value == parsed, "\(mantissa)e\(exponent)")
    }
  }

  @Test(
    arguments: [
      // Ties and their neighbours: 2^53 + 1, the smallest normal and subnormal numbers, overflow.
      ("9007199254740993", 9_007_199_254_740_993, 0),
      ("9007199254740995", 9_007_199_254_740_995, 0),
      ("9007199254740993e3", 9_007_199_254_740_993, 3),
      ("22250738585072011e-324", 22_250_738_585_072_011, -324),
      ("22250738585072014e-324", 22_250_738_585_072_014, -324),
      ("24703282292062327e-340", 24_703_282_292_062_327, -340),
      ("24703282292062328e-340", 24_703_282_292_062_328, -340),
      ("5e-324", 5, -324), ("3e-324", 3, -324), ("2e-324", 2, -324),
      ("17976931348623157e292", 17_976_931_348_623_157, 292),
      ("9223372036854775807", Int.max, 0), ("-9223372036854775808", Int.min, 0),
    ])
  func `hard cases round as a parser rounds them`(text: String, mantissa: Int, exponent: Int) {
    #expect(Decimal10(mantissa: mantissa, exponent: exponent).value == Double(text))
  }

  @Test func `numbers out of range are infinite or zero`() {
    #expect(Decimal10(mantissa: 18, exponent: 307).value == .infinity)
    #expect(Decimal10(mantissa: -1, exponent: Int.max).value == -.infinity)
    #expect(Decimal10(mantissa: 1, exponent: -400).value == 0)
    #expect(Decimal10(mantissa: 1, exponent: Int.min).value == 0)
    #expect(Decimal10(mantissa: 0, exponent: 500).value == 0)
  }

  @Test func `the shortest decimal has the digits of the standard library`() throws {
    var random = TickRandom(seed: 2)
    for _ in 0..<5_000 {
      let value = random.anyFinite()
      let decimal = try #require(Decimal10(shortest: value))
      #expect(decimal.value == value)
      let (digits, exponent) = digitsAndExponent(value.description)
      let reduced = decimal.reduced
      #expect(Decimal10.digitCount(reduced.mantissa.magnitude) == digits.count, "\(value)")
      #expect(reduced.exponent == exponent, "\(value)")
    }
  }

  @Test(
    arguments: [
      (0.125, 2, 12, -2), (0.375, 2, 38, -2), (-0.125, 2, -12, -2), (9.96, 2, 10, 0),
      (0.1 + 0.2, 16, 3_000_000_000_000_000, -16), (0.1 + 0.2, 17, 30_000_000_000_000_004, -17),
      (123_456.0, 3, 123, 3), (.leastNonzeroMagnitude, 3, 494, -326), (0, 3, 0, 0),
      (999.9, 0, 1, 3),
    ])
  func `rounding to digits goes to the nearest decimal and ties to even`(
    value: Double, digits: Int, mantissa: Int, exponent: Int
  ) {
    let expected = Decimal10(mantissa: mantissa, exponent: exponent)
    #expect(Decimal10(value, significantDigits: digits) == expected)
  }

  @Test func `NaN and infinity have no decimal`() {
    for value in [Double.nan, .infinity, -.infinity] {
      #expect(Decimal10(shortest: value) == nil)
      #expect(Decimal10(value, significantDigits: 3) == nil)
      #expect(Decimal10(value, unitExponent: 0) == nil)
    }
    #expect(Decimal10(1e300, unitExponent: -300) == nil)
    #expect(Decimal10(1e30, unitExponent: 0) == nil)
  }

  @Test func `a decimal by itself is written without noise`() {
    let texts: [(Double, String)] = [
      (0.1 + 0.2, "0.30000000000000004"), (0.3, "0.3"), (100, "100"), (-2.5, "\u{2212}2.5"),
      (1e-4, "1×10⁻⁴"), (1.5e-4, "1.5×10⁻⁴"), (1_000_000, "1×10⁶"), (1_000_002, "1000002"),
      (0.001, "0.001"), (999_999, "999999"), (0, "0"), (-3e-10, "\u{2212}3×10⁻¹⁰"),
    ]
    for (value, text) in texts { #expect(Decimal10(shortest: value)?.text == text) }
  }

  /// The significant digits of a number as the standard library prints it, and the exponent of the
  /// last of them.
  private func digitsAndExponent(_ text: String) -> (digits: String, exponent: Int) {
    let parts = text.split(separator: "e")
    var exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    var digits = parts[0].filter { $0 != "-" }
    if let point = digits.firstIndex(of: ".") {
      exponent -= digits.distance(from: point, to: digits.endIndex) - 1
      digits.remove(at: point)
    }
    while digits.count > 1 && digits.hasPrefix("0") { digits.removeFirst() }
    while digits.count > 1 && digits.hasSuffix("0") {
      digits.removeLast()
      exponent += 1
    }
    return (digits, exponent)
  }
}
