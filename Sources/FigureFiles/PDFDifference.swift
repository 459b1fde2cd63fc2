import Rendering

/// The drawing of a PDF that is not the one that is made anew.
package struct PDFDifference: Equatable, CustomStringConvertible {
  package let description: String

  /// Nil for the same drawing.
  ///
  /// A page of this version of Cairo must be the same to the byte. Of another version, which the file
  /// names and anybody may make it name, what is drawn is compared step by step, never passed over.
  ///
  /// - Parameter made: A file of the figure that is made anew.
  package init?(_ page: [UInt8], by renderer: String, made: [UInt8]) throws {
    guard let other = try PDFMetadata.read(made), let expected = PDFDrawing(page: other.page) else {
      description =
        "there is no page to compare with: \(RendererProfile.current.name) writes another form"
      return
    }
    guard let found = PDFDrawing(page: page[...]) else {
      description = "the page is not one that was drawn here"
      return
    }
    guard found != expected else { return nil }
    if renderer == other.renderer {
      description =
        found.content == expected.content
        ? "the objects around the drawing are not those that were written"
        : "the drawing is not the one that the file was written with"
      return
    }
    guard let difference = found.difference(from: expected) else { return nil }
    description = "\(difference) (\(renderer) wrote the page, \(other.renderer) is here)"
  }
}
