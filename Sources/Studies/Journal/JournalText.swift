import Provenance

/// Writes the lines of a journal.
struct JournalText {
  private(set) var bytes: [UInt8] = []
  private let worker: String

  /// - Parameter worker: Who writes, in Optuna's `worker_id`: letters, digits and hyphens.
  init(worker: String) { self.worker = worker }

  /// Appends a line.
  ///
  /// - Parameter members: Keys with their values as JSON.
  mutating func append(_ operation: JournalOperation, _ members: [(key: String, json: String)]) {
    bytes += "{\"op_code\":\(operation.rawValue),\"worker_id\":\(Self.string(worker))".utf8
    for (key, json) in members { bytes += ",\(Self.string(key)):\(json)".utf8 }
    bytes += "}\n".utf8
  }

  static func string(_ text: String) -> String { JSONValue.string(text).canonicalText }

  /// A number as Python reads it for a float: with a point or an exponent, or one of its three words.
  static func number(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    let text = JSONValue.number(value).canonicalText
    let digits = text.utf8.allSatisfy { (48...57).contains($0) || $0 == 45 }
    return (value == 0 && value.sign == .minus ? "-" : "") + text + (digits ? ".0" : "")
  }

  static func numbers(_ values: [Double]) -> String {
    "[" + values.map(number).joined(separator: ",") + "]"
  }

  static func date(_ date: StudyDate?) -> String { date.map { string($0.journalText) } ?? "null" }

  static func object(_ members: [(key: String, json: String)]) -> String {
    "{" + members.map { "\(string($0.key)):\($0.json)" }.joined(separator: ",") + "}"
  }

  static func object(_ attributes: [AttributeRecord]) -> String {
    object(attributes.map { ($0.key, $0.json) })
  }
}
