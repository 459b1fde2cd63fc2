package import Rendering

extension DifferencePicture {
  /// The third of the pictures by itself, at its own size and without a frame; nil where the two
  /// together reach beyond what a picture may be.
  package static func alone(
    reference: Bitmap, new: Bitmap, tolerance: Tolerance
  ) -> Bitmap? {
    let width = max(reference.width, new.width)
    let height = max(reference.height, new.height)
    guard PageLimits.allow(width: width, height: height) else { return nil }
    var canvas = PixelCanvas(width: width, height: height, ground: ground)
    reference.rgba.withUnsafeBytes { first in
      new.rgba.withUnsafeBytes { second in
        let painter = DifferencePainter(
          DifferencePainter.Source(first, width: reference.width, height: reference.height),
          DifferencePainter.Source(second, width: new.width, height: new.height),
          tolerance: tolerance)
        for y in 0..<height {
          let marks = painter.marks(y..<y + 1)
          canvas.paint(row: y, 0..<width) { painter.difference(marks, $0..<$0 + 1, y..<y + 1) }
        }
      }
    }
    return canvas.bitmap
  }
}
