/// The entries of a history, divided into good and bad ones.
struct TPEDivision: Equatable, Sendable {
  enum Side: UInt8, Sendable { case none, good, bad }

  /// By entry; none for one that does not count.
  let sides: [Side]
  /// Good entries, ascending.
  let good: [Int32]
  /// Bad entries, ascending.
  let bad: [Int32]

  init(_ sides: [Side]) {
    self.sides = sides
    var (good, bad): ([Int32], [Int32]) = ([], [])
    bad.reserveCapacity(sides.count)
    for (entry, side) in sides.enumerated() {
      switch side {
      case .none: continue
      case .good: good.append(Int32(entry))
      case .bad: bad.append(Int32(entry))
      }
    }
    self.good = good
    self.bad = bad
  }
}
