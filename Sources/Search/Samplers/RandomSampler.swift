internal import DenseMath

/// Random search: every parameter by itself, evenly over its scale.
///
/// - Source: Bergstra, Bengio, "Random search for hyper-parameter optimization", JMLR 13, 2012.
package struct RandomSampler: Sampler {
  private let seed: SamplerSeed
  private var state: LegacyRandomState?

  package init(_ seed: SamplerSeed) {
    self.seed = seed
    if case .numpy(let word) = seed { state = LegacyRandomState(seed: word) }
  }

  /// Returns the parameters of a trial, which depend on no other trial.
  ///
  /// With a counter they depend on the seed, the number of the trial and the name of the parameter
  /// alone: more parameters leave the others as they are. With NumPy's generator they are the draws
  /// of Optuna 5.0.0's `RandomSampler`, one call after the other.
  package mutating func suggest(
    number: Int, for study: Study
  ) throws(SamplerError) -> [TrialParameter] {
    study.space.parameters.map { parameter in
      TrialParameter(
        name: parameter.name, distribution: parameter.distribution,
        value: value(of: parameter, number: number))
    }
  }

  /// Returns the value of one parameter of a trial.
  mutating func value(of parameter: SearchParameter, number: Int) -> Double {
    if parameter.distribution.isSingle { return parameter.distribution.value(atUnit: 0) }
    switch seed {
    case .counter(let seed):
      let trial = RandomStream(seed: seed).substream(.trial).substream(number)
      let unit = trial.substream(Self.code(of: parameter.name)).uniformDouble(at: 0)
      return parameter.distribution.value(atUnit: unit)
    case .numpy:
      return state?.value(from: parameter.distribution) ?? 0
    }
  }

  /// A number for a name: the upper 63 bits of the FNV-1a hash of its UTF-8 bytes.
  ///
  /// - Source: Fowler, Noll, Vo; RFC 9923.
  private static func code(of name: String) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(hash >> 1)
  }
}
