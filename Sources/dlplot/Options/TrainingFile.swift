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
    let file: JSONValue
    do {
      file = try JSONValue(parsing: InputFile.read(path), limits: JSONLimits())
    } catch let error as JSONParseError {
      throw UsageError.invalid("--config", value: path, allowed: "\(error)")
    }
    let base = try JSONValueEncoder(root: "config").encode(standard)
    return try JSONValueDecoder(root: path, unknownKeys: .refuse)
      .decode(TrainingConfig.self, from: base.overlaid(with: file))
  }
}

extension JSONValue {
  /// Objects member by member; anything else is replaced.
  fileprivate func overlaid(with other: JSONValue) -> JSONValue {
    guard case .object(var members) = self, case .object(let theirs) = other else { return other }
    for member in theirs {
      if let index = members.firstIndex(where: { $0.key == member.key }) {
        members[index] = JSONMember(
          key: member.key, value: members[index].value.overlaid(with: member.value))
      } else {
        members.append(member)
      }
    }
    return .object(members)
  }
}
