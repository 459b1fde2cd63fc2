/// Where a sampler's random numbers come from.
package enum SamplerSeed: Hashable, Sendable {
  /// The streams of a seed: what trial `i` draws depends on the seed and `i` alone.
  case counter(UInt64)
  /// `numpy.random.RandomState(seed)`, drawn from one trial after the other, as Optuna does: a study
  /// that goes on must first repeat the suggestions that it has made.
  case numpy(UInt32)

  /// NumPy's generator for a seed that a user gives.
  ///
  /// - Throws: `SamplerError.seedTooLarge` from 2^32 on.
  package static func numpy(checking seed: UInt64) throws(SamplerError) -> SamplerSeed {
    guard let word = UInt32(exactly: seed) else { throw .seedTooLarge(seed) }
    return .numpy(word)
  }
}
