extension Distribution: Codable {
  /// The names that Optuna gives to distributions in its journals and data bases.
  private enum Kind: String, Codable {
    case float = "FloatDistribution"
    case int = "IntDistribution"
    case categorical = "CategoricalDistribution"
  }

  private enum Keys: String, CodingKey { case name, attributes }
  private enum Attributes: String, CodingKey { case low, high, log, step, choices }

  /// Reads the form in which Optuna writes distributions:
  /// `{"name": "FloatDistribution", "attributes": {"low": 0, "high": 1, "log": false, "step": null}}`.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Keys.self)
    let kind = try container.decode(Kind.self, forKey: .name)
    let values = try container.nestedContainer(keyedBy: Attributes.self, forKey: .attributes)
    do {
      switch kind {
      case .float:
        self = .float(
          try FloatRange(
            low: try values.decode(Double.self, forKey: .low),
            high: try values.decode(Double.self, forKey: .high),
            isLog: try values.decode(Bool.self, forKey: .log),
            step: try values.decodeIfPresent(Double.self, forKey: .step)))
      case .int:
        self = .int(
          try IntRange(
            low: try values.decode(Int.self, forKey: .low),
            high: try values.decode(Int.self, forKey: .high),
            isLog: try values.decode(Bool.self, forKey: .log),
            step: try values.decode(Int.self, forKey: .step)))
      case .categorical:
        let choices = try values.decode([ParameterValue].self, forKey: .choices)
        if choices.isEmpty { throw DistributionError.noChoices }
        self = .categorical(choices)
      }
    } catch let error as DistributionError {
      throw DecodingError.dataCorrupted(
        .init(codingPath: container.codingPath, debugDescription: error.description))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    var values = container.nestedContainer(keyedBy: Attributes.self, forKey: .attributes)
    switch self {
    case .float(let range):
      try container.encode(Kind.float, forKey: .name)
      try values.encode(range.low, forKey: .low)
      try values.encode(range.high, forKey: .high)
      try values.encode(range.isLog, forKey: .log)
      if let step = range.step {
        try values.encode(step, forKey: .step)
      } else {
        try values.encodeNil(forKey: .step)
      }
    case .int(let range):
      try container.encode(Kind.int, forKey: .name)
      try values.encode(range.low, forKey: .low)
      try values.encode(range.high, forKey: .high)
      try values.encode(range.isLog, forKey: .log)
      try values.encode(range.step, forKey: .step)
    case .categorical(let choices):
      try container.encode(Kind.categorical, forKey: .name)
      try values.encode(choices, forKey: .choices)
    }
  }
}
