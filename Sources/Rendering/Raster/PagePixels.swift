internal import CPNG
internal import Provenance

/// The pixels of a page that nobody draws on any more, where they lie.
///
/// Valid inside `RenderedPage.withPixels`; several threads may read.
struct PagePixels: @unchecked Sendable {
  /// Words of 0x00RRGGBB in the byte order of the machine.
  let start: UnsafePointer<UInt8>
  /// Bytes from one row to the next.
  let stride: Int
  let width: Int
  let height: Int

  /// The page as libpng's door takes it.
  var page: cpng_page {
    var page = cpng_page()
    page.width = UInt32(width)
    page.height = UInt32(height)
    page.stride = stride
    page.format = CPNG_WORDS
    page.pixels = start
    return page
  }

  /// Bytes of red, green, blue and 255.
  func rgba(rows: Range<Int>) -> [UInt8] {
    let size = rows.count * width * 4
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      copy(rows, to: UnsafeMutableRawBufferPointer(buffer))
      count = size
    }
  }

  /// The pixel identity.
  ///
  /// - Throws: `hash`.
  func digest() throws(RenderError) -> Digest {
    do throws(ProvenanceError) {
      var identity = try PixelIdentity(width: width, height: height)
      // A band of rows at a time, so that the page is not held twice.
      let band = max(1, (1 << 16) / (width * 4))
      for first in Swift.stride(from: 0, to: height, by: band) {
        identity.append(rgba(rows: first..<min(first + band, height)))
      }
      return try identity.digest()
    } catch {
      throw .hash(error)
    }
  }

  private func copy(_ rows: Range<Int>, to target: UnsafeMutableRawBufferPointer) {
    for (index, row) in rows.enumerated() {
      let source = UnsafeRawPointer(start + row * stride)
      for x in 0..<width {
        let pixel = source.load(fromByteOffset: x * 4, as: UInt32.self)
        let turned =
          (pixel >> 16) & 0xFF | pixel & 0xFF00 | (pixel & 0xFF) << 16 | 0xFF00_0000
        target.storeBytes(
          of: turned.littleEndian, toByteOffset: (index * width + x) * 4, as: UInt32.self)
      }
    }
  }
}
