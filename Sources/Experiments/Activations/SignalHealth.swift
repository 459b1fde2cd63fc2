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
/// 3. **unjudged**: all samples are the same, or there is one alone. No signal enters, and what
///    follows would compare nothing with nothing.
/// 4. **collapsed**: more than half of the units rest for every sample (ReLU family); or the
///    values are nearly one constant: a standard deviation under 5 % of the range's width and
///    under a third of the mean's distance from zero (sigmoid, tanh).
/// 5. **vanishing**: what depends on the input, the standard deviation of a unit over the samples,
///    is under a tenth of the first layer's, or zero in both.
/// 6. **healthy**: none of these.
package enum SignalHealth: String, Codable, CaseIterable, Equatable, Sendable {
  case exploding, saturated, unjudged, collapsed, vanishing, healthy

  /// Growth of the standard deviation that counts as exploding.
  package static let explosion = 10.0
  /// Share of values at the ends that counts as saturated, and of units that count as dead.
  package static let majority = 0.5
  /// Part of the range's width under which a spread counts as collapsed.
  package static let narrow = 0.05
  /// Part of the first layer's signal under which the last one's counts as vanishing.
  package static let faint = 0.1

  /// - Parameter hasSignal: Whether the samples that enter differ.
  package init(
    layers: [LayerActivations], activation: Activation, width: Int, hasSignal: Bool = true
  ) {
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
    } else if !hasSignal {
      self = .unjudged
    } else if activation.isRectifier && Double(last.deadUnits) > Self.majority * Double(width) {
      self = .collapsed
    } else if let bounds = activation.bounds,
      last.standardDeviation < Self.narrow * (bounds.upperBound - bounds.lowerBound),
      last.standardDeviation < abs(last.mean) / 3
    {
      self = .collapsed
    } else if last.signal == 0 || last.signal < Self.faint * first.signal {
      self = .vanishing
    } else {
      self = .healthy
    }
  }
}
