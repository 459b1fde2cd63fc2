internal import Comparing
internal import Files
internal import Rendering

/// The pictures of a figure as a page shows them.
struct ShownPictures {
  struct Picture {
    var bytes: [UInt8]
    /// nil for an SVG, or a PNG that cannot be decoded.
    var bitmap: Bitmap?
    /// What it says of itself; empty for nothing.
    var description = ""

    var type: StaticString { isPNG ? "image/png" : "image/svg+xml" }
    private var isPNG: Bool { bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) }

    /// Nil for a PDF, which pages do not show.
    ///
    /// - Throws: what reading a file throws.
    init?(_ source: PictureSource) throws {
      switch source {
      case .file(let path): bytes = try InputFile.read(path, limit: 256 << 20)
      case .bytes(let made): bytes = made
      }
      if PDFMetadata.isPDF(bytes) { return nil }
      let png = try? DecodedPNG(bytes: bytes, path: "")
      bitmap = png?.bitmap
      description = png?.text("Description") ?? SVGMetadata.read(bytes)?.description ?? ""
    }

    init(_ difference: Bitmap) throws {
      bytes = try difference.png()
      bitmap = difference
    }
  }

  var reference: Picture?
  var new: Picture?
  /// Where the two differ; nil where they cannot be compared.
  var difference: Picture?

  init(_ outcome: FigureOutcome) throws {
    reference = try outcome.reference.flatMap(Picture.init)
    new = try outcome.new.flatMap(Picture.init)
    guard let old = reference?.bitmap, let new = new?.bitmap else { return }
    let tolerance = outcome.accepted?.tolerance?.value ?? .unseen
    difference = try DifferencePicture.alone(reference: old, new: new, tolerance: tolerance)
      .map(Picture.init)
  }
}
