import Guarding
import Studies

/// One study or all of a file on their way into another file.
struct StudyTransfer {
  let source: String
  let target: String
  /// The study that is wanted; nil for all.
  let name: String?

  /// Reads the studies.
  func read() throws -> [StudyRecord] {
    var files = DistinctFiles(read: [source])
    try files.write(target, by: "target")
    let all = try StudyFile.read(source)
    guard let name else {
      if all.isEmpty { throw StudyError.noStudy(path: source, name: nil, there: []) }
      return all
    }
    let chosen = all.filter { $0.name == name }
    if chosen.isEmpty {
      throw StudyError.noStudy(path: source, name: name, there: all.map(\.name))
    }
    return chosen
  }

  func report(_ studies: [StudyRecord]) throws {
    let trials = studies.reduce(0) { $0 + $1.trials.count }
    let count = "\(studies.count) \(studies.count == 1 ? "study" : "studies")"
    try Console.output("\(PrintablePath.text(target)): \(count), \(trials) trials")
  }
}
