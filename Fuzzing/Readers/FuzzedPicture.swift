import Charting
import Comparing
import Experiments
import FigureFiles
import Figures
import Guarding
import Rendering
import Training

/// Pictures and drawings that the fuzzer made up, beside those of a figure that was drawn here.
enum FuzzedPicture {
  /// A figure of the size that the seeds have, in every form.
  private struct Drawn {
    let figure: DrawnFigure
    let page: Bitmap
    let svg: [UInt8]
    let pdf: [UInt8]

    init() throws {
      let result = try TrajectoriesFigure.run(
        TrajectoriesConfig(steps: 3), data: nil, threads: 1, progress: TrainingProgress())
      figure = try FigureDrawer(
        drawing: Drawing(size: Size(width: 320, height: 240), scale: 0.5), fontFiles: [],
        threads: 1, carriesNumbers: true, needsPixels: true
      ).draw(TrajectoriesFigure(result, language: .english), dataSets: [])
      page = try Rasterizer(fonts: figure.fonts).render(figure.scene).bitmap()
      svg = try figure.bytes(.svg)
      pdf = try figure.bytes(.pdf)
    }
  }

  private static let drawn: Drawn = {
    do { return try Drawn() } catch { preconditionFailure("nothing to compare with: \(error)") }
  }()

  /// Pixels of a picture above which it is not looked for what was changed.
  private static let mostPixels = 1 << 20

  /// Reads what a guarded folder would know of a file.
  static func readFacts(_ bytes: [UInt8], _ path: String) {
    _ = try? FigureFacts.read(bytes, path: path)
  }

  /// Looks for what was changed in the picture of a PNG.
  static func compare(png bytes: [UInt8]) {
    guard let bitmap = try? DecodedPNG(bytes: bytes, path: "fuzz.png").bitmap,
      bitmap.width * bitmap.height <= mostPixels
    else { return }
    let comparison = PictureComparison(reference: drawn.page, new: bitmap)
    _ = comparison.description
    let reading = try? PictureReading(
      of: bitmap, page: drawn.page, scene: drawn.figure.scene, fonts: drawn.figure.fonts)
    _ = reading?.description
  }

  /// Compares the drawing of an SVG.
  static func compare(svg bytes: [UInt8]) {
    _ = try? MarkupDifference(bytes, drawn.svg)?.description
    precondition((try? MarkupDifference(bytes, bytes)) == nil, "an SVG differs from itself")
  }

  /// Compares the page of a PDF, also as one of another version of Cairo.
  static func compare(pdf bytes: [UInt8]) {
    guard let figure = try? PDFMetadata.read(bytes) else { return }
    let page = Array(figure.page)
    for renderer in [figure.renderer, "cairo 0"] {
      _ = try? PDFDifference(page, by: renderer, made: drawn.pdf)?.description
    }
    guard let drawing = PDFDrawing(page: figure.page) else { return }
    precondition(drawing.difference(from: drawing) == nil, "a page differs from itself")
  }
}
