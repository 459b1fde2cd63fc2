/// What random numbers are drawn for; each purpose has a stream of its own.
///
/// The raw values lead to every number that is drawn: they never change, and a purpose that falls
/// out of use keeps its value to itself.
package enum RandomPurpose: UInt64, CaseIterable, Codable, Sendable {
  /// Initial weights and biases.
  case weights = 1
  /// Samples of a made-up input distribution.
  case samples = 2
  /// The order of training samples in an epoch.
  case batches = 3
  /// Units that dropout silences.
  case dropout = 4
  /// A trial of a hyper-parameter search.
  case trial = 5
  /// The division of a data set into parts, or the choice of a part.
  case split = 6
  /// Noise added to inputs.
  case inputNoise = 7
  /// Labels replaced by wrong ones.
  case labelNoise = 8
  /// Shifts, rotations and other changes of training samples.
  case augmentation = 9
  /// Signals sent back from the top of a network in place of a loss.
  case gradients = 10
  /// One run among several that differ in their seed only.
  case replicate = 11
  /// Resampling with replacement for error bars.
  case bootstrap = 12
  /// What a sampler of hyper-parameters draws beside the parameters themselves: candidates among
  /// which it chooses, the scramble of a sequence.
  case search = 13
}
