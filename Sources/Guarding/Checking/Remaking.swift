internal import FigureFiles
package import Training
package import Verifying

/// How figures are made anew.
package struct Remaking: Sendable {
  package var source: FigureRemake.Source
  /// A data set to look at first: a name or a folder.
  package var data: String?
  package var fontFiles: [String]
  /// GFLOP that a figure may take.
  package var limit: Double
  package var progress: TrainingProgress

  package init(
    source: FigureRemake.Source, data: String? = nil, fontFiles: [String] = [],
    limit: Double = VerificationError.usualLimit, progress: TrainingProgress = TrainingProgress()
  ) {
    self.source = source
    self.data = data
    self.fontFiles = fontFiles
    self.limit = limit
    self.progress = progress
  }

  func make(_ file: FigureFile, threads: Int) throws -> DrawnFigure {
    try FigureRemake(
      file: file, data: data, fontFiles: fontFiles, threads: threads, limit: limit,
      progress: progress
    ).make(from: source)
  }
}
