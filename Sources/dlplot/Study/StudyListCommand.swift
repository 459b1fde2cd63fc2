import ArgumentParser
import Search
import Studies

/// `dlplot study list`: what a file of studies holds.
struct StudyListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Print the studies of a file: trials, and the best one.",
    discussion: "Reads journals of dlplot and Optuna, and Optuna's SQLite databases.")

  @Argument(help: ArgumentHelp("A journal or a database.", valueName: "file"))
  var file: String

  func run() throws {
    for study in try StudyFile.read(file) {
      var counts: [String] = []
      for state in TrialState.allCases {
        let count = study.trials.count { $0.state == state }
        if count > 0 { counts.append("\(count) \(state)") }
      }
      var line = "\(MessageName.printable(study.name)): \(study.trials.count) trials"
      if !counts.isEmpty { line += " (\(counts.joined(separator: ", ")))" }
      if study.directions.count == 1, let best = Self.best(of: study) {
        line += "; best: trial \(best.number)"
        line += best.values.map { ", \($0[0])" } ?? ""
      }
      try Console.output(line)
    }
  }

  private static func best(of study: StudyRecord) -> TrialRecord? {
    let direction = study.directions[0]
    return study.trials.filter { $0.state == .complete && $0.values?.first?.isNaN == false }
      .min { a, b in
        let (left, right) = (a.values?.first ?? .nan, b.values?.first ?? .nan)
        return direction.loss(left) < direction.loss(right)
      }
  }
}
