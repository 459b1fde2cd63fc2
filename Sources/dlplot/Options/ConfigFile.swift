import Files
import Provenance

/// A file of `--config`.
enum ConfigFile {
  /// The JSON of a file.
  ///
  /// - Throws: `FileError`, `UsageError` for no JSON.
  static func read(_ path: String) throws -> JSONValue {
    do {
      return try JSONValue(parsing: InputFile.read(path), limits: JSONLimits())
    } catch let error as JSONParseError {
      throw UsageError.invalid("--config", value: path, allowed: "\(error)")
    }
  }
}

extension JSONValue {
  /// Objects member by member; anything else is replaced.
  func overlaid(with other: JSONValue) -> JSONValue {
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
