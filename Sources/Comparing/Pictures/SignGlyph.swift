/// A sign of 5x7 dots, for places where no font need be found.
enum SignGlyph: Equatable {
  case a, b, unequal
  case letter(Character)

  static let columns = 5
  static let rows = 7

  /// Rows from the top; the highest of five bits is the leftmost dot.
  private var dots: [UInt8] {
    switch self {
    case .a: [0b01110, 0b10001, 0b10001, 0b11111, 0b10001, 0b10001, 0b10001]
    case .b: [0b11110, 0b10001, 0b10001, 0b11110, 0b10001, 0b10001, 0b11110]
    case .unequal: [0b00000, 0b00010, 0b11111, 0b00100, 0b11111, 0b01000, 0b00000]
    case .letter(let letter): Self.letters[letter] ?? []
    }
  }

  /// The letters that the key of a `DifferencePicture` is written in.
  private static let letters: [Character: [UInt8]] = [
    "a": [0b00000, 0b00000, 0b01110, 0b00001, 0b01111, 0b10001, 0b01111],
    "c": [0b00000, 0b00000, 0b01110, 0b10000, 0b10000, 0b10001, 0b01110],
    "d": [0b00001, 0b00001, 0b01101, 0b10011, 0b10001, 0b10001, 0b01111],
    "e": [0b00000, 0b00000, 0b01110, 0b10001, 0b11111, 0b10000, 0b01110],
    "f": [0b00110, 0b01001, 0b01000, 0b11100, 0b01000, 0b01000, 0b01000],
    "h": [0b10000, 0b10000, 0b10110, 0b11001, 0b10001, 0b10001, 0b10001],
    "i": [0b00100, 0b00000, 0b01100, 0b00100, 0b00100, 0b00100, 0b01110],
    "l": [0b01100, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100, 0b01110],
    "n": [0b00000, 0b00000, 0b10110, 0b11001, 0b10001, 0b10001, 0b10001],
    "o": [0b00000, 0b00000, 0b01110, 0b10001, 0b10001, 0b10001, 0b01110],
    "r": [0b00000, 0b00000, 0b10110, 0b11001, 0b10000, 0b10000, 0b10000],
    "s": [0b00000, 0b00000, 0b01110, 0b10000, 0b01110, 0b00001, 0b11110],
    "t": [0b01000, 0b01000, 0b11100, 0b01000, 0b01000, 0b01001, 0b00110],
    "w": [0b00000, 0b00000, 0b10001, 0b10001, 0b10101, 0b10101, 0b01010],
  ]

  /// Draws the sign, each dot a square of `size` pixels.
  func draw(on canvas: inout PixelCanvas, x: Int, y: Int, size: Int, _ color: PaintColor) {
    for (row, bits) in dots.enumerated() {
      for column in 0..<Self.columns where bits >> (Self.columns - 1 - column) & 1 == 1 {
        canvas.fill(
          PixelBox(x: x + column * size, y: y + row * size, width: size, height: size), color)
      }
    }
  }

  /// Draws signs beside each other.
  static func draw(
    _ signs: [SignGlyph], on canvas: inout PixelCanvas, x: Int, y: Int, size: Int,
    _ color: PaintColor
  ) {
    for (index, sign) in signs.enumerated() {
      sign.draw(on: &canvas, x: x + index * (columns + 1) * size, y: y, size: size, color)
    }
  }
}
