import Charting
package import Figures
package import Provenance

extension Drawing {
  private struct Fields: Decodable {
    let language: Language
    let scale: Double
    let size: [Double]
    let theme: Theme.Name
  }

  /// How the figure of a recipe was shown, within the limits of the command line.
  ///
  /// - Throws: `JSONCodingError`, `FigureFileError.invalidLook`.
  package init(recipe: Recipe) throws {
    let fields = try JSONValueDecoder(root: "figure", unknownKeys: .refuse)
      .decode(Fields.self, from: recipe.figure)
    guard fields.size.count == 2, Drawing.widths.contains(fields.size[0]),
      Drawing.heights.contains(fields.size[1])
    else {
      let size = fields.size.map(\.description).joined(separator: "x")
      throw FigureFileError.invalidLook("size \(size) (320x200...4000x4000 points)")
    }
    guard Drawing.scales.contains(fields.scale) else {
      throw FigureFileError.invalidLook("scale \(fields.scale) (0.5...8)")
    }
    self.init(
      theme: fields.theme, language: fields.language,
      size: Size(width: fields.size[0], height: fields.size[1]), scale: fields.scale)
  }
}
