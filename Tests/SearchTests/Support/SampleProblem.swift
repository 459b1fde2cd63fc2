@testable import Search

/// The spaces of `Reference/vectors.py`.
enum SampleProblem: String, CaseIterable {
  case branin, mixed, whole

  var space: SearchSpace {
    get throws {
      switch self {
      case .branin: try SearchSpace(texts: ["x1=-5.0..10", "x2=0.0..15"])
      case .mixed:
        try SearchSpace(texts: [
          "lr=log:1e-6..1e-2", "wd=log:1e-8..1e-4", "hidden=50..200:50", "init=std|xavier|he",
        ])
      case .whole:
        try SearchSpace(texts: [
          "units=log:4..512", "depth=1..6", "dropout=0..0.5:0.1", "optimizer=sgd|adam",
          "rate=log:1e-4..1e-1",
        ])
      }
    }
  }
}

/// A study that Optuna made.
struct SampleStudy {
  /// Sampler, problem, seed, direction and size of a generation.
  let name: [String]
  /// Internal values, by trial.
  private(set) var parameters: [[Double]] = []
  /// Values of the objective, by trial.
  private(set) var values: [Double] = []

  var sampler: String { name[0] }
  var direction: StudyDirection { name[3] == "minimize" ? .minimize : .maximize }

  var seed: UInt32 { get throws { UInt32(try number(name[2])) } }
  var generation: Int { get throws { Int(try number(name[4])) } }

  func study() throws -> Study {
    let problem = SampleProblem(rawValue: name[1]) ?? .branin
    return Study(name: "sample", direction: direction, space: try problem.space)
  }

  /// The studies of a file of trials.
  static func all(_ file: String) throws -> [SampleStudy] {
    var studies: [SampleStudy] = []
    for line in try ReferenceFile(file).lines {
      if studies.last?.name != Array(line.key.dropLast()) || line.key.last == "0" {
        studies.append(SampleStudy(name: Array(line.key.dropLast())))
      }
      let numbers = try line.numbers()
      studies[studies.count - 1].parameters.append(Array(numbers.dropLast()))
      studies[studies.count - 1].values.append(numbers[numbers.count - 1])
    }
    return studies
  }

  /// Repeats the study with a sampler, which is told Optuna's values.
  func trajectory(_ rule: inout some Sampler) throws -> [[Double]] {
    var study = try study()
    while study.trials.count < values.count {
      let size = min(try generation, values.count - study.trials.count)
      for var trial in try rule.generation(of: size, for: study) {
        let (number, value) = (trial.number, values[trial.number])
        if sampler == "tpe-pruned" && number % 12 != 0 {
          trial.report(number % 17 == 5 ? .nan : value, at: number % 3)
          trial.state = .pruned
        } else {
          trial.state = .complete
          trial.value = value
        }
        study.trials.append(trial)
      }
    }
    return study.trials.map { $0.parameters.map(\.value) }
  }
}
