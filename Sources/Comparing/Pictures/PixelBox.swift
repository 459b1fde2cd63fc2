/// A box of pixels, counted from the upper left corner.
package struct PixelBox: Codable, Equatable, Sendable {
  package var x: Int
  package var y: Int
  package var width: Int
  package var height: Int

  package init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// The smallest box around both.
  func union(_ other: PixelBox) -> PixelBox {
    let (left, top) = (min(x, other.x), min(y, other.y))
    return PixelBox(
      x: left, y: top, width: max(x + width, other.x + other.width) - left,
      height: max(y + height, other.y + other.height) - top)
  }
}

extension PixelBox: CustomStringConvertible {
  /// As in "120x34+500+60", the way ImageMagick writes it.
  package var description: String { "\(width)x\(height)+\(x)+\(y)" }
}
