internal import Experiments
package import FigureFiles
internal import Figures
internal import Provenance
package import Training

/// Makes a figure anew from what it carries, whatever it claims to be.
///
/// A recipe is data and never a command: the config is decoded strictly and checked against the
/// limits of the command line, images are found by their digest, and nothing that the file names is
/// opened.
package struct FigureRemake: Sendable {
  /// Where the numbers come from.
  package enum Source: Equatable, Sendable {
    /// The experiment of the config is run again.
    case training
    /// The numbers in the file, which are those of its data identity.
    case carriedNumbers
  }

  let file: FigureFile
  /// A data set to look at first: a name or a folder.
  let data: String?
  let fontFiles: [String]
  let threads: Int
  /// GFLOP that making the numbers anew may take.
  let limit: Double
  let progress: TrainingProgress

  package init(
    file: FigureFile, data: String?, fontFiles: [String], threads: Int, limit: Double,
    progress: TrainingProgress
  ) {
    self.file = file
    self.data = data
    self.fontFiles = fontFiles
    self.threads = threads
    self.limit = limit
    self.progress = progress
  }

  /// Makes the figure, with its numbers where the file carries them.
  ///
  /// - Throws: `FigureFileError`, `VerificationError`, `JSONCodingError`, `ProvenanceError` for a
  ///   file that carries too little or something impossible; whatever training and drawing throw.
  package func make(from source: Source) throws -> DrawnFigure {
    try make(try FigureKinds.kind(of: file.recipe), from: source)
  }

  private func make<Shown: Figure>(_ kind: Shown.Type, from source: Source) throws -> DrawnFigure {
    let config = try JSONValueDecoder(root: "config", unknownKeys: .refuse)
      .decode(Shown.Config.self, from: file.recipe.config)
    try config.validate()
    var drawing = try Drawing(recipe: file.recipe)
    let made: MadeResult<Shown>
    switch source {
    case .carriedNumbers:
      made = MadeResult(result: try file.result(of: kind), dataSets: file.recipe.dataSets)
    case .training:
      made = try ResultMaker(
        file: file, data: data, threads: threads, limit: limit, progress: progress
      ).make(kind, config)
    }
    let figure = Shown(made.result, language: drawing.language)
    if drawing.size == figure.defaultSize { drawing.size = nil }
    return try FigureDrawer(
      drawing: drawing, fontFiles: fontFiles, threads: threads,
      carriesNumbers: file.numbers != nil, needsPixels: true
    ).draw(figure, dataSets: made.dataSets)
  }
}
