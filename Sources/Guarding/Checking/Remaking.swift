internal import FigureFiles
package import Training
package import Verifying

/// How figures are made anew.
package struct Remaking: Sendable {
  package var source: FigureRemake.Source
  /// A data set to look at first: a name or a folder.
  package var data: String?
  package var fontFiles: [String]
  package var progress: TrainingProgress

  package init(
    source: FigureRemake.Source, data: String? = nil, fontFiles: [String] = [],
    progress: TrainingProgress = TrainingProgress()
  ) {
    self.source = source
    self.data = data
    self.fontFiles = fontFiles
    self.progress = progress
  }

  func make(_ file: FigureFile, threads: Int) throws -> FigureRemake.Made {
    try FigureRemake(
      file: file, data: data, fontFiles: fontFiles, threads: threads, progress: progress
    ).make(from: source)
  }
}
