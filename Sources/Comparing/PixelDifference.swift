package import Rendering

/// Where two pictures differ.
package struct PixelDifference: Equatable, CustomStringConvertible {
  /// Pixels that differ, and all pixels.
  package var count: Int
  package var total: Int
  /// The box around them, in pixels from the upper left corner, ends included.
  package var left: Int
  package var top: Int
  package var right: Int
  package var bottom: Int
  /// The largest difference of a channel.
  package var largest: Int

  /// nil for equal pictures, and for pictures of unlike sizes.
  package init?(_ a: Bitmap, _ b: Bitmap) {
    guard a.width == b.width, a.height == b.height, a.rgba != b.rgba else { return nil }
    count = 0
    total = a.width * a.height
    (left, top, right, bottom, largest) = (a.width, a.height, -1, -1, 0)
    for y in 0..<a.height {
      for x in 0..<a.width {
        let place = (y * a.width + x) * 4
        var worst = 0
        for channel in place..<place + 4 {
          worst = max(worst, abs(Int(a.rgba[channel]) - Int(b.rgba[channel])))
        }
        guard worst > 0 else { continue }
        count += 1
        (left, right) = (min(left, x), max(right, x))
        (top, bottom) = (min(top, y), max(bottom, y))
        largest = max(largest, worst)
      }
    }
  }

  package var description: String {
    "\(count) of \(total) pixels differ, by up to \(largest) levels, from (\(left), \(top)) to "
      + "(\(right), \(bottom))"
  }
}
