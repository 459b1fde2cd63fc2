/// A natural number of any size, just big enough an arithmetic to turn decimals into binary
/// exactly.
///
/// Every operation is exact, or says what it dropped: `isInexact` remembers whether a nonzero
/// remainder was ever cut off, which is all that correct rounding has to know.
struct WideNatural {
  /// Digits in base 2^64, the least significant first, without leading zeros; empty for zero.
  private(set) var limbs: [UInt64]
  /// True once a division or a shift to the right has dropped something other than zero.
  private(set) var isInexact = false

  init(_ value: UInt64) {
    limbs = value == 0 ? [] : [value]
  }

  var isZero: Bool { limbs.isEmpty }

  /// The number of bits up to the highest one that is set; 0 for zero.
  var bitWidth: Int {
    guard let top = limbs.last else { return 0 }
    return limbs.count * 64 - top.leadingZeroBitCount
  }

  /// The number itself where it fits into 128 bits.
  var asUInt128: UInt128? {
    guard limbs.count <= 2 else { return nil }
    let low = limbs.first ?? 0
    let high = limbs.count == 2 ? limbs[1] : 0
    return UInt128(high) << 64 | UInt128(low)
  }

  mutating func multiply(by factor: UInt64) {
    var carry: UInt64 = 0
    for index in limbs.indices {
      let product = limbs[index].multipliedFullWidth(by: factor)
      let (low, overflow) = product.low.addingReportingOverflow(carry)
      limbs[index] = low
      carry = product.high &+ (overflow ? 1 : 0)
    }
    if carry != 0 { limbs.append(carry) }
    dropLeadingZeros()
  }

  /// Divides and keeps the floor; `divisor` is not zero.
  mutating func divide(by divisor: UInt64) {
    var remainder: UInt64 = 0
    for index in limbs.indices.reversed() {
      (limbs[index], remainder) = divisor.dividingFullWidth((remainder, limbs[index]))
    }
    if remainder != 0 { isInexact = true }
    dropLeadingZeros()
  }

  mutating func shiftLeft(by count: Int) {
    guard count > 0, !isZero else { return }
    let (whole, part) = count.quotientAndRemainder(dividingBy: 64)
    if part > 0 {
      var carry: UInt64 = 0
      for index in limbs.indices {
        let limb = limbs[index]
        limbs[index] = limb << UInt64(part) | carry
        carry = limb >> UInt64(64 - part)
      }
      if carry != 0 { limbs.append(carry) }
    }
    if whole > 0 { limbs.insert(contentsOf: repeatElement(0, count: whole), at: 0) }
  }

  /// Divides by `2^count` and keeps the floor.
  mutating func shiftRight(by count: Int) {
    guard count > 0, !isZero else { return }
    let (whole, part) = count.quotientAndRemainder(dividingBy: 64)
    guard whole < limbs.count else {
      limbs = []
      isInexact = true
      return
    }
    if limbs[..<whole].contains(where: { $0 != 0 }) { isInexact = true }
    limbs.removeFirst(whole)
    if part > 0 {
      if limbs[0] << UInt64(64 - part) != 0 { isInexact = true }
      for index in limbs.indices {
        let above = index + 1 < limbs.count ? limbs[index + 1] : 0
        limbs[index] = limbs[index] >> UInt64(part) | above << UInt64(64 - part)
      }
    }
    dropLeadingZeros()
  }

  /// Multiplies by `5^exponent`, or divides and keeps the floor where the exponent is negative.
  mutating func scaleByPowerOfFive(_ exponent: Int) {
    var left = abs(exponent)
    while left > 0 {
      let chunk = min(left, PowersOfFive.limit)
      let power = PowersOfFive.table[chunk]
      if exponent > 0 { multiply(by: power) } else { divide(by: power) }
      left -= chunk
    }
  }

  private mutating func dropLeadingZeros() {
    while limbs.last == 0 { limbs.removeLast() }
  }
}

/// The powers of five that fit into 64 bits.
private enum PowersOfFive {
  static let limit = 27
  static let table: [UInt64] = (0..<limit).reduce(into: [1]) { powers, _ in
    powers.append(powers[powers.count - 1] * 5)
  }
}
