/// Where one curve passes another for good.
enum CurveCrossing {
  /// The part of the curves that the lead must last, so that noise at the end is no crossing.
  static let leastLead = 0.05

  /// The place from which `first` lies below `second` to the end.
  ///
  /// Nil where the lead is shorter than a twentieth of the curves, where `second` did not lie below
  /// at more than half of the places before, or where one of the curves ends in a number that is not
  /// finite: then it has diverged and is not passed.
  static func place(of first: [Double], below second: [Double]) -> Int? {
    let count = min(first.count, second.count)
    guard count > 0, first[count - 1].isFinite, second[count - 1].isFinite else { return nil }
    var place = count
    while place > 0, first[place - 1] < second[place - 1] { place -= 1 }
    guard place > 0, Double(count - place) >= leastLead * Double(count) else { return nil }
    let behind = (0..<place).count { second[$0] < first[$0] }
    return 2 * behind > place ? place : nil
  }

  /// The place from which a curve lies above a level to its end, and did not before; nil where it
  /// never does or always did.
  static func place(of curve: [Double], above level: Double) -> Int? {
    var place = curve.count
    while place > 0, curve[place - 1] > level { place -= 1 }
    return place > 0 && place < curve.count ? place : nil
  }
}
