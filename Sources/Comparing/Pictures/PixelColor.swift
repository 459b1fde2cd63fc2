/// A pixel as it is compared: red, green and blue over white, and alpha.
///
/// What two translucent pixels look like depends on what lies under them. Where they are equal over
/// white and in alpha, they are equal over everything.
struct PixelColor: Equatable {
  /// Red, green, blue, alpha; 0 to 255.
  let channels: SIMD4<Int16>

  /// - Parameter word: Red, green, blue and straight alpha, in the bytes from the lowest up.
  @inline(__always)
  init(_ word: UInt32) {
    let bytes = unsafeBitCast(word.littleEndian, to: SIMD4<UInt8>.self)
    let straight = SIMD4<Int16>(truncatingIfNeeded: bytes)
    guard bytes.w != 255 else {
      channels = straight
      return
    }
    let alpha = Int32(bytes.w)
    var shown = SIMD4<Int32>(truncatingIfNeeded: bytes) &* alpha
    shown = (shown &+ (255 &* (255 &- alpha) &+ 127)) / 255
    shown.w = alpha
    channels = SIMD4<Int16>(truncatingIfNeeded: shown)
  }

  /// By how much each channel differs.
  @inline(__always)
  func difference(from other: PixelColor) -> SIMD4<Int16> {
    let difference = channels &- other.channels
    return difference.replacing(with: 0 &- difference, where: difference .< 0)
  }
}
