/// Where a value lies along an axis, from 0 to 1.
package enum AxisScale: Equatable, Sendable {
  case continuous(ContinuousScale)
  case bands(BandScale)

  /// Position of a value; for bands the middle of the band counted by `value`.
  package func position(_ value: Double) -> Double {
    switch self {
    case .continuous(let scale):
      return scale.position(value)
    case .bands(let scale):
      let index = Int(value.rounded())
      guard scale.categories.indices.contains(index) else { return .nan }
      let band = scale.band(index)
      return band.start + band.width / 2
    }
  }
}
