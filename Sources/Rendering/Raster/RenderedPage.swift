internal import Charting
package import Provenance

/// A page of opaque pixels, drawn and ready to be read.
package struct RenderedPage: ~Copyable {
  package let width: Int
  package let height: Int
  /// Pixels for each point of 1/72 inch.
  package let pixelsPerPoint: Double
  let surface: ImageSurface

  init(_ surface: consuming ImageSurface, pixelsPerPoint: Double) {
    width = surface.width
    height = surface.height
    self.pixelsPerPoint = pixelsPerPoint
    self.surface = surface
  }

  /// A copy of the pixels.
  package func bitmap() throws(RenderError) -> Bitmap {
    try withPixels { pixels throws(RenderError) in
      Bitmap(width: width, height: height, rgba: pixels.rgba(rows: 0..<height))
    }
  }

  /// The pixel identity, equal to that of the PNG once it is decoded.
  package func pixelDigest() throws(RenderError) -> Digest {
    try withPixels { pixels throws(RenderError) in try pixels.digest() }
  }

  func withPixels<Value>(
    _ body: (PagePixels) throws(RenderError) -> Value
  ) throws(RenderError) -> Value {
    try surface.withPixels { start, stride throws(RenderError) in
      try body(PagePixels(start: start, stride: stride, width: width, height: height))
    }
  }
}
