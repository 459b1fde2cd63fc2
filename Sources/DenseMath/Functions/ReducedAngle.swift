/// An angle as quarter turns and a rest of at most half a quarter turn.
///
/// The angle is multiplied by 2 / pi in integers. Of the 1280 bits of that constant only the 192
/// matter that stand neither for whole turns nor below 2^-137 quarter turns. No Double comes closer
/// than 2^-62 to a multiple of a quarter turn, so that the rest keeps 75 bits: every finite angle
/// is reduced to full accuracy.
/// - Source: Payne, Hanek, "Radian reduction for trigonometric functions", 1983.
struct ReducedAngle {
  /// The quarter turns, 0 to 3; whole turns are dropped.
  let quarterTurns: Int
  /// The rest in radians.
  let rest: DoubleDouble

  /// Reduces a finite angle in radians.
  init(_ x: Double) {
    if x.magnitude < 0x1.921fb54442d18p-1 {
      quarterTurns = 0
      rest = DoubleDouble(x)
      return
    }
    // |x| = mantissa * 2^exponent. A bit of 2 / pi at place i is worth mantissa * 2^(exponent - i)
    // quarter turns: multiples of four up to place exponent - 2. With the window beginning at the
    // next place, the product modulo 2^192 counts units of 2^-190 quarter turns.
    let exponent = Int(x.exponent) - 52
    let mantissa = x.significandBitPattern | 1 << 52
    let window = (0..<3).map { Self.inverseWord(at: exponent - 1 + 64 * $0) }
    let low = mantissa.multipliedFullWidth(by: window[2])
    let middle = mantissa.multipliedFullWidth(by: window[1])
    let (word1, carry) = low.high.addingReportingOverflow(middle.low)
    let word2 = mantissa &* window[0] &+ middle.high &+ (carry ? 1 : 0)

    // The two upper bits are the quarter turns; the others, read with a sign, the rest.
    let fraction2 = word2 << 2 | word1 >> 62
    let fraction1 = word1 << 2 | low.low >> 62
    let fraction0 = low.low << 2
    let isNegative = fraction2 >> 63 == 1
    let turns = Int(word2 >> 62) + (isNegative ? 1 : 0)
    let quarters = Self.signed(fraction2, fraction1, fraction0)
    let radians = quarters * DoubleDouble(0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54)

    if x < 0 {
      quarterTurns = -turns & 3
      rest = DoubleDouble(-radians.high, -radians.low)
    } else {
      quarterTurns = turns & 3
      rest = radians
    }
  }

  /// The signed fraction `(word2, word1, word0) / 2^192`, which is not zero.
  private static func signed(
    _ word2: UInt64, _ word1: UInt64, _ word0: UInt64
  ) -> DoubleDouble {
    let isNegative = word2 >> 63 == 1
    var upper = UInt128(word2) << 64 | UInt128(word1)
    var lower = word0
    if isNegative {
      lower = 0 &- lower
      upper = ~upper &+ (lower == 0 ? 1 : 0)
    }
    // Normalised to a leading one: 53 bits for the upper part, the next 64 for the lower.
    let shift = upper.leadingZeroBitCount
    upper = upper << UInt128(shift) | (UInt128(lower) << 64) >> UInt128(128 - shift)
    let unit = Double(bitPattern: UInt64(1023 - shift) << 52)
    let high = Double(UInt64(upper >> 75)) * 0x1p-53 * unit
    let low = Double(UInt64(truncatingIfNeeded: upper >> 11)) * 0x1p-117 * unit
    return isNegative ? DoubleDouble(-high, -low) : DoubleDouble(high, low)
  }

  /// Sixty-four bits of 2 / pi from place `place` on; place 1 is the first after the point.
  private static func inverseWord(at place: Int) -> UInt64 {
    let word = (place - 1) >> 6
    let bit = (place - 1) & 63
    let first = word < 0 ? 0 : twoOverPi[word]
    let second = word + 1 < 0 ? 0 : twoOverPi[word + 1]
    return first << UInt64(bit) | second >> UInt64(64 - bit)
  }

  /// The binary digits of 2 / pi.
  private static let twoOverPi: [UInt64] = [
    0xa2f9_836e_4e44_1529, 0xfc27_57d1_f534_ddc0, 0xdb62_9599_3c43_9041, 0xfe51_63ab_debb_c561,
    0xb724_6e3a_424d_d2e0, 0x0649_2eea_09d1_921c, 0xfe1d_eb1c_b129_a73e, 0xe882_35f5_2ebb_4484,
    0xe99c_7026_b45f_7e41, 0x3991_d639_8353_39f4, 0x9c84_5f8b_bdf9_283b, 0x1ff8_97ff_de05_980f,
    0xef2f_118b_5a0a_6d1f, 0x6d36_7ecf_27cb_09b7, 0x4f46_3f66_9e5f_ea2d, 0x7527_bac7_ebe5_f17b,
    0x3d07_39f7_8a52_92ea, 0x6bfb_5fb1_1f8d_5d08, 0x5603_3046_fc7b_6bab, 0xf0cf_bc20_9af4_361d,
  ]
}
