internal import Charting

/// How large a page of pixels may be, written or read.
package enum PageLimits {
  /// Pixels of one side.
  package static let side = 16384
  /// Pixels in all.
  package static let pixels = 100_000_000

  /// Whether a page of this size may be drawn.
  package static func allow(width: Int, height: Int) -> Bool {
    (1...side).contains(width) && (1...side).contains(height) && width * height <= pixels
  }

  /// Pixels for each point of 1/72 inch.
  package static let pixelsPerPoint = 1000.0

  /// Throws `pageSize`, `resolution` or `translucentPaper` for a page that cannot be drawn.
  static func check(_ scene: Scene) throws(RenderError) {
    guard allow(width: scene.width, height: scene.height) else {
      throw .pageSize(width: scene.width, height: scene.height)
    }
    guard scene.pixelsPerPoint > 0, scene.pixelsPerPoint <= pixelsPerPoint else {
      throw .resolution(scene.pixelsPerPoint)
    }
    guard scene.paper.alpha == 255 else { throw .translucentPaper(alpha: scene.paper.alpha) }
  }
}
