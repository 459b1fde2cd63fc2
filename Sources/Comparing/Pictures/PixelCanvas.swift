internal import Rendering

/// Opaque pixels that are painted one by one or in boxes; what lies outside is left out.
struct PixelCanvas {
  let width: Int
  let height: Int
  private var rgba: [UInt8]

  /// A canvas of one colour.
  init(width: Int, height: Int, ground: PaintColor) {
    self.width = width
    self.height = height
    rgba = [UInt8](unsafeUninitializedCapacity: width * height * 4) { buffer, count in
      UnsafeMutableRawBufferPointer(buffer).withMemoryRebound(to: UInt32.self) {
        $0.initialize(repeating: ground.word)
      }
      count = width * height * 4
    }
  }

  var bitmap: Bitmap { Bitmap(width: width, height: height, rgba: rgba) }

  mutating func fill(_ box: PixelBox, _ color: PaintColor) {
    let columns = max(box.x, 0)..<max(min(box.x + box.width, width), max(box.x, 0))
    for y in max(box.y, 0)..<max(min(box.y + box.height, height), max(box.y, 0)) {
      paint(row: y, columns) { _ in color }
    }
  }

  /// Paints pixels of a row that lie on the canvas.
  ///
  /// - Parameter color: The colour of a column.
  mutating func paint(row: Int, _ columns: Range<Int>, _ color: (Int) -> PaintColor) {
    let width = width
    rgba.withUnsafeMutableBytes { bytes in
      for x in columns {
        bytes.storeBytes(of: color(x).word, toByteOffset: (row * width + x) * 4, as: UInt32.self)
      }
    }
  }

  /// Draws a frame of so many pixels around a box.
  mutating func frame(_ box: PixelBox, thickness: Int, _ color: PaintColor) {
    let (width, height) = (box.width + 2 * thickness, box.height + 2 * thickness)
    let (x, y) = (box.x - thickness, box.y - thickness)
    fill(PixelBox(x: x, y: y, width: width, height: thickness), color)
    fill(PixelBox(x: x, y: box.y + box.height, width: width, height: thickness), color)
    fill(PixelBox(x: x, y: y, width: thickness, height: height), color)
    fill(PixelBox(x: box.x + box.width, y: y, width: thickness, height: height), color)
  }
}

/// An opaque colour.
struct PaintColor: Equatable {
  var red: UInt8
  var green: UInt8
  var blue: UInt8

  init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// A pixel over white.
  init(_ pixel: PixelColor) { self.init(pixel.channels) }

  /// Red, green and blue from 0 to 255.
  init(_ channels: SIMD4<Int32>) {
    let bytes = SIMD4<UInt8>(truncatingIfNeeded: channels)
    self.init(bytes.x, bytes.y, bytes.z)
  }

  /// Red, green, blue and 255 in the bytes from the lowest up.
  var word: UInt32 {
    (UInt32(red) | UInt32(green) << 8 | UInt32(blue) << 16 | 0xFF00_0000).littleEndian
  }

  /// A light grey that leaves strong colours to what lies over it.
  var paled: PaintColor {
    // Luma of Rec. 601 in 1/256, then a quarter of it on top of 70 %.
    let luma = (77 * Int(red) + 150 * Int(green) + 29 * Int(blue)) >> 8
    let grey = UInt8(178 + luma * 77 / 255)
    return PaintColor(grey, grey, grey)
  }
}
