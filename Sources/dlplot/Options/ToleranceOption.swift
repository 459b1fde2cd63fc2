import Comparing

/// Reads `--tolerance`: a name, or settings that differ from those of `unseen`.
enum ToleranceOption {
  private static let option = "--tolerance"
  private static let names = ["unseen", "none", "flat", "edge", "ratio", "pixels", "tile"]

  static func tolerance(_ text: String) throws(UsageError) -> Tolerance {
    switch text {
    case "unseen": return .unseen
    case "none": return .none
    default: break
    }
    var tolerance = Tolerance.unseen
    var seen: [String] = []
    for setting in text.split(separator: ",", omittingEmptySubsequences: false) {
      let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      guard parts.count == 2 else { throw unknown(String(setting)) }
      guard !seen.contains(name) else {
        throw .invalid(option, value: text, allowed: "\(name) once")
      }
      seen.append(name)
      try set(name, String(parts[1]), in: &tolerance)
    }
    return tolerance
  }

  private static func set(
    _ name: String, _ value: String, in tolerance: inout Tolerance
  ) throws(UsageError) {
    let place = "\(option) \(name)"
    switch name {
    case "flat": tolerance.flat = try OptionValue.integer(place, value, in: 0...255)
    case "edge": tolerance.edge = try OptionValue.integer(place, value, in: 0...255)
    case "ratio": tolerance.edgeRatio = try OptionValue.integer(place, value, in: 1...255)
    case "pixels":
      tolerance.pixels = try OptionValue.integer(place, value, in: 0...100_000_000)
    case "tile":
      tolerance.tileMean = try OptionValue.number(place, value, in: 0...255, allowed: "0...255")
    default: throw unknown(name)
    }
  }

  private static func unknown(_ text: String) -> UsageError {
    .invalid(
      option, value: text,
      allowed: "unseen, none, or settings flat=N, edge=N, ratio=N, pixels=N, tile=X"
        + OptionValue.hint(for: text, among: names))
  }
}
