internal import DenseMath

/// Quasi-random search: the points of a Sobol sequence, which fill the space more evenly than random
/// ones.
///
/// Scrambled after Owen: each binary digit of a coordinate is flipped by a random bit that depends on
/// the digits before it, which keeps the evenness and makes each point uniformly random. The bits
/// come from the streams of the seed, so that point `i` depends on the seed and `i` alone. Any
/// 2^k points that begin at a multiple of 2^k are well spread: a power of two is the best number of
/// trials.
///
/// - Source: Sobol, "On the distribution of points in a cube", 1967; Antonov, Saleev, 1979, for the
///   order by Gray code; Owen, "Randomly permuted (t,m,s)-nets", 1995.
package struct SobolSampler: Sampler {
  private let directions: [[UInt32]]
  private let streams: [RandomStream]?

  /// The most parameters.
  package static var mostDimensions: Int { SobolDirections.count }

  /// Creates the sequence for a space.
  ///
  /// - Parameter seed: Of the scramble; nil for the bare sequence, whose first point is the lower
  ///   corner.
  /// - Throws: `SamplerError.tooManyDimensions`.
  package init(_ space: SearchSpace, seed: UInt64?) throws(SamplerError) {
    let count = space.parameters.count
    guard count <= Self.mostDimensions else {
      throw .tooManyDimensions(got: count, most: Self.mostDimensions)
    }
    directions = (0..<count).map(SobolDirections.directions)
    streams = seed.map { seed in
      let root = RandomStream(seed: seed).substream(.search)
      return (0..<count).map { root.substream($0) }
    }
  }

  /// Returns the point of a trial, which depends on its number alone.
  ///
  /// - Throws: `SamplerError.sequenceExhausted` from 2^32 on.
  package func suggest(
    number: Int, for study: Study
  ) throws(SamplerError) -> [TrialParameter] {
    guard UInt64(number) >> UInt64(SobolDirections.bits) == 0 else {
      throw .sequenceExhausted(number: number, count: 1 << SobolDirections.bits)
    }
    return study.space.parameters.enumerated().map { dimension, parameter in
      TrialParameter(
        name: parameter.name, distribution: parameter.distribution,
        value: parameter.distribution.value(atUnit: coordinate(dimension, of: number)))
    }
  }

  /// A coordinate in [0, 1) of the point `number`: a multiple of 2^-32 where nothing is scrambled,
  /// else of 2^-52.
  func coordinate(_ dimension: Int, of number: Int) -> Double {
    var gray = UInt32(truncatingIfNeeded: number ^ number >> 1)
    var digits: UInt32 = 0
    while gray != 0 {
      digits ^= directions[dimension][gray.trailingZeroBitCount]
      gray &= gray - 1
    }
    guard let stream = streams?[dimension] else { return Double(digits) * 0x1p-32 }
    var scrambled: UInt32 = 0
    for place in 0..<SobolDirections.bits {
      // The digits before this one, behind a leading one: the node of a binary tree.
      let node = 1 << place | Int(UInt64(digits) >> UInt64(32 - place))
      let flip = stream.word(at: node) >> 31
      scrambled = scrambled << 1 | (digits >> UInt32(31 - place) & 1 ^ flip)
    }
    // The digits beyond the sequence's own are random.
    let rest = stream.substream(0).word(at: Int(scrambled)) >> 12
    return (Double(scrambled) + Double(rest) * 0x1p-20) * 0x1p-32
  }
}
