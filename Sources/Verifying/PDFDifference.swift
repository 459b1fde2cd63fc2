import Rendering

/// The drawing of a PDF that is not the one that is made anew.
enum PDFDifference: Equatable {
  /// Drawn by another version, whose PDF has another form.
  case otherRenderer(String)
  case differs(String)

  /// Nil for the same drawing.
  ///
  /// - Parameter made: A file of the figure that is made anew.
  init?(_ page: [UInt8], by renderer: String, made: [UInt8]) {
    guard let other = PDFMetadata.read(made), let expected = PDFDrawing(page: other.page) else {
      self = .otherRenderer(renderer)
      return
    }
    guard let found = PDFDrawing(page: page[...]) else {
      self = .differs("the page is not one that was drawn here")
      return
    }
    guard found != expected else { return nil }
    if found.content == expected.content {
      // Versions of Cairo agree about what is drawn, not about how what stands around it is written.
      if renderer != other.renderer, found.effects == expected.effects { return nil }
      self = .differs("the objects around the drawing are not those that were written")
    } else if renderer != other.renderer {
      self = .otherRenderer(renderer)
    } else {
      self = .differs("the drawing is not the one that the file was written with")
    }
  }
}
