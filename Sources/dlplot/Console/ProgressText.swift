/// Pieces of a line that shows how far something is.
enum ProgressText {
  /// The bar, where one is wanted, and the share in per cent.
  static func share(_ share: Double, bar width: Int?) -> [String] {
    let share = min(1, max(0, share))
    var parts: [String] = []
    if let width {
      let filled = Int(share * Double(width))
      parts.append(
        "[" + String(repeating: "=", count: filled)
          + String(repeating: " ", count: width - filled) + "]")
    }
    // 0.29 is a little less than 29 hundredths.
    parts.append("\(Int(share * 100 + 1e-9)) %")
    return parts
  }

  /// `1:05 left`.
  static func left(_ seconds: Double) -> String {
    let left = seconds < 1e9 ? Int(seconds.rounded(.up)) : 1_000_000_000
    let (hours, minutes, rest) = (left / 3600, left / 60 % 60, left % 60)
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return hours > 0
      ? "\(hours):\(padded(minutes)):\(padded(rest)) left" : "\(minutes):\(padded(rest)) left"
  }

  /// Four decimals, so that the line does not dance.
  static func short(_ loss: Float) -> String {
    guard loss.isFinite, abs(loss) < 1e6 else { return loss.isNaN ? "NaN" : "infinite" }
    return decimals(Double(abs(loss)), 4)
  }

  /// A number with so many digits behind the point.
  static func decimals(_ value: Double, _ count: Int) -> String {
    var scale = 1
    for _ in 0..<count { scale *= 10 }
    let units = Int((value * Double(scale)).rounded())
    let digits = String(units % scale)
    return "\(units / scale)." + String(repeating: "0", count: count - digits.count) + digits
  }
}
