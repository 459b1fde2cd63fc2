/// The shortest decimal number that reads back as one binary number and no other.
///
/// The value is `significand` times ten to the `exponent`, with the sign of `isNegative`. Of several
/// decimals of that length it is the one closest to the binary number.
///
/// The digits are those of Swift's `description`, which promises just that and knows no locale; how
/// `description` spells them (where it puts the point, how it writes an exponent) is of no
/// importance here and may change with Swift.
package struct ShortestDecimal: Equatable, Sendable {
  package let isNegative: Bool
  /// At most 17 digits (9 for a `Float`) without a trailing zero; zero for zero.
  package let significand: UInt64
  package let exponent: Int

  /// Takes a finite number.
  package init(_ value: Double) {
    self.init(description: value.description)
  }

  /// Takes a finite number; 0.1 as a `Float` has one digit.
  package init(_ value: Float) {
    self.init(description: value.description)
  }

  private init(description: consuming String) {
    self = description.withUTF8 { Self(spelling: $0) }
  }

  /// Reads digits, a point, `e` and an exponent, each where Swift may put it.
  private init(spelling: UnsafeBufferPointer<UInt8>) {
    var isNegative = false
    var significand: UInt64 = 0
    var exponent = 0
    var pendingZeros = 0
    var isFraction = false
    var writtenExponent: Int?
    var isExponentNegative = false
    for byte in spelling {
      switch byte {
      case UInt8(ascii: "-"):
        if writtenExponent == nil { isNegative = true } else { isExponentNegative = true }
      case UInt8(ascii: "."):
        isFraction = true
      case UInt8(ascii: "e"):
        writtenExponent = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = Int(byte - UInt8(ascii: "0"))
        if let power = writtenExponent {
          writtenExponent = 10 * power + digit
          continue
        }
        if isFraction { exponent -= 1 }
        // Zeros are held back until a digit follows them: a trailing one goes to the exponent.
        if digit == 0 {
          pendingZeros += 1
        } else {
          for _ in 0..<(significand == 0 ? 0 : pendingZeros) { significand *= 10 }
          significand = 10 * significand + UInt64(digit)
          pendingZeros = 0
        }
      default:
        break
      }
    }
    let power = writtenExponent ?? 0
    self.isNegative = isNegative
    self.significand = significand
    self.exponent =
      significand == 0 ? 0 : exponent + pendingZeros + (isExponentNegative ? -power : power)
  }

  /// The closest `Double`: for the decimal of a `Float`, the one that is written alike.
  package var double: Double {
    let magnitude =
      Self.exactly(significand, timesTenTo: exponent)
      ?? Double("\(significand)e\(exponent)") ?? .infinity
    return isNegative ? -magnitude : magnitude
  }

  /// The closest `Double` to `significand` times ten to the `exponent`, where one rounding gives it.
  ///
  /// Both factors are exact (a significand below 2^53, a power of ten up to 10^22), so the one
  /// product or quotient rounds correctly.
  ///
  /// - Source: W. D. Clinger, "How to read floating point numbers accurately", PLDI 1990.
  static func exactly(_ significand: UInt64, timesTenTo exponent: Int) -> Double? {
    guard significand < 1 << 53, abs(exponent) < powersOfTen.count else { return nil }
    let value = Double(significand)
    return exponent < 0 ? value / powersOfTen[-exponent] : value * powersOfTen[exponent]
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
