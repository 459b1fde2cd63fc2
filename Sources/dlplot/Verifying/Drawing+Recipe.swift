import Charting
import Figures
import Provenance

extension Drawing {
  private struct Fields: Decodable {
    let language: Language
    let scale: Double
    let size: [Double]
    let theme: Theme.Name
  }

  /// How the figure of a recipe was shown, within the limits of the command line.
  ///
  /// - Throws: `JSONCodingError`, `VerificationError.invalidFigure`.
  init(recipe: Recipe) throws {
    let fields = try JSONValueDecoder(root: "figure", unknownKeys: .refuse)
      .decode(Fields.self, from: recipe.figure)
    guard fields.size.count == 2, DrawingOptions.widths.contains(fields.size[0]),
      DrawingOptions.heights.contains(fields.size[1])
    else {
      let size = fields.size.map(\.description).joined(separator: "x")
      throw VerificationError.invalidFigure("size \(size) (320x200...4000x4000 points)")
    }
    guard DrawingOptions.scales.contains(fields.scale) else {
      throw VerificationError.invalidFigure("scale \(fields.scale) (0.5...8)")
    }
    self.init(
      theme: fields.theme, language: fields.language,
      size: Size(width: fields.size[0], height: fields.size[1]), scale: fields.scale)
  }
}
