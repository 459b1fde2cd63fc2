internal import Charting

/// A rectangle of whole pixels: what a page or a clip lets through.
struct PixelRect: Equatable, Sendable {
  var minX: Int
  var minY: Int
  var maxX: Int
  var maxY: Int

  /// The page.
  init(width: Int, height: Int) {
    (minX, minY, maxX, maxY) = (0, 0, width, height)
  }

  /// The smallest rectangle of whole pixels around `rect`.
  init(around rect: SceneRect) {
    minX = Int(rect.x) >> 8
    minY = Int(rect.y) >> 8
    maxX = (Int(rect.x) + Int(rect.width) + 255) >> 8
    maxY = (Int(rect.y) + Int(rect.height) + 255) >> 8
  }

  var width: Int { max(0, maxX - minX) }
  var height: Int { max(0, maxY - minY) }
  var isEmpty: Bool { maxX <= minX || maxY <= minY }

  func intersection(_ other: PixelRect) -> PixelRect {
    var result = self
    result.minX = max(minX, other.minX)
    result.minY = max(minY, other.minY)
    result.maxX = min(maxX, other.maxX)
    result.maxY = min(maxY, other.maxY)
    return result
  }

  /// The smallest rectangle around both.
  func union(_ other: PixelRect) -> PixelRect {
    var result = self
    result.minX = min(minX, other.minX)
    result.minY = min(minY, other.minY)
    result.maxX = max(maxX, other.maxX)
    result.maxY = max(maxY, other.maxY)
    return result
  }

  func moved(byX x: Int, y: Int) -> PixelRect {
    var result = self
    (result.minX, result.maxX) = (minX + x, maxX + x)
    (result.minY, result.maxY) = (minY + y, maxY + y)
    return result
  }

  /// The same rectangle in 1/256 pixel.
  var sceneRect: SceneRect {
    SceneRect(
      x: Int32(minX * 256), y: Int32(minY * 256), width: Int32(width * 256),
      height: Int32(height * 256))
  }

  /// The edges in 1/256 pixel, moved out by `margin`.
  func grid(margin: Double = 0) -> (minX: Double, minY: Double, maxX: Double, maxY: Double) {
    (
      Double(minX) * 256 - margin, Double(minY) * 256 - margin, Double(maxX) * 256 + margin,
      Double(maxY) * 256 + margin
    )
  }
}
