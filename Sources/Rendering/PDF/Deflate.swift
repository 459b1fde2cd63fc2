internal import CZlib

/// The compression of PDF streams.
///
/// - Source: RFC 1950 and 1951.
enum Deflate {
  /// The bytes, compressed; nil where memory is short.
  static func pack(_ bytes: [UInt8]) -> [UInt8]? {
    var count = compressBound(uLong(bytes.count))
    var status = Z_OK
    let packed = [UInt8](unsafeUninitializedCapacity: Int(count)) { target, written in
      status = bytes.withUnsafeBufferPointer { source in
        compress2(
          target.baseAddress, &count, source.baseAddress, uLong(source.count),
          Z_DEFAULT_COMPRESSION)
      }
      written = status == Z_OK ? Int(count) : 0
    }
    return status == Z_OK ? packed : nil
  }

  /// The bytes that were packed, which must be exactly so many; nil for anything else.
  static func unpack(_ packed: ArraySlice<UInt8>, count: Int) -> [UInt8]? {
    // One byte more than promised, so that a stream that goes on is seen.
    var unpacked = uLong(count) + 1
    var read = uLong(packed.count)
    var status = Z_OK
    let bytes = [UInt8](unsafeUninitializedCapacity: count + 1) { target, written in
      status = packed.withUnsafeBufferPointer { source in
        uncompress2(target.baseAddress, &unpacked, source.baseAddress, &read)
      }
      written = status == Z_OK ? min(Int(unpacked), count) : 0
    }
    return status == Z_OK && Int(unpacked) == count && Int(read) == packed.count ? bytes : nil
  }
}

extension Deflate {
  /// The bytes that were packed, as long as these are no more than `limit`; nil for more, and for
  /// anything that is no whole stream.
  static func unpack(_ packed: ArraySlice<UInt8>, atMost limit: Int) -> [UInt8]? {
    var room = min(max(4 * packed.count, 1 << 12), limit)
    while room > 0 {
      var count = uLong(room)
      var read = uLong(packed.count)
      var status = Z_OK
      let bytes = [UInt8](unsafeUninitializedCapacity: room) { target, written in
        status = packed.withUnsafeBufferPointer { source in
          uncompress2(target.baseAddress, &count, source.baseAddress, &read)
        }
        written = status == Z_OK ? Int(count) : 0
      }
      if status == Z_OK { return Int(read) == packed.count ? bytes : nil }
      guard status == Z_BUF_ERROR, room < limit else { return nil }
      room = min(4 * room, limit)
    }
    return nil
  }
}
