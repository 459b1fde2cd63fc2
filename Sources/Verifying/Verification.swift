import Comparing
import Experiments
package import FigureFiles
import Figures
import Provenance
import Rendering
package import Training

/// The check of one figure: what it carries, and what comes out when it is made anew.
package struct Verification {
  /// What came of one rung of the ladder.
  package struct Rung: Equatable, Sendable {
    package var name: String
    package var isEqual: Bool
    /// What differs, in words; empty where nothing does.
    package var detail = ""
  }

  let file: FigureFile
  /// A data set to look at first: a name or a folder.
  let data: String?
  let fontFiles: [String]
  let threads: Int
  /// Whether the carried numbers are taken for right and only drawn again.
  let isQuick: Bool
  let progress: TrainingProgress

  package init(
    file: FigureFile, data: String?, fontFiles: [String], threads: Int, isQuick: Bool,
    progress: TrainingProgress
  ) {
    self.file = file
    self.data = data
    self.fontFiles = fontFiles
    self.threads = threads
    self.isQuick = isQuick
    self.progress = progress
  }

  /// Every rung up to the first that differs.
  package func run() throws -> [Rung] {
    var rungs = [Rung(name: "config", isEqual: true)]
    if let bitmap = file.bitmap, let recorded = file.recipe.identities.pixels {
      let isEqual = try bitmap.pixelDigest() == recorded
      rungs.append(
        Rung(
          name: "picture", isEqual: isEqual,
          detail: isEqual ? "" : "the pixels of the file are not those that it was written with"))
      if !isEqual { return rungs }
    }
    return try rungs + check(try FigureKinds.kind(of: file.recipe))
  }

  private func check<Shown: Figure>(_ kind: Shown.Type) throws -> [Rung] {
    let config = try JSONValueDecoder(root: "config", unknownKeys: .refuse)
      .decode(Shown.Config.self, from: file.recipe.config)
    try config.validate()
    let drawing = try Drawing(recipe: file.recipe)
    var rungs: [Rung] = []
    var carried: Shown.Result?
    if file.numbers != nil {
      do {
        carried = try file.result(of: kind)
      } catch ProvenanceError.wrongIdentity {
        return [
          Rung(
            name: "numbers", isEqual: false,
            detail: "the carried numbers are not those that the figure was drawn from")
        ]
      }
      rungs.append(Rung(name: "numbers", isEqual: true))
    }
    let result: Shown.Result
    if isQuick {
      guard let carried else { throw FigureFileError.noNumbers(path: file.path) }
      result = carried
    } else {
      let images = try RecipeData(file.recipe, data: data).find(Shown.extent(of: config))
      result = try Shown.run(config, data: images, threads: threads, progress: progress)
      let data = try DataDigest.digest(of: result)
      let isEqual = data == file.recipe.identities.data
      rungs.append(
        Rung(
          name: "data", isEqual: isEqual,
          detail: isEqual ? "" : try Self.difference(carried, result)))
      if !isEqual { return rungs }
    }
    return try rungs + draw(Shown(result, language: drawing.language), drawing)
  }

  private static func difference<Result: Encodable>(
    _ carried: Result?, _ made: Result
  ) throws -> String {
    guard let carried else { return "other numbers come out (the figure carries none to compare)" }
    let encoder = JSONValueEncoder(root: "result")
    guard let place = try encoder.encode(carried).firstDifference(from: encoder.encode(made))
    else { return "other bits come out behind equal numbers" }
    return "\(place.path) is \(place.mine), made anew it is \(place.theirs)"
  }

  private func draw(_ figure: some Figure, _ drawing: Drawing) throws -> [Rung] {
    var drawing = drawing
    if drawing.size == figure.defaultSize { drawing.size = nil }
    let drawn = try FigureDrawer(
      drawing: drawing, fontFiles: fontFiles, threads: threads, carriesNumbers: false,
      needsPixels: true
    ).draw(figure, dataSets: file.recipe.dataSets)
    let (got, recorded) = (drawn.recipe.identities, file.recipe.identities)
    var rungs: [Rung] = []
    if let scene = recorded.scene {
      let isEqual = got.scene == scene
      rungs.append(
        Rung(
          name: "scene", isEqual: isEqual,
          detail: isEqual ? "" : try moved(drawn) ?? "the same numbers are drawn otherwise"))
      if !isEqual { return rungs }
    }
    if let pixels = recorded.pixels {
      let isEqual = got.pixels == pixels
      rungs.append(
        Rung(
          name: "pixels", isEqual: isEqual,
          detail: isEqual ? "" : try moved(drawn) ?? "the same scene gives other pixels"))
    }
    return rungs
  }

  /// Where the picture in the file and the one made anew differ.
  private func moved(_ drawn: DrawnFigure) throws -> String? {
    guard let bitmap = file.bitmap else { return nil }
    let made = try DecodedPNG(bytes: try drawn.bytes(.png), path: "the figure made anew").bitmap
    let comparison = PictureComparison(reference: bitmap, new: made, threads: threads)
    return comparison.verdict == .equal ? nil : comparison.description
  }
}
