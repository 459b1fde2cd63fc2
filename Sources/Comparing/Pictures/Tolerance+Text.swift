internal import Provenance

/// A tolerance in words that cannot be followed.
package struct ToleranceTextError: Error, Equatable, CustomStringConvertible {
  /// The setting whose value it is; nil for the text as a whole.
  package let setting: String?
  package let value: String
  package let allowed: String

  package var description: String {
    (setting.map { "\($0)=\(value): " } ?? "") + allowed
  }
}

extension Tolerance {
  private static let names = ["unseen", "none", "flat", "edge", "ratio", "pixels", "tile"]

  /// Reads `unseen`, `none`, or settings that differ from those of `unseen`, as in `flat=3,pixels=5`.
  package init(text: String) throws(ToleranceTextError) {
    self = text == "none" ? .none : .unseen
    if text == "none" || text == "unseen" { return }
    var seen: [String] = []
    for setting in text.split(separator: ",", omittingEmptySubsequences: false) {
      let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      try Self.check(name, hasValue: parts.count == 2, in: text)
      guard !seen.contains(name) else {
        throw ToleranceTextError(setting: nil, value: text, allowed: "\(name) once")
      }
      seen.append(name)
      try set(name, String(parts[1]))
    }
  }

  /// Refuses a name that is to stand alone, and a setting without its number.
  private static func check(
    _ name: String, hasValue: Bool, in text: String
  ) throws(ToleranceTextError) {
    let allowed: String? =
      switch name {
      case "none", "unseen": "\(name) stands alone; settings are changes of unseen"
      case "tile": hasValue ? nil : "tile=X, with a number"
      case _ where names.contains(name): hasValue ? nil : "\(name)=N, with a number"
      default: nil
      }
    if let allowed { throw ToleranceTextError(setting: nil, value: text, allowed: allowed) }
    if !hasValue { throw unknown(name) }
  }

  private mutating func set(_ name: String, _ value: String) throws(ToleranceTextError) {
    func integer(in range: ClosedRange<Int>) throws(ToleranceTextError) -> Int {
      guard let number = Int(value), range.contains(number) else {
        throw ToleranceTextError(
          setting: name, value: value, allowed: "\(range.lowerBound)...\(range.upperBound)")
      }
      return number
    }
    switch name {
    case "flat": flat = try integer(in: 0...255)
    case "edge": edge = try integer(in: 0...255)
    case "ratio": edgeRatio = try integer(in: 1...255)
    case "pixels": pixels = try integer(in: 0...100_000_000)
    case "tile":
      guard let number = Double(value), (0...255).contains(number) else {
        throw ToleranceTextError(setting: name, value: value, allowed: "0...255")
      }
      tileMean = number
    default: throw Self.unknown(name)
    }
  }

  private static func unknown(_ text: String) -> ToleranceTextError {
    let hint = NearestName.nearest(to: text.lowercased(), among: names)
    return ToleranceTextError(
      setting: nil, value: text,
      allowed: "unseen, none, or settings flat=N, edge=N, ratio=N, pixels=N, tile=X"
        + (hint.map { "; did you mean \($0)?" } ?? ""))
  }
}
