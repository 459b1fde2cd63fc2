internal import Charting
package import Provenance

/// A page of opaque pixels, drawn and ready to be read.
package struct RenderedPage: ~Copyable {
  package let width: Int
  package let height: Int
  /// Pixels for each point of 1/72 inch.
  package let pixelsPerPoint: Double
  let surface: ImageSurface

  init(_ surface: consuming ImageSurface, pixelsPerPoint: Double) {
    width = surface.width
    height = surface.height
    self.pixelsPerPoint = pixelsPerPoint
    self.surface = surface
  }

  /// A copy of the pixels.
  package func bitmap() throws(RenderError) -> Bitmap {
    let rgba = try surface.withPixels { pixels, stride throws(RenderError) in
      [UInt8](unsafeUninitializedCapacity: width * height * 4) { buffer, count in
        copyRows(0..<height, of: pixels, stride: stride, to: buffer)
        count = width * height * 4
      }
    }
    return Bitmap(width: width, height: height, rgba: rgba)
  }

  /// The pixel identity, equal to that of the PNG once it is decoded.
  package func pixelDigest() throws(RenderError) -> Digest {
    try surface.withPixels { pixels, stride throws(RenderError) in
      do throws(ProvenanceError) {
        return try digest(of: pixels, stride: stride)
      } catch {
        throw .hash(error)
      }
    }
  }

  private func digest(
    of pixels: UnsafePointer<UInt8>, stride: Int
  ) throws(ProvenanceError) -> Digest {
    var identity = try PixelIdentity(width: width, height: height)
    // A band of rows at a time, so that the page is not held twice.
    let band = max(1, (1 << 18) / (width * 4))
    for first in Swift.stride(from: 0, to: height, by: band) {
      let rows = first..<min(first + band, height)
      identity.append(
        [UInt8](unsafeUninitializedCapacity: rows.count * width * 4) { buffer, count in
          copyRows(rows, of: pixels, stride: stride, to: buffer)
          count = rows.count * width * 4
        })
    }
    return try identity.digest()
  }

  /// Turns pixels of 0x00RRGGBB into bytes of red, green, blue and 255.
  private func copyRows(
    _ rows: Range<Int>, of pixels: UnsafePointer<UInt8>, stride: Int,
    to bytes: UnsafeMutableBufferPointer<UInt8>
  ) {
    let target = UnsafeMutableRawBufferPointer(bytes)
    for (index, row) in rows.enumerated() {
      let source = UnsafeRawPointer(pixels + row * stride)
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
