import Files
import Provenance
import Training

/// A training config from a JSON file, which may leave out what is usual.
enum TrainingFile {
  /// The default config with what the file says in place.
  ///
  /// - Throws: `FileError`, `UsageError` for no JSON, and `JSONCodingError`, which names an unknown key and
  ///   the nearest known one.
  static func config(_ path: String, over standard: TrainingConfig) throws -> TrainingConfig {
    let file = try ConfigFile.read(path)
    let base = try JSONValueEncoder(root: "config").encode(standard)
    return try JSONValueDecoder(root: path, unknownKeys: .refuse)
      .decode(TrainingConfig.self, from: base.overlaid(with: file))
  }
}
