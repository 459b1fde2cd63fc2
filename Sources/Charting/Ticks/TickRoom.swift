/// The room that an axis has for its labels.
struct TickRoom {
  let scale: ContinuousScale
  /// The axis in points.
  let length: Double
  /// The wanted distance between labels in points.
  let spacing: Double
  /// The least room between two labels in points.
  let gap: Double
  /// What a label takes of the axis in points.
  let extent: (String) -> Double

  /// No axis has more labels than this, however long it is.
  static let greatestCount = 11

  /// The number of labels that would stand at the wanted distance from end to end.
  var target: Double {
    let wanted = length / spacing + 1
    return wanted >= 2 ? min(wanted, 9) : 2
  }

  /// The distance of two values on the axis in points.
  func distance(_ a: Double, _ b: Double) -> Double {
    abs(scale.position(a) - scale.position(b)) * length
  }

  /// The labels as ticks where the values rise strictly and no label comes too near to another.
  func ticks(_ count: Int, _ label: (Int) -> Tick) -> [Tick]? {
    var ticks: [Tick] = []
    ticks.reserveCapacity(count)
    var previousExtent = 0.0
    for index in 0..<count {
      let tick = label(index)
      let tickExtent = extent(tick.label)
      if let previous = ticks.last {
        guard tick.value > previous.value,
          distance(previous.value, tick.value) >= (previousExtent + tickExtent) / 2 + gap
        else { return nil }
      }
      ticks.append(tick)
      previousExtent = tickExtent
    }
    return ticks
  }
}
