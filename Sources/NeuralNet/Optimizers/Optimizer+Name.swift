extension Optimizer {
  /// What `init(name:)` understands, for messages and help.
  package static let choices = "sgd, momentum, nesterov, adagrad, rmsprop, adam, adamw"

  /// The rule of a text such as `adam`, `adam:0.3` or `momentum:0.1:momentum=0.8`: a name, then the
  /// learning rate, then other settings by name, with colons between them.
  ///
  /// Settings that are not named are those of the convention.
  ///
  /// - Throws: `OptimizerError` when a name is unknown or a number out of range.
  package init(
    name text: String, convention: Convention = .standard
  ) throws(OptimizerError) {
    var fields = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let name = fields.removeFirst()
    guard let kind = Kind(rawValue: name) else { throw .unknownName(name) }
    self.init(kind, convention: convention)
    for (index, field) in fields.enumerated() {
      let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map(String.init)
      let setting: Setting
      if parts.count == 1 && index == 0 {
        setting = .rate
      } else {
        guard parts.count == 2, let named = Setting(rawValue: parts[0]), self[named] != nil else {
          throw .unknownSetting(parts[0], of: kind)
        }
        setting = named
      }
      let number = parts.last ?? ""
      guard let value = Double(number), setting.range.contains(value) else {
        throw .invalidSetting(setting, of: kind, value: number)
      }
      self[setting] = value
    }
  }

  /// Whether a text that `init(name:)` reads gives the learning rate.
  package static func namesRate(_ text: String) -> Bool {
    text.split(separator: ":").dropFirst()
      .contains { !$0.contains("=") || $0.hasPrefix("\(Setting.rate.rawValue)=") }
  }

  /// The text that `init(name:)` reads: name and rate, and the settings that are not the usual.
  package var name: String { name(convention: .standard) }

  /// The text that `init(name:convention:)` reads.
  package func name(convention: Convention) -> String {
    var text = "\(kind.rawValue):\(Self.decimal(rate))"
    let usual = Optimizer(kind, convention: convention)
    for setting in Setting.allCases where setting != .rate {
      guard let value = self[setting], value != usual[setting] else { continue }
      text += ":\(setting.rawValue)=\(Self.decimal(value))"
    }
    return text
  }

  /// The shortest digits that give the number back, without a needless `.0`.
  private static func decimal(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension Optimizer: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    try self.init(name: container.decode(String.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}

/// Why a text gives no optimizer.
package enum OptimizerError: Error, Equatable, CustomStringConvertible {
  case unknownName(String)
  case unknownSetting(String, of: Optimizer.Kind)
  case invalidSetting(Optimizer.Setting, of: Optimizer.Kind, value: String)

  package var description: String {
    switch self {
    case .unknownName(let name):
      return "unknown optimizer: \(name) (\(Optimizer.choices))"
    case .unknownSetting(let name, let kind):
      let settings = Optimizer.settings(of: kind).map(\.rawValue).joined(separator: ", ")
      return "unknown setting of \(kind.rawValue): \(name) (\(settings))"
    case .invalidSetting(let setting, let kind, let value):
      let range = setting.range
      return "invalid \(setting.rawValue) of \(kind.rawValue): \(value)"
        + " (\(range.lowerBound)...\(range.upperBound))"
    }
  }
}
