import Files
import Provenance
import Training

/// A training config from a JSON file, which may leave out what is usual.
enum TrainingFile {
  /// Where a config has what options name otherwise.
  private static let places = [
    "epochs": "length", "iterations": "length", "learning-rate": "optimizer", "rate": "optimizer",
    "init": "network.initializer", "batch-norm": "network.batchNorm",
    "dropout-form": "network.dropoutForm", "weight-decay": "weightDecay",
    "test-images": "testImages", "evaluate-every": "evaluateEvery",
  ]

  /// The default config with what the file says in place.
  ///
  /// - Throws: `FileError`; `UsageError` for no JSON and for a value out of its range; and
  ///   `JSONCodingError`, which names an unknown key and the nearest known one.
  static func config(_ path: String, over standard: TrainingConfig) throws -> TrainingConfig {
    let file = try ConfigFile.read(path)
    let base = try JSONValueEncoder(root: "config").encode(standard)
    try check(file, against: base, path)
    let config = try JSONValueDecoder(root: path, unknownKeys: .refuse)
      .decode(TrainingConfig.self, from: base.overlaid(with: file))
    do {
      try config.validate()
    } catch {
      throw UsageError.inFile(path, reason: "\(error)")
    }
    return config
  }

  /// - Throws: `JSONCodingError.unknownKey` for a key that belongs elsewhere in the config.
  private static func check(
    _ file: JSONValue, against base: JSONValue, _ path: String
  ) throws {
    guard case .object(let members) = file else {
      throw UsageError.invalid("--config", value: path, allowed: "a JSON object")
    }
    var network: [String] = []
    if case .object(let members)? = base["network"] { network = members.map(\.key) }
    for member in members {
      if let place = places[member.key]
        ?? (network.contains(member.key) ? "network.\(member.key)" : nil)
      {
        throw JSONCodingError.unknownKey(path: "\(path).\(member.key)", nearest: place)
      }
    }
  }
}
