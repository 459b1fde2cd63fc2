package import NeuralNet

/// What became of a signal on its way through the layers.
///
/// The rule looks at the last layer and compares it with the first; the first line that holds
/// decides:
///
/// 1. **exploding**: a value is not finite, or the standard deviation grew more than tenfold from
///    the first layer to the last (only where outputs have no bound).
/// 2. **saturated**: more than half of the values lie within 5 % of the range's width from one of
///    its ends, where the slope of sigmoid and tanh is below a fifth of its greatest.
/// 3. **collapsed**: more than half of the units rest for every sample (ReLU family); or the
///    values are nearly one constant: a standard deviation under 5 % of the range's width and
///    under a third of the mean's distance from zero (sigmoid, tanh).
/// 4. **vanishing**: what depends on the input, the standard deviation of a unit over the samples,
///    is under a tenth of the first layer's.
/// 5. **healthy**: none of these.
package enum SignalHealth: String, Codable, CaseIterable, Equatable, Sendable {
  case exploding, saturated, collapsed, vanishing, healthy

  /// Growth of the standard deviation that counts as exploding.
  package static let explosion = 10.0
  /// Share of values at the ends that counts as saturated, and of units that count as dead.
  package static let majority = 0.5
  /// Part of the range's width under which a spread counts as collapsed.
  package static let narrow = 0.05
  /// Part of the first layer's signal under which the last one's counts as vanishing.
  package static let faint = 0.1

  package init(layers: [LayerActivations], activation: Activation, width: Int) {
    guard let first = layers.first, let last = layers.last else {
      self = .healthy
      return
    }
    if layers.contains(where: { $0.nonFinite > 0 }) {
      self = .exploding
    } else if activation.bounds == nil
      && last.standardDeviation > Self.explosion * first.standardDeviation
    {
      self = .exploding
    } else if last.saturatedShare > Self.majority {
      self = .saturated
    } else if activation.isRectifier && Double(last.deadUnits) > Self.majority * Double(width) {
      self = .collapsed
    } else if let bounds = activation.bounds,
      last.standardDeviation < Self.narrow * (bounds.upperBound - bounds.lowerBound),
      last.standardDeviation < abs(last.mean) / 3
    {
      self = .collapsed
    } else if last.signal < Self.faint * first.signal {
      self = .vanishing
    } else {
      self = .healthy
    }
  }
}
