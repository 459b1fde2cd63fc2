import Charting
import DenseMath
import Figures
import Provenance
import Rendering

/// What a figure's files are put together from.
struct FigureParts: Sendable {
  let drawn: DrawnChart
  let command: String
  let fonts: [any OutlineFont]
  /// Nil where no PNG is wanted.
  let page: PackedPage?
  let scene: Digest
  let pixels: Digest
  let data: Digest
  let dataSets: [Recipe.DataSet]
  /// The result as JSON; nil where the figure does not carry it.
  let numbers: String?
}

extension FigureDrawer {
  /// The picture, with its identities.
  private struct Picture: Sendable {
    let drawn: DrawnChart
    let command: String
    let fonts: [any OutlineFont]
    let page: PackedPage?
    let scene: Digest
    let pixels: Digest
  }

  /// What one worker makes.
  private enum Part: Sendable {
    case result(numbers: String?, data: Digest)
    case picture(Picture)
    case dataSets([Recipe.DataSet])
  }

  /// Draws a chart as that of a figure, writes out and digests the figure's result, and looks at the
  /// data sets, none of which needs the others.
  func parts<Shown: Figure>(
    of figure: Shown, showing chart: Chart,
    dataSets: @Sendable () throws -> [Recipe.DataSet]
  ) throws -> FigureParts {
    let made = try Parallel.map(count: 3, threads: threads) { index throws(any Error) -> Part in
      switch index {
      // What may take longest comes first.
      case 0: try result(of: figure)
      case 1: .picture(try picture(of: figure, showing: chart))
      default: .dataSets(try dataSets())
      }
    }
    guard case .result(let numbers, let data) = made[0], case .picture(let picture) = made[1],
      case .dataSets(let dataSets) = made[2]
    else { preconditionFailure("parts come in their order") }
    return FigureParts(
      drawn: picture.drawn, command: picture.command, fonts: picture.fonts, page: picture.page,
      scene: picture.scene, pixels: picture.pixels, data: data, dataSets: dataSets,
      numbers: numbers)
  }

  private func result(of figure: some Figure) throws -> Part {
    let encoded = try EncodedResult(figure.result)
    guard carriesNumbers else { return .result(numbers: nil, data: try encoded.digest()) }
    let made = try Parallel.map(count: 2, threads: threads) {
      index throws(ProvenanceError) -> (text: String?, digest: Digest?) in
      index == 0 ? (encoded.canonicalText, nil) : (nil, try encoded.digest())
    }
    guard let numbers = made[0].text, let data = made[1].digest else {
      preconditionFailure("parts come in their order")
    }
    return .result(numbers: numbers, data: data)
  }

  private func picture(of figure: some Figure, showing chart: Chart) throws -> Picture {
    let (drawn, command, fonts) = try layOut(figure, showing: chart)
    let page = try Rasterizer(fonts: fonts.fonts).render(drawn.scene, threads: threads)
    let packed = needsPixels ? try page.packed(threads: threads) : nil
    return Picture(
      drawn: drawn, command: command, fonts: fonts.fonts, page: packed,
      scene: try SHA256.digest(of: drawn.scene.identityBytes),
      pixels: try packed?.pixelDigest ?? page.pixelDigest())
  }
}
