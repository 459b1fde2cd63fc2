import Provenance
import Testing

@Suite("NumberText")
struct NumberTextTests {
  @Test("the numbers of RFC 8785, appendix B")
  func appendixB() {
    for (bits, text) in PublishedNumbers.appendixB {
      #expect(NumberText.text(of: Double(bitPattern: bits)) == text)
    }
  }

  @Test("digits taken as Swift spells them are those that are put together")
  func plainSpelling() {
    var numbers: [Double] = [
      1e-6, 1e-7, 9.999999999999999e-7, 1e15, 123456789012345.6, 0.0001, 1e-5,
    ]
    var number = 0.7e-7
    while number < 1e17 {
      numbers += [number, -number, number.nextUp, Double(Float(number)), number.rounded() + 0.5]
      number *= 1.0037
    }
    for number in numbers {
      var (text, parts): ([UInt8], [UInt8]) = ([], [])
      NumberText.append(number, to: &text)
      NumberText.append(ShortestDecimal(number), to: &parts)
      #expect(text == parts, "\(number)")
    }
  }

  /// The file's numbers are a list, then 2000 in a row from the smallest normal one, then SHA-256
  /// of 32 zero bytes, of that digest, and so on, four numbers from each; zeros and what is not
  /// finite are left out.
  @Test("10,000 lines of RFC 8785's test file")
  func publishedFile() throws {
    #expect(PublishedNumbers.firstBits.count == 168)
    var pending = PublishedNumbers.firstBits + (0..<2000).map { 0x0010_0000_0000_0000 + $0 }
    var block = [UInt8](repeating: 0, count: 32)
    while pending.count < 10_000 {
      block = try SHA256.digest(of: block).bytes
      for word in 0..<4 {
        let bits = block[8 * word..<8 * word + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
        let number = Double(bitPattern: bits)
        if number.isFinite, number != 0 { pending.append(bits) }
      }
    }
    for (lines, digest) in PublishedNumbers.fileDigests {
      var text: [UInt8] = []
      for bits in pending.prefix(lines) {
        text += String(bits, radix: 16).utf8
        text.append(UInt8(ascii: ","))
        NumberText.append(Double(bitPattern: bits), to: &text)
        text.append(UInt8(ascii: "\n"))
      }
      #expect(try SHA256.hexDigest(of: text) == digest)
    }
  }

  /// ECMA-262, Number::toString: each of its branches at both ends.
  @Test(
    "the branches of ECMAScript",
    arguments: [
      (1e20, "100000000000000000000"), (1e21, "1e+21"), (1.5e21, "1.5e+21"),
      (123_456_789_012_345_683_968, "123456789012345680000"), (1e-6, "0.000001"), (1e-7, "1e-7"),
      (1.25e-7, "1.25e-7"), (-1e-7, "-1e-7"), (0.1, "0.1"), (0.3, "0.3"),
      (0.1 + 0.2, "0.30000000000000004"),
      (100, "100"), (-0.0, "0"), (0, "0"), (4.5, "4.5"), (-1, "-1"),
      (9_007_199_254_740_991, "9007199254740991"),
      (9_007_199_254_740_994, "9007199254740994"), (18_014_398_509_481_984, "18014398509481984"),
      (1e100, "1e+100"), (2.5e-100, "2.5e-100"), (12.0, "12"), (0.00001, "0.00001"),
      (.nan, "NaN"), (.infinity, "Infinity"), (-.infinity, "-Infinity"),
    ] as [(Double, String)])
  func branches(number: Double, text: String) {
    #expect(NumberText.text(of: number) == text)
  }

  /// Texts by NumPy 2: `repr(np.float32(...))`, spelled as ECMAScript does.
  @Test(
    "a Float has digits of its own",
    arguments: [
      (0.1, "0.1"), (1.0 / 3, "0.33333334"), (16_777_216, "16777216"),
      (3.4028235e38, "3.4028235e+38"),
      (.leastNonzeroMagnitude, "1e-45"), (1.1754944e-38, "1.1754944e-38"), (0.7, "0.7"),
      (123456.789, "123456.79"), (1e10, "10000000000"), (8_388_609, "8388609"), (5e-5, "0.00005"),
      (-0.0, "0"),
    ] as [(Float, String)])
  func floats(number: Float, text: String) {
    var bytes: [UInt8] = []
    NumberText.append(number, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  @Test("decimals are split into digits and exponent")
  func decimals() {
    let decimal = ShortestDecimal(-0.00120)
    #expect(decimal.isNegative)
    #expect(decimal.significand == 12)
    #expect(decimal.exponent == -4)
    #expect(ShortestDecimal(1200.0).significand == 12)
    #expect(ShortestDecimal(1200.0).exponent == 2)
    #expect(ShortestDecimal(Double.leastNonzeroMagnitude).exponent == -324)
    #expect(ShortestDecimal(Float(0.1)) == ShortestDecimal(0.1))
    #expect(ShortestDecimal(-0.0).double.sign == .minus)
  }

  @Test("names of what is not finite are read back, and no others")
  func nonFinite() {
    for number in [Double.nan, .infinity, -.infinity] {
      let name = NumberText.nonFiniteName(of: number)
      let read: Double? = name.flatMap { NumberText.nonFinite(named: $0) }
      #expect(read?.bitPattern == number.bitPattern)
    }
    let other: Double? = NumberText.nonFinite(named: "inf")
    #expect(other == nil)
    #expect(NumberText.nonFiniteName(of: 1.0) == nil)
  }
}
