import Datasets
import Files
import Studies

extension StudyResult {
  /// Whether a word means a file of studies rather than a data set: one that is there, or that is no
  /// data set's name or folder and so will be missed.
  package static func isFile(_ path: String) -> Bool {
    switch (try? FileSystem.kind(of: path)) ?? nil {
    case .file?: true
    case nil: KnownDataset(rawValue: path) == nil
    default: false
    }
  }

  /// Reads a study from a file for the chart of a config.
  ///
  /// - Throws: `FileError`, `StudyError`, `DatabaseError` for a file that cannot be read or lacks the
  ///   study; `StudyPlotError.otherTrials` where its trials are not those of the config.
  package init(reading path: String, for config: StudyConfig) throws {
    let studies = try StudyFile.read(path)
    let trials = try StudyTrials(
      try StudyRecord.named(config.study, among: studies, of: path), path: path)
    let baseline = try config.baseline.map { baseline in
      let other = try StudyRecord.named(baseline.name, among: studies, of: path)
      return (name: baseline.name, trials: try StudyTrials(other, path: path))
    }
    try self.init(
      plot: config.plot, file: config.file, name: config.study, trials: trials, baseline: baseline,
      shown: config.shown)
    for (got, wanted) in [
      (self.config.trials, config.trials),
      (self.config.baseline?.trials ?? "", config.baseline?.trials ?? ""),
    ] where got != wanted {
      throw StudyPlotError.otherTrials(got: got, wanted: wanted)
    }
  }
}

extension StudyRecord {
  /// The study of a name.
  ///
  /// - Throws: `StudyError.noStudy`.
  static func named(
    _ name: String, among studies: [StudyRecord], of path: String
  ) throws(StudyError) -> StudyRecord {
    guard let study = studies.first(where: { $0.name == name }) else {
      throw .noStudy(path: path, name: name, there: studies.map(\.name))
    }
    return study
  }
}
