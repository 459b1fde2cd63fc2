/// One of the three pictures of a `DifferencePicture`: where it stands, and how large it is shown.
struct DifferencePanel {
  let x: Int
  let y: Int
  let zoom: PictureZoom
  /// How many times the usual size signs have.
  let scale: Int

  /// Paints a picture of so many pixels.
  ///
  /// - Parameter row: For some rows of the picture, the colour of a block of them by its columns.
  func paint(
    on canvas: inout PixelCanvas, width: Int, height: Int,
    _ row: (Range<Int>) -> (Range<Int>) -> PaintColor
  ) {
    for shown in 0..<zoom.length(height) {
      let color = row(zoom.source(shown, of: height))
      canvas.paint(row: y + shown, x..<x + zoom.length(width)) {
        color(zoom.source($0 - x, of: width))
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
    let dot = DifferencePicture.dot * scale
    SignGlyph.draw(
      signs, on: &canvas, x: x,
      y: y - (DifferencePicture.head * scale + SignGlyph.rows * dot) / 2, size: dot,
      DifferencePicture.sign)
  }
}
