/// Which way a curve runs from its first number to its last.
enum Trend {
  case falls, rises, stays

  /// A change of less than a twentieth of the greater number is none.
  init(from first: Double, to last: Double) {
    if first == last || abs(first - last) < 0.05 * max(abs(first), abs(last)) {
      self = .stays
    } else {
      self = last < first ? .falls : .rises
    }
  }

  /// "falls from 2.3 to 0.11"
  func clause(from first: String, to last: String, _ language: Language) -> String {
    let (start, end) = ("\(first)에서", language.direction(last))
    return switch self {
    case .falls: language.pick("falls from \(first) to \(last)", "\(start) \(end) 내려간다")
    case .rises: language.pick("rises from \(first) to \(last)", "\(start) \(end) 올라간다")
    case .stays where first == last: language.pick("stays at \(last)", "\(last)에 머문다")
    case .stays:
      language.pick("hardly changes, from \(first) to \(last)", "\(start) \(end) 거의 변하지 않는다")
    }
  }
}
