internal import Files
package import Rendering

/// The reference, the new picture and what differs, side by side under the signs A, B and A≠B.
///
/// In the third, changed pixels stand over the paled reference: red where they are beyond the
/// tolerance, orange where they are within it, violet where only one of the pictures reaches. A
/// blue frame in all three surrounds the worst tile; a key under the pictures says so. Small pictures are enlarged and large ones
/// reduced by a whole number; a reduced pixel has the colour of its worst one, so that no
/// difference is lost. What is translucent is shown over white.
package struct DifferencePicture: Sendable {
  static let beyond = PaintColor(0xE0, 0x00, 0x38)
  static let within = PaintColor(0xF5, 0x95, 0x14)
  static let alone = PaintColor(0x8A, 0x4F, 0xD0)
  static let frame = PaintColor(0x00, 0x50, 0xFF)
  static let ground = PaintColor(0x5C, 0x62, 0x6B)
  static let sign = PaintColor(0xFF, 0xFF, 0xFF)
  /// Pixels between pictures and around them; those above for the signs and below for the key, of
  /// a whole that is not wide.
  static let gap = 12
  static let head = 36
  static let foot = 34
  /// Pixels of a dot of a sign and of the key, and of the thickness of a frame.
  static let dot = 3
  static let keyDot = 2
  static let line = 2
  /// The width in pixels from which on signs and key are twice as large: so that they can be read
  /// where the whole is fitted to a screen.
  static let wide = 1500

  package let bitmap: Bitmap

  /// - Parameter comparison: That of these pictures.
  /// - Throws: `RenderError.png` where memory is short.
  package init(
    reference: Bitmap, new: Bitmap, comparison: PictureComparison
  ) throws(RenderError) {
    let width = max(reference.width, new.width)
    let height = max(reference.height, new.height)
    let zoom = PictureZoom(width: width, height: height) {
      let size = Self.size(of: $0, $1)
      return PageLimits.allow(width: size.width, height: size.height)
    }
    let size = Self.size(of: zoom.length(width), zoom.length(height))
    guard MemoryTrial.succeeds(for: size.width * size.height * 4) else {
      throw .png(reason: "out of memory")
    }
    var canvas = PixelCanvas(width: size.width, height: size.height, ground: Self.ground)
    let scale = Self.scale(ofWidth: size.width)
    let panels = (0..<3).map {
      DifferencePanel(
        x: Self.gap + $0 * (zoom.length(width) + Self.gap), y: Self.head * scale, zoom: zoom,
        scale: scale)
    }
    reference.rgba.withUnsafeBytes { first in
      new.rgba.withUnsafeBytes { second in
        let painter = DifferencePainter(
          DifferencePainter.Source(first, width: reference.width, height: reference.height),
          DifferencePainter.Source(second, width: new.width, height: new.height),
          tolerance: comparison.tolerance)
        panels[0].paint(on: &canvas, width: reference.width, height: reference.height) { rows in
          { painter.reference.color($0, rows) }
        }
        panels[1].paint(on: &canvas, width: new.width, height: new.height) { rows in
          { painter.new.color($0, rows) }
        }
        panels[2].paint(on: &canvas, width: width, height: height) { rows in
          let marks = painter.marks(rows)
          return { painter.difference(marks, $0, rows) }
        }
      }
    }
    for (panel, signs) in zip(panels, [[SignGlyph.a], [.b], [.a, .unequal, .b]]) {
      panel.write(signs, on: &canvas)
      if let tile = comparison.worstTile { panel.frame(tile.box, on: &canvas) }
    }
    let key = DifferenceKey(comparison, dot: Self.keyDot * scale)
    key.draw(
      on: &canvas, x: Self.gap,
      y: size.height - (Self.foot * scale + SignGlyph.rows * key.dot) / 2)
    bitmap = canvas.bitmap
  }

  private static func scale(ofWidth width: Int) -> Int { width / wide + 1 }

  /// The size of the whole, for that of a picture as it is shown.
  private static func size(of width: Int, _ height: Int) -> (width: Int, height: Int) {
    let whole = 3 * width + 4 * gap
    return (whole, height + (head + foot) * scale(ofWidth: whole))
  }
}
