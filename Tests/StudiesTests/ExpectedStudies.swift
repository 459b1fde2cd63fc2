import Foundation
import Search
import Studies
import Testing

/// What Optuna says of the studies in Fixtures, once it has loaded them.
struct ExpectedStudies: Decodable {
  struct Trial: Decodable {
    let number: Int
    let state: String
    let values: [String]?
    let params: [String: String]
    let distributions: [String: String]
    let intermediate: [String: String]
    let user: [String: String]
    let system: [String]
    let seconds: Double?
  }

  struct Study: Decodable {
    let name: String
    let directions: [String]
    let trials: [Trial]
  }

  let studies: [Study]

  static var folder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
  }

  static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  init() throws {
    let data = try Data(contentsOf: Self.folder.appendingPathComponent("expected.json"))
    studies = try JSONDecoder().decode([Study].self, from: data)
  }

  /// Python's `repr` of a float, read.
  private func number(_ text: String) -> Double? {
    switch text {
    case "nan": .nan
    case "inf": .infinity
    case "-inf": -.infinity
    default: Double(text)
    }
  }

  private func same(_ a: Double?, _ b: Double?) -> Bool {
    a == b || (a?.isNaN == true && b?.isNaN == true)
  }

  /// Compares studies with these, but for the order of names, which Python's dictionaries keep in
  /// journals and databases do not.
  func check(_ read: [StudyRecord]) throws {
    #expect(read.map(\.name) == studies.map(\.name))
    for (study, expected) in zip(read, studies) {
      #expect(study.directions.map { "\($0)".uppercased() } == expected.directions)
      try #require(study.trials.count == expected.trials.count)
      for (trial, expected) in zip(study.trials, expected.trials) {
        let place = "\(study.name) \(expected.number)"
        #expect(trial.number == expected.number)
        let state = trial.state == .failed ? "FAIL" : "\(trial.state)".uppercased()
        #expect(state == expected.state, "\(place)")
        #expect(trial.values == expected.values?.compactMap(number), "\(place)")
        #expect(Set(trial.parameters.map(\.name)) == Set(expected.params.keys), "\(place)")
        for parameter in trial.parameters {
          let value = expected.params[parameter.name].flatMap(number)
          #expect(same(value, parameter.internalValue), "\(place) \(parameter.name)")
          #expect(parameter.distribution == expected.distributions[parameter.name], "\(place)")
        }
        #expect(trial.intermediates.count == expected.intermediate.count, "\(place)")
        for report in trial.intermediates {
          let value = expected.intermediate["\(report.step)"].flatMap(number)
          #expect(same(value, report.value), "\(place) step \(report.step)")
        }
        #expect(trial.systemAttributes.map(\.key).sorted() == expected.system, "\(place)")
        #expect(trial.userAttributes.count == expected.user.count, "\(place)")
        for attribute in trial.userAttributes {
          let text = attribute.json.replacingOccurrences(
            of: "[ ]", with: "", options: .regularExpression)
          let wanted = expected.user[attribute.key]?
            .replacingOccurrences(of: "[ ]", with: "", options: .regularExpression)
          #expect(text == wanted, "\(place) \(attribute.key)")
        }
        if let seconds = expected.seconds, let started = trial.started,
          let completed = trial.completed
        {
          let got = Double(completed.microseconds - started.microseconds) / 1e6
          #expect(abs(got - seconds) < 1e-6, "\(place)")
        } else {
          #expect(expected.seconds == nil, "\(place)")
        }
      }
    }
  }
}
