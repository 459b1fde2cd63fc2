/// NumPy's `numpy.random.RandomState`: the Mersenne Twister MT19937, drawn from as NumPy has done
/// since 1.16 and promises to go on doing.
///
/// - Source: Matsumoto, Nishimura, "Mersenne Twister", 1998; the seeding is their `init_genrand` of
///   2002, the number of 53 bits their `genrand_res53`.
package struct LegacyRandomState: Sendable, UniformSource {
  private var words: [UInt32]
  private var place: Int

  private static let count = 624
  private static let shift = 397

  /// Creates the state of `RandomState(seed)`.
  package init(seed: UInt32) {
    words = []
    words.reserveCapacity(Self.count)
    var word = seed
    for i in 0..<Self.count {
      words.append(word)
      word = 1_812_433_253 &* (word ^ word >> 30) &+ UInt32(i + 1)
    }
    place = Self.count
  }

  /// Returns 32 random bits.
  package mutating func word() -> UInt32 {
    if place == Self.count { refill() }
    var word = words[place]
    place += 1
    word ^= word >> 11
    word ^= word << 7 & 0x9d2c_5680
    word ^= word << 15 & 0xefc6_0000
    return word ^ word >> 18
  }

  /// Returns `random_sample()`, a multiple of 2^-53 in [0, 1): 27 bits of one word, 26 of the next.
  package mutating func uniform() -> Double {
    let high = word() >> 5
    let low = word() >> 6
    return (Double(high) * 0x1p26 + Double(low)) * 0x1p-53
  }

  /// Returns `uniform(low, high)`.
  package mutating func uniform(from low: Double, to high: Double) -> Double {
    low + (high - low) * uniform()
  }

  /// Returns `randint(0, bound)`: words cut to as many bits as the bound needs, until one is below.
  ///
  /// - Precondition: `bound` is in 1 ... 2^32.
  package mutating func integer(below bound: Int) -> Int {
    precondition(0 < bound && bound <= 1 << 32, "no whole numbers below \(bound)")
    if bound == 1 { return 0 }
    let largest = UInt32(bound - 1)
    let mask = UInt32.max >> UInt32(largest.leadingZeroBitCount)
    while true {
      let value = word() & mask
      if value <= largest { return Int(value) }
    }
  }

  /// Brings the elements into the order of `shuffle`: from the last place down, each changes with
  /// one at or before it.
  package mutating func shuffle<Element>(_ elements: inout [Element]) {
    for i in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(i, integer(below: i + 1))
    }
  }

  /// Returns `choice(weights.count, size, p: weights)`: indices with the given shares.
  ///
  /// - Precondition: the weights are not negative, and one is positive.
  package mutating func choices(_ size: Int, weights: [Double]) -> [Int] {
    uniformChoices(size, weights: weights)
  }

  private mutating func refill() {
    for i in 0..<Self.count {
      let next = words[(i + 1) % Self.count]
      let y = words[i] & 0x8000_0000 | next & 0x7fff_ffff
      let twist = y >> 1 ^ (y & 1 == 0 ? 0 : 0x9908_b0df)
      words[i] = words[(i + Self.shift) % Self.count] ^ twist
    }
    place = 0
  }
}
