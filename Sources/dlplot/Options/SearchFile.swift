import Experiments
import Provenance
import Search

/// A search's config from a JSON file, which may leave out what is usual.
///
///     {
///       "space": {
///         "learning-rate": "log:1e-4..1",
///         "hidden": {"low": 50, "high": 200, "step": 50},
///         "init": ["xavier", "he"]
///       },
///       "sampler": "tpe", "objective": "loss", "trials": 40,
///       "training": {"network": {"activation": "tanh"}, "length": 20, "images": 1000}
///     }
///
/// The keys are those of the config that `--json` writes, or the names of the options.
enum SearchFile {
  /// The names of options whose keys in a config are others.
  private static let keys = [
    "objective": "metric", "epoch": "moment", "rng": "generator", "validation": "validationShare",
    "stopped-after": "stoppedAfter", "judged-after": "judgedAfter",
  ]
  /// Keys of a config that may be left out of it.
  private static let optional = ["narrow", "plot", "baseline", "stoppedAfter", "judgedAfter"]

  /// The default config with what the file says in place.
  ///
  /// - Throws: `FileError`, `UsageError` for no JSON, `SpaceError` for a range, and
  ///   `JSONCodingError`, which names an unknown key and the nearest known one.
  static func config(_ path: String, over standard: SearchConfig) throws -> SearchConfig {
    let file = try ConfigFile.read(path)
    guard case .object(var members) = file else {
      throw UsageError.invalid("--config", value: path, allowed: "a JSON object")
    }
    let base = try JSONValueEncoder(root: "config").encode(standard)
    for index in members.indices {
      let key = members[index].key
      try check(key, in: base, path)
      members[index].key = keys[key] ?? key
      if members[..<index].contains(where: { $0.key == members[index].key }) {
        throw JSONCodingError.repeatedKey(path: "\(path).\(key)")
      }
      if key == "space" { members[index].value = try space(members[index].value, path) }
    }
    return try JSONValueDecoder(root: path, unknownKeys: .refuse)
      .decode(SearchConfig.self, from: base.overlaid(with: .object(members)))
  }

  /// - Throws: `JSONCodingError.unknownKey`; a key of the training is told where it belongs.
  private static func check(_ key: String, in base: JSONValue, _ path: String) throws {
    let known = names(of: base) + optional + keys.keys.sorted()
    if known.contains(key) { return }
    let training = names(of: base["training"]).map { ($0, "training.\($0)") }
    let network = names(of: base["training"]?["network"]).map { ($0, "training.network.\($0)") }
    let nearest =
      NearestName.nearest(to: key, among: known)
      ?? (training + network).first { $0.0 == key }?.1
      ?? TuningParameter(rawValue: key).map { "space.\($0.rawValue)" }
    throw JSONCodingError.unknownKey(path: "\(path).\(key)", nearest: nearest)
  }

  private static func names(of json: JSONValue?) -> [String] {
    if case .object(let members)? = json { members.map(\.key) } else { [] }
  }

  // MARK: The space

  /// A space in the form of a config: as that is, or from an object of names and ranges.
  private static func space(_ json: JSONValue, _ path: String) throws -> JSONValue {
    guard case .object(let members) = json else { return json }
    let parameters = try members.map { member in
      SearchParameter(
        name: member.key,
        distribution: try distribution(member.value, of: member.key, "\(path).space.\(member.key)"))
    }
    return try JSONValueEncoder(root: "space").encode(try SearchSpace(parameters))
  }

  /// A range as on the command line, choices as an array, or bounds by name.
  private static func distribution(
    _ json: JSONValue, of name: String, _ place: String
  ) throws -> Distribution {
    let decoder = JSONValueDecoder(root: place, unknownKeys: .refuse)
    do {
      switch json {
      case .string(let range):
        return TuningParameter.range(of: try SearchParameter(text: "\(name)=\(range)")).distribution
      case .array: return try .choices(decoder.decode([ParameterValue].self, from: json))
      case .object:
        if json["name"] != nil || json["attributes"] != nil {
          return try decoder.decode(Distribution.self, from: json)
        }
        return try decoder.decode(Bounds.self, from: json).distribution(of: name)
      default:
        throw JSONCodingError.invalid(
          path: place, got: json.canonicalText,
          expected: "a range such as \"log:1e-6..1e-2\", an array of choices, or low and high")
      }
    } catch let error as DistributionError {
      throw JSONCodingError.refused(
        path: place, got: json.canonicalText, reason: error.description)
    }
  }

  /// A range by its bounds.
  private struct Bounds: Decodable {
    var low: Double
    var high: Double
    var log: Bool?
    var step: Double?

    /// JSON does not tell 1 from 1.0, so that the option decides which numbers it takes.
    func distribution(of name: String) throws -> Distribution {
      let isLog = log ?? false
      if TuningParameter(rawValue: name)?.isReal == false, let low = Int(exactly: low),
        let high = Int(exactly: high), let step = Int(exactly: step ?? 1)
      {
        return try .int(low, high, isLog: isLog, step: step)
      }
      return try .float(low, high, isLog: isLog, step: step)
    }
  }
}
