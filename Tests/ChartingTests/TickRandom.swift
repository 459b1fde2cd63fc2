/// A small generator of reproducible test cases: SplitMix64 (Steele, Lea and Flood, 2014).
struct TickRandom {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number from 0 up to, not including, `bound`.
  mutating func below(_ bound: Int) -> Int {
    Int(next() % UInt64(bound))
  }

  /// A number of up to so many bits (at most 63).
  mutating func integer(bits: Int) -> Int {
    Int(next() >> UInt64(64 - bits))
  }

  /// A number from 0 up to, not including, 1.
  mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// Any finite number, every bit pattern alike.
  mutating func anyFinite() -> Double {
    while true {
      let value = Double(bitPattern: next())
      if value.isFinite { return value }
    }
  }

  /// A positive number whose decimal exponent is spread evenly over `range`.
  mutating func magnitude(_ range: ClosedRange<Int>) -> Double {
    let exponent = range.lowerBound + below(range.count)
    return (1 + 9 * unit()) * (Double("1e\(exponent)") ?? 0)
  }
}
