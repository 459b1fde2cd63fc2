import Rendering

/// A white picture that is painted pixel by pixel.
struct TestPicture {
  let width: Int
  let height: Int
  private var pixels: [SIMD4<UInt8>]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    pixels = Array(repeating: SIMD4(repeating: 255), count: width * height)
  }

  init(_ bitmap: Bitmap) {
    self.init(width: bitmap.width, height: bitmap.height)
    for index in pixels.indices {
      for channel in 0..<4 { pixels[index][channel] = bitmap.rgba[index * 4 + channel] }
    }
  }

  /// Red, green, blue and alpha.
  subscript(x: Int, y: Int) -> SIMD4<UInt8> {
    get { pixels[y * width + x] }
    set { pixels[y * width + x] = newValue }
  }

  var bitmap: Bitmap {
    Bitmap(
      width: width, height: height, rgba: pixels.flatMap { [$0.x, $0.y, $0.z, $0.w] })
  }
}
