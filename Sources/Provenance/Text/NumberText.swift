/// Numbers as ECMAScript writes them: shortest digits, no locale, `1e+21` and `1e-7` at the ends.
///
/// - Source: ECMA-262, Number::toString with radix 10; RFC 8785 section 3.2.2.3.
package enum NumberText {
  /// Appends a finite number; -0 as `0`.
  package static func append(_ value: Double, to text: inout [UInt8]) {
    // Below 2^53 an integer is its own shortest decimal (the spacing of doubles is 1 at most).
    if let integer = Int64(exactly: value), integer.magnitude < 1 << 53 {
      append(integer, to: &text)
    } else {
      var description = value.description
      let isTaken = description.withUTF8 { appendPlain($0, of: value, to: &text) }
      if !isTaken { append(ShortestDecimal(value), to: &text) }
    }
  }

  /// Appends Swift's own digits where they are spelled as ECMAScript spells them, which most are;
  /// taking them apart and putting them together again takes several times as long.
  private static func appendPlain(
    _ spelling: UnsafeBufferPointer<UInt8>, of value: Double, to text: inout [UInt8]
  ) -> Bool {
    guard (1e-6..<1e15).contains(value.magnitude), let last = spelling.last,
      (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(last)
    else { return false }
    var points = 0
    for (index, byte) in spelling.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): continue
      case UInt8(ascii: "."): points += 1
      case UInt8(ascii: "-") where index == 0: continue
      default: return false
      }
    }
    guard points == 1 else { return false }
    text.append(contentsOf: spelling)
    return true
  }

  /// Appends a finite number with the digits of a `Float`; -0 as `0`.
  package static func append(_ value: Float, to text: inout [UInt8]) {
    append(ShortestDecimal(value), to: &text)
  }

  /// Appends an integer in decimal digits.
  package static func append(_ value: Int64, to text: inout [UInt8]) {
    if value < 0 { text.append(UInt8(ascii: "-")) }
    appendDigits(value.magnitude, to: &text)
  }

  /// Appends a decimal by the rules of ECMAScript; zero without its sign.
  package static func append(_ decimal: ShortestDecimal, to text: inout [UInt8]) {
    guard decimal.significand != 0 else {
      text.append(UInt8(ascii: "0"))
      return
    }
    if decimal.isNegative { text.append(UInt8(ascii: "-")) }
    let start = text.count
    appendDigits(decimal.significand, to: &text)
    let count = text.count - start
    // The decimal point lies after this many digits.
    let point = count + decimal.exponent
    switch point {
    case count...21:
      text.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: point - count))
    case 1...21:
      text.insert(UInt8(ascii: "."), at: start + point)
    case -5...0:
      let zeros = repeatElement(UInt8(ascii: "0"), count: -point)
      text.insert(contentsOf: [UInt8(ascii: "0"), UInt8(ascii: ".")] + zeros, at: start)
    default:
      if count > 1 { text.insert(UInt8(ascii: "."), at: start + 1) }
      text.append(UInt8(ascii: "e"))
      text.append(point > 0 ? UInt8(ascii: "+") : UInt8(ascii: "-"))
      appendDigits(UInt64((point - 1).magnitude), to: &text)
    }
  }

  /// The number as text; -0 as `0`, non-finite numbers as `NaN`, `Infinity` and `-Infinity`.
  package static func text(of value: Double) -> String {
    if let name = nonFiniteName(of: value) { return name }
    var text: [UInt8] = []
    append(value, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// What a non-finite number is called; nil for a finite one.
  package static func nonFiniteName(of value: some BinaryFloatingPoint) -> String? {
    if value.isFinite { return nil }
    if value.isNaN { return "NaN" }
    return value < 0 ? "-Infinity" : "Infinity"
  }

  /// The non-finite number of a name that `nonFiniteName(of:)` gives; nil for any other text.
  package static func nonFinite<Number: BinaryFloatingPoint>(named name: String) -> Number? {
    switch name {
    case "NaN": .nan
    case "Infinity": .infinity
    case "-Infinity": -.infinity
    default: nil
    }
  }

  private static func appendDigits(_ value: UInt64, to text: inout [UInt8]) {
    let start = text.count
    var rest = value
    repeat {
      text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    text[start...].reverse()
  }
}
