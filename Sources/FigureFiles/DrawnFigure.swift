package import Charting
package import Provenance
package import Rendering

/// A figure with all that its files carry.
package struct DrawnFigure: Sendable {
  package let scene: Scene
  /// The pixels, if a PNG is wanted.
  package let page: PackedPage?
  package let fonts: [any OutlineFont]
  package let recipe: Recipe
  package let metadata: FigureMetadata

  /// The bytes of a file of this format.
  package func bytes(_ format: FigureFormat) throws -> [UInt8] {
    switch format {
    case .png:
      guard let page else { throw RenderError.png(reason: "no pixels were asked for") }
      // Only here: the other formats hold what no library of this machine has touched.
      var metadata = metadata
      metadata.entries.append(
        FigureMetadata.Entry(
          keyword: FigureFile.rendererKeyword, text: RendererProfile.current.description))
      return try page.png(metadata: metadata)
    case .svg:
      return try SVGRenderer(fonts: fonts).render(
        scene, metadata: metadata,
        identifier: "dlplot-\(recipe.identities.config.hex.prefix(8))")
    case .pdf: return try PDFRenderer(fonts: fonts).render(scene, metadata: metadata)
    }
  }
}
