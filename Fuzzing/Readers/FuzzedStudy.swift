import Experiments
import Figures
import Studies

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Journals of studies that the fuzzer made up.
enum FuzzedStudy {
  /// Reads a journal, and draws what its studies can show.
  static func read(_ bytes: [UInt8]) {
    // Journals are read from files only, as others go on writing them.
    let path = "/tmp/dlplot-fuzz-\(getpid()).jsonl"
    guard let file = fopen(path, "w") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
    defer { unlink(path) }
    guard let studies = try? StudyFile.read(path) else { return }
    for study in studies.prefix(2) {
      guard let trials = try? StudyTrials(study, path: path) else { continue }
      for plot in StudyPlot.allCases {
        let result = try? StudyResult(
          plot: plot, file: "fuzz.jsonl", name: study.name, trials: trials, shown: 5)
        guard let result else { continue }
        // What is read from a journal is a result that a file could carry.
        guard (try? result.config.validate()) != nil else { continue }
        precondition((try? result.validate()) != nil, "an invalid result of a valid journal")
        FuzzedFigure.draw(StudyFigure(result, language: .english), .english)
      }
    }
  }
}
