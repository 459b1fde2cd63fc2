import NeuralNet
package import Search
package import Training

/// An option of training that can be searched, by the name that it has on the command line.
///
/// They are applied in this order: a convention before what follows it, an optimizer before its
/// settings, layers before their width. The number of images is no option to search: it decides what
/// trials are judged on.
package enum TuningParameter: String, CaseIterable, Sendable {
  case convention
  case optimizer
  case learningRate = "learning-rate"
  case momentum, decay, beta1, beta2, epsilon
  case weightDecay = "weight-decay"
  /// How many hidden layers there are, each as wide as the first.
  case layers
  /// Units of each hidden layer; as a choice also all layers, such as `100x4`.
  case hidden
  case activation
  case initializer = "init"
  case batchNorm = "batch-norm"
  case dropout
  case dropoutForm = "dropout-form"
  case batch, epochs

  /// Whether it takes any number within its limits.
  package var isReal: Bool {
    switch self {
    case .learningRate, .momentum, .decay, .beta1, .beta2, .epsilon, .weightDecay, .dropout: true
    case .convention, .optimizer, .layers, .hidden, .activation, .initializer, .batchNorm,
      .dropoutForm, .batch, .epochs:
      false
    }
  }

  /// The parameter of a name.
  ///
  /// - Throws: `TuningError.unknownName`.
  package init(named name: String) throws(TuningError) {
    guard let parameter = Self(rawValue: name) else {
      throw .unknownName(name, known: Self.allCases.map(\.rawValue))
    }
    self = parameter
  }

  /// The ranges of texts; see `SearchSpace.init(texts:)`. A range whose bounds happen to be whole is
  /// one of real numbers all the same where the option takes these: `dropout=0..1` is more than two
  /// values.
  ///
  /// - Throws: `SpaceError`.
  package static func space(texts: [String]) throws(SpaceError) -> SearchSpace {
    var parameters: [SearchParameter] = []
    for text in texts { parameters.append(range(of: try SearchParameter(text: text))) }
    return try SearchSpace(parameters)
  }

  /// A parameter with the kind of numbers that its option takes.
  package static func range(of parameter: SearchParameter) -> SearchParameter {
    guard Self(rawValue: parameter.name)?.isReal == true,
      case .int(let range) = parameter.distribution, range.step == 1,
      let real = try? Distribution.float(
        Double(range.low), Double(range.high), isLog: range.isLog)
    else { return parameter }
    return SearchParameter(name: parameter.name, distribution: real)
  }

  /// Sets the option of a config.
  ///
  /// - Throws: `TuningError.invalidValue` for a value that the option does not take. Whether a
  ///   number is within the option's limits is what `TrainingConfig.validate` says.
  package func apply(_ value: ParameterValue, to config: inout TrainingConfig) throws(TuningError) {
    switch self {
    case .convention: config.follow(try choice(value))
    case .optimizer:
      do {
        config.optimizer = try Optimizer(name: try word(value), convention: config.convention)
      } catch let error as TuningError {
        throw error
      } catch {
        throw invalid(value, "\(Optimizer.choices)")
      }
    case .learningRate: try set(.rate, value, of: &config)
    case .momentum: try set(.momentum, value, of: &config)
    case .decay: try set(.decay, value, of: &config)
    case .beta1: try set(.beta1, value, of: &config)
    case .beta2: try set(.beta2, value, of: &config)
    case .epsilon: try set(.epsilon, value, of: &config)
    case .weightDecay: config.weightDecay = try number(value)
    case .layers:
      let count = try integer(value, in: TrainingConfig.hiddenLayerRange)
      config.network.hidden = Array(repeating: config.network.hidden.first ?? 100, count: count)
    case .hidden: try setHidden(value, of: &config)
    case .activation: config.network.activation = try choice(value)
    case .initializer:
      do {
        config.network.initializer = try Initializer(name: try word(value))
      } catch let error as TuningError {
        throw error
      } catch {
        throw invalid(value, Initializer.choices)
      }
    case .batchNorm:
      guard case .bool(let isOn) = value else { throw invalid(value, "true, false") }
      config.network.batchNorm = isOn
    case .dropout: config.network.dropout = try number(value)
    case .dropoutForm: config.network.dropoutForm = try choice(value)
    case .batch: config.batch = try integer(value, in: TrainingConfig.batchRange)
    case .epochs:
      config.unit = .epochs
      config.length = try integer(value, in: TrainingConfig.epochRange)
    }
  }

  private func setHidden(
    _ value: ParameterValue, of config: inout TrainingConfig
  ) throws(TuningError) {
    if case .string(let text) = value {
      guard
        let layers = NetworkConfig.layers(
          text, units: TrainingConfig.unitRange, most: TrainingConfig.hiddenLayerRange.upperBound)
      else { throw invalid(value, NetworkConfig.layersForm) }
      config.network.hidden = layers
    } else {
      let units = try integer(value, in: TrainingConfig.unitRange)
      config.network.hidden = config.network.hidden.map { _ in units }
    }
  }

  private func set(
    _ setting: Optimizer.Setting, _ value: ParameterValue, of config: inout TrainingConfig
  ) throws(TuningError) {
    let number = try number(value)
    guard config.optimizer[setting] != nil else {
      throw .noSetting(rawValue, of: config.optimizer.kind.rawValue)
    }
    guard setting.range.contains(number) else {
      throw invalid(value, "\(setting.range.lowerBound)...\(setting.range.upperBound)")
    }
    config.optimizer[setting] = number
  }

  private func choice<Choice: RawRepresentable & CaseIterable>(
    _ value: ParameterValue
  ) throws(TuningError) -> Choice where Choice.RawValue == String {
    guard let choice = Choice(rawValue: try word(value)) else {
      throw invalid(value, Choice.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return choice
  }

  private func word(_ value: ParameterValue) throws(TuningError) -> String {
    guard case .string(let text) = value else { throw invalid(value, "a word") }
    return text
  }

  private func number(_ value: ParameterValue) throws(TuningError) -> Double {
    switch value {
    case .double(let number): return number
    case .int(let number): return Double(number)
    default: throw invalid(value, "a number")
    }
  }

  private func integer(
    _ value: ParameterValue, in range: ClosedRange<Int>
  ) throws(TuningError) -> Int {
    let number = try number(value)
    guard let integer = Int(exactly: number), range.contains(integer) else {
      throw invalid(value, "\(range.lowerBound)...\(range.upperBound)")
    }
    return integer
  }

  private func invalid(_ value: ParameterValue, _ allowed: String) -> TuningError {
    .invalidValue(value.description, of: rawValue, allowed: allowed)
  }
}

/// Why an option cannot be searched in that way.
package enum TuningError: Error, Equatable, CustomStringConvertible {
  case unknownName(String, known: [String])
  case invalidValue(String, of: String, allowed: String)
  /// A setting that the optimizer does not have.
  case noSetting(String, of: String)

  package var description: String {
    switch self {
    case .unknownName(let name, let known):
      "unknown parameter: \(name) (\(known.joined(separator: ", ")))"
    case .invalidValue(let value, let name, let allowed):
      "invalid \(name): \(value) (\(allowed))"
    case .noSetting(let name, let optimizer):
      "\(optimizer) has no \(name) (a parameter that every optimizer of the space takes)"
    }
  }
}
