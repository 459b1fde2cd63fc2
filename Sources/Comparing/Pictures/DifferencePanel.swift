/// One of the three pictures of a `DifferencePicture`: where it stands, and how large it is shown.
struct DifferencePanel {
  let x: Int
  let y: Int
  let zoom: PictureZoom

  /// Paints a picture of so many pixels.
  ///
  /// - Parameter color: The colour of a block of the picture, by its columns and rows.
  func paint(
    on canvas: inout PixelCanvas, width: Int, height: Int,
    _ color: (Range<Int>, Range<Int>) -> PaintColor
  ) {
    for row in 0..<zoom.length(height) {
      let rows = zoom.source(row, of: height)
      canvas.paint(row: y + row, x..<x + zoom.length(width)) {
        color(zoom.source($0 - x, of: width), rows)
      }
    }
  }

  /// Frames a box of the picture.
  func frame(_ box: PixelBox, on canvas: inout PixelCanvas) {
    var shown = zoom.shown(box)
    shown.x += x
    shown.y += y
    canvas.frame(shown, thickness: DifferencePicture.line, DifferencePicture.frame)
  }

  /// Writes signs above the picture.
  func write(_ signs: [SignGlyph], on canvas: inout PixelCanvas) {
    let dot = DifferencePicture.dot
    for (index, sign) in signs.enumerated() {
      sign.draw(
        on: &canvas, x: x + index * (SignGlyph.columns + 1) * dot,
        y: y - (DifferencePicture.head + SignGlyph.rows * dot) / 2, size: dot,
        DifferencePicture.sign)
    }
  }
}
