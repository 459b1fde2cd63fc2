internal import Provenance

/// The value of a hyper-parameter as its user knows it.
package enum ParameterValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
}

extension ParameterValue: CustomStringConvertible {
  /// The value as the command line takes it: `null`, `true`, `64`, `0.5`, `adam`.
  package var description: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .int(let value): "\(value)"
    case .double(let value): NumberText.text(of: value)
    case .string(let text): text
    }
  }

  /// Reads a value as the command line writes it: a word that is neither a number nor `true`,
  /// `false` or `null` is a string.
  init(literal text: String) {
    switch text {
    case "null": self = .null
    case "true": self = .bool(true)
    case "false": self = .bool(false)
    default:
      if let number = NumberLiteral(text) {
        self = number.integer.map(ParameterValue.int) ?? .double(number.value)
      } else {
        self = .string(text)
      }
    }
  }
}

extension ParameterValue: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int.self) {
      self = .int(value)
    } else if let value = try? container.decode(Double.self) {
      self = .double(value)
    } else {
      self = .string(try container.decode(String.self))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .int(let value): try container.encode(value)
    case .double(let value): try container.encode(value)
    case .string(let text): try container.encode(text)
    }
  }
}
