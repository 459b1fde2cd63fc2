/// A pixel as it is shown: red, green and blue over white, and alpha.
///
/// What two translucent pixels look like depends on what lies under them. Where they are equal over
/// white and in alpha, they are equal over everything.
struct PixelColor: Equatable {
  /// Red, green, blue, alpha; 0 to 255.
  let channels: SIMD4<Int32>

  /// - Parameter word: Red, green, blue and straight alpha, in the bytes from the lowest up.
  init(_ word: UInt32) {
    let bytes = unsafeBitCast(word.littleEndian, to: SIMD4<UInt8>.self)
    var channels = SIMD4<Int32>(truncatingIfNeeded: bytes)
    let alpha = channels.w
    if alpha != 255 {
      channels = (channels &* alpha &+ (255 &* (255 &- alpha) &+ 127)) / 255
      channels.w = alpha
    }
    self.channels = channels
  }
}
