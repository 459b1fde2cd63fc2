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
  let numbers: FigureMetadata.Entry?
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
    case picture(Picture)
    case data(Digest)
    case dataSets([Recipe.DataSet])
    case numbers(LongText.Part)
  }

  /// Draws a chart as that of a figure, writes out and digests the figure's result, and looks at the
  /// data sets, none of which needs the others.
  func parts<Shown: Figure>(
    of figure: Shown, showing chart: Chart,
    dataSets: @Sendable () throws -> [Recipe.DataSet]
  ) throws -> FigureParts {
    let result = try EncodedResult(figure.result)
    let texts = carriesNumbers ? result.canonicalParts : []
    // A text of one part is short, and compressed better when it is written.
    let isPacked = needsPixels && texts.count > 1
    let made = try Parallel.map(count: 3 + texts.count, threads: threads) {
      index throws(any Error) -> Part in
      switch index {
      // What may take longest comes first.
      case 0: .picture(try picture(of: figure, showing: chart))
      case 1: .data(try result.digest())
      case 2: .dataSets(try dataSets())
      default:
        .numbers(
          try LongText.Part(
            texts[index - 3].bytes, isLast: index == texts.count + 2, isPacked: isPacked))
      }
    }
    guard case .picture(let picture) = made[0], case .data(let data) = made[1],
      case .dataSets(let dataSets) = made[2]
    else { preconditionFailure("parts come in their order") }
    let numbers = made.compactMap { if case .numbers(let part) = $0 { part } else { nil } }
    return FigureParts(
      drawn: picture.drawn, command: picture.command, fonts: picture.fonts, page: picture.page,
      scene: picture.scene, pixels: picture.pixels, data: data, dataSets: dataSets,
      numbers: carriesNumbers
        ? FigureMetadata.Entry(keyword: FigureFile.numbersKeyword, text: LongText(numbers)) : nil)
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
