import Comparing

/// Reads `--tolerance`: a name, or settings that differ from those of `unseen`.
enum ToleranceOption {
  static func tolerance(_ text: String) throws(UsageError) -> Tolerance {
    do {
      return try Tolerance(text: text)
    } catch {
      throw .invalid(
        "--tolerance" + (error.setting.map { " " + $0 } ?? ""), value: error.value,
        allowed: error.allowed)
    }
  }
}
