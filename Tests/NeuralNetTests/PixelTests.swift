import CKernels
import Testing

struct PixelTests {
  @Test("Every grey level is divided by 255 to the last bit")
  func everyLevel() {
    let levels = (0...255).map { UInt8($0) }
    var scaled = [Float](repeating: -1, count: 256)
    dlplot_pixels(levels, &scaled, 256)
    for level in 0...255 { #expect(scaled[level] == Float(level) / 255) }
  }
}
