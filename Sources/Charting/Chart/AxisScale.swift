/// Where a value lies along an axis, from 0 to 1.
package enum AxisScale: Equatable, Sendable {
  case continuous(ContinuousScale)
  case bands(BandScale)

  /// Position of a value; for bands the middle of the band counted by `value`, so that a band's
  /// cell reaches from half below to half above its number.
  package func position(_ value: Double) -> Double {
    switch self {
    case .continuous(let scale):
      return scale.position(value)
    case .bands(let scale):
      let first = scale.band(0)
      return first.start + first.width / 2 + value * scale.step
    }
  }
}
