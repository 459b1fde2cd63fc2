import Experiments
package import FigureFiles
import Figures
import Provenance
package import Training

/// The check of one figure: what it carries, and what comes out when it is made anew.
package struct Verification {
  let source: FigureSource
  /// A data set to look at first: a name or a folder.
  let data: String?
  let fontFiles: [String]
  let threads: Int
  /// Whether the carried numbers are taken for right and only drawn again.
  let isQuick: Bool
  /// GFLOP that making the numbers anew may take.
  let limit: Double
  let progress: TrainingProgress

  package init(
    source: FigureSource, data: String? = nil, fontFiles: [String] = [], threads: Int = 1,
    isQuick: Bool = false, limit: Double = VerificationError.usualLimit,
    progress: TrainingProgress = TrainingProgress()
  ) {
    self.source = source
    self.data = data
    self.fontFiles = fontFiles
    self.threads = threads
    self.isQuick = isQuick
    self.limit = limit
    self.progress = progress
  }

  /// Compares everything that can be compared.
  ///
  /// What a figure carries is data: nothing of it is run, opened or written.
  ///
  /// - Throws: for a figure that cannot be checked: without a recipe, of another numerics version,
  ///   with a config out of its limits, without its images.
  package func run() throws -> VerificationReport {
    if let trace = source.trace {
      return VerificationReport([.init(.recipe, .differs, trace)])
    }
    let file: FigureFile
    do {
      file = try FigureFile(source, checksResult: false)
    } catch ProvenanceError.wrongIdentity(.config, _, _) {
      return VerificationReport([.init(.config, .differs, AlteredConfig(source).description)])
    }
    let rungs = try check(file, try FigureKinds.kind(of: file.recipe))
    return VerificationReport(rungs, additions: source.additions.harmless)
  }

  private func check<Shown: Figure>(
    _ file: FigureFile, _ kind: Shown.Type
  ) throws -> [VerificationReport.Rung] {
    let config = try JSONValueDecoder(root: "config", unknownKeys: .refuse)
      .decode(Shown.Config.self, from: file.recipe.config)
    try config.validate()
    let drawing = try Drawing(recipe: file.recipe)
    let carried = CarriedNumbers<Shown>(file)
    let claim = DataClaim(
      claimed: file.recipe.dataSets, needsImages: Shown.extent(of: config) != nil)
    if claim.isMissing { return [claim.rung(used: nil)] }
    var made: MadeResult<Shown>?
    var trouble: String?
    if isQuick {
      if case .none = carried, !file.hasLostNumbers { throw file.missingNumbers }
    } else {
      do {
        made = try ResultMaker(
          file: file, data: data, threads: threads, limit: limit, progress: progress
        ).make(kind, config)
      } catch let error as StudyPlotError where error.isAlteration(file.recipe.carriesNumbers) {
        trouble = error.description
      }
    }
    let numbers = NumberCheck(
      file: file, carried: carried, made: made?.result, trouble: trouble)
    var rungs = [claim.rung(used: made?.dataSets)] + (try numbers.rungs())
    let drawer = DrawingCheck(file: file, drawing: drawing, fontFiles: fontFiles, threads: threads)
    if let result = numbers.drawable {
      rungs += try drawer.rungs(Shown(result, language: drawing.language))
      if let other = numbers.other {
        try drawer.explain(
          &rungs, Shown(result, language: drawing.language),
          other: Shown(other, language: drawing.language))
      }
    } else {
      rungs += try drawer.rungsWithoutDrawing(
        "the numbers to draw are not there", Shown.self)
    }
    return rungs
  }
}

extension StudyPlotError {
  /// Whether the figure does not hold what its recipe promises, rather than too little to look.
  fileprivate func isAlteration(_ carriesNumbers: Bool?) -> Bool {
    switch self {
    case .otherTrials: true
    case .noTrials: carriesNumbers == true
    default: false
    }
  }
}
