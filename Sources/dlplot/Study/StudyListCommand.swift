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
      // Trials are looked at where they stand: copies of 100,000 take a tenth of all the time.
      let states = study.trials.indices.map { study.trials[$0].state }
      let counts = TrialState.allCases.compactMap { state in
        let count = states.count { $0 == state }
        return count > 0 ? "\(count) \(state)" : nil
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
    var best: (place: Int, loss: Double)?
    for place in study.trials.indices where study.trials[place].state == .complete {
      guard let value = study.trials[place].values?.first, !value.isNaN else { continue }
      let loss = direction.loss(value)
      if best.map({ loss < $0.loss }) ?? true { best = (place, loss) }
    }
    return best.map { study.trials[$0.place] }
  }
}
