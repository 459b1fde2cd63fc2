import Provenance

/// What two distributions of one parameter must have in common within a study.
enum DistributionKind {
  /// Whether Optuna lets a parameter be drawn from both: the same class, both on a log scale or
  /// neither, and, for categories, the same choices. Ranges and steps may change.
  ///
  /// - Parameters: Optuna's JSON of each.
  static func areCompatible(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    guard let a = key(of: a), let b = key(of: b) else { return false }
    return a == b
  }

  /// nil for what is no distribution.
  private static func key(of json: String) -> String? {
    guard let value = try? JSONValue(parsing: json) else { return nil }
    if let name = value["name"]?.stringValue {
      guard let attributes = value["attributes"] else { return nil }
      return key(name, attributes)
    }
    switch value["type"]?.stringValue {
    case "float": return key("FloatDistribution", value)
    case "int": return key("IntDistribution", value)
    case "categorical": return key("CategoricalDistribution", value)
    default: return nil
    }
  }

  private static func key(_ name: String, _ attributes: JSONValue) -> String {
    if name == "CategoricalDistribution" {
      return name + (attributes["choices"]?.canonicalText ?? "")
    }
    return name + (attributes["log"] == true ? " log" : "")
  }
}
