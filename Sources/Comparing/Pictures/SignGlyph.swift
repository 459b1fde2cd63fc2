/// A sign of 5x7 dots, for places where no font need be found.
enum SignGlyph {
  case a, b, unequal

  static let columns = 5
  static let rows = 7

  /// Rows from the top; the highest of five bits is the leftmost dot.
  private var dots: [UInt8] {
    switch self {
    case .a: [0b01110, 0b10001, 0b10001, 0b11111, 0b10001, 0b10001, 0b10001]
    case .b: [0b11110, 0b10001, 0b10001, 0b11110, 0b10001, 0b10001, 0b11110]
    case .unequal: [0b00000, 0b00010, 0b11111, 0b00100, 0b11111, 0b01000, 0b00000]
    }
  }

  /// Draws the sign, each dot a square of `size` pixels.
  func draw(on canvas: inout PixelCanvas, x: Int, y: Int, size: Int, _ color: PaintColor) {
    for (row, bits) in dots.enumerated() {
      for column in 0..<Self.columns where bits >> (Self.columns - 1 - column) & 1 == 1 {
        canvas.fill(
          PixelBox(x: x + column * size, y: y + row * size, width: size, height: size), color)
      }
    }
  }
}
