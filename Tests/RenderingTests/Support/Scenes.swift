import Charting
import Rendering

/// A length or coordinate of so many pixels in 1/256 pixel.
func px(_ value: Double) -> Int32 { Int32((value * 256).rounded()) }

func point(_ x: Double, _ y: Double) -> ScenePoint { ScenePoint(x: px(x), y: px(y)) }

func rect(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> SceneRect {
  SceneRect(x: px(x), y: px(y), width: px(width), height: px(height))
}

extension Color {
  static let black = Color(red: 0, green: 0, blue: 0)
  static let white = Color(red: 255, green: 255, blue: 255)

  func alpha(_ value: UInt8) -> Color { Color(red: red, green: green, blue: blue, alpha: value) }
}

extension Scene {
  /// A small white page of one pixel a point.
  init(_ width: Int, _ height: Int, faces: [String] = [], _ nodes: [SceneNode]) {
    self.init(
      width: width, height: height, pixelsPerPoint: 1, paper: .white, faces: faces, nodes: nodes)
  }

  func bitmap(fonts: [any OutlineFont] = []) throws -> Bitmap {
    try Rasterizer(fonts: fonts).render(self).bitmap()
  }
}

extension Bitmap {
  /// Red, green, blue and alpha of a pixel.
  subscript(x: Int, y: Int) -> [UInt8] {
    Array(rgba[((y * width + x) * 4)..<((y * width + x) * 4 + 4)])
  }

  /// The red values of a row, which are all there is to a grey picture.
  func row(_ y: Int) -> [Int] { (0..<width).map { Int(self[$0, y][0]) } }

  func column(_ x: Int) -> [Int] { (0..<height).map { Int(self[x, $0][0]) } }
}

/// Numbers that look random and are the same in every run (xorshift64).
struct Scatter {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  /// The next number in 0..<1.
  mutating func next() -> Double {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Double(state >> 11) / 9_007_199_254_740_992
  }
}
