import Studies

/// One study or all of a file on their way into another file.
struct StudyTransfer {
  let source: String
  let target: String
  /// The study that is wanted; nil for all.
  let name: String?

  /// Reads the studies.
  func read() throws -> [StudyRecord] {
    guard source != target else { throw UsageError.samePathTwice(target) }
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
    try Console.output(
      "\(target): \(studies.count) \(studies.count == 1 ? "study" : "studies"), \(trials) trials")
  }
}
