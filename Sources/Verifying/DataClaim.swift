import Datasets
import Experiments
import Provenance

/// What a recipe says of the data sets of its experiment.
struct DataClaim {
  let claimed: [Recipe.DataSet]
  /// Whether the experiment reads images.
  let needsImages: Bool

  /// Whether images are needed of which nothing is said.
  var isMissing: Bool { needsImages && claimed.isEmpty }

  /// The rung of the config, of which the data sets are a part.
  ///
  /// - Parameter used: What the experiment read; nil where it was not run.
  func rung(used: [Recipe.DataSet]?) -> VerificationReport.Rung {
    if let used {
      guard claimed != used else { return .init(.config, .equal) }
      return .init(
        .config, .differs,
        "by its recipe the figure was made from \(Self.text(claimed)), it is from "
          + Self.text(used))
    }
    guard claimed.count != (needsImages ? 1 : 0) || claimed.contains(where: Self.isNameless) else {
      return .init(.config, .equal)
    }
    return .init(
      .config, .differs,
      "by its recipe the figure was made from \(Self.text(claimed)), "
        + (needsImages ? "its experiment reads one data set" : "its experiment reads none"))
  }

  /// Whether a name is none that a recipe can have.
  private static func isNameless(_ set: Recipe.DataSet) -> Bool {
    KnownDataset(rawValue: set.name) == nil && set.name != ImageSource.folder
  }

  private static func text(_ sets: [Recipe.DataSet]) -> String {
    guard !sets.isEmpty else { return "no data set" }
    let names = sets.prefix(3).map {
      "\(MessageText.quoted($0.name)) (\($0.digest.hex.prefix(8))…)"
    }
    return names.joined(separator: ", ")
      + (sets.count > 3 ? ", and \(sets.count - 3) more" : "")
  }
}
