internal import CZlib

/// Decompresses a raw deflate stream that must unfold to `byteCount` bytes and fill its place.
///
/// - Source: RFC 1951.
/// - Throws: `ZIPError.corrupt`, `ZIPError.outOfMemory`.
func inflated(
  _ bytes: ArraySlice<UInt8>, to byteCount: Int, file: String, member: String
) throws(ZIPError) -> [UInt8] {
  // zlib keeps the address of its stream, so the stream stays where it is.
  let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  stream.initialize(to: z_stream())
  defer { stream.deallocate() }
  // -15: the largest window, without a header around the stream.
  guard inflateInit2_(stream, -15, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size)) == Z_OK
  else { throw .outOfMemory(file: file, bytes: byteCount) }
  defer { inflateEnd(stream) }

  var status = Z_OK
  var produced = 0
  // One byte more than promised, so that a stream that goes on is seen.
  let output = [UInt8](unsafeUninitializedCapacity: byteCount + 1) { target, count in
    bytes.withUnsafeBufferPointer { source in
      // zlib reads through this pointer only.
      stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
      stream.pointee.avail_in = UInt32(source.count)
      stream.pointee.next_out = target.baseAddress
      stream.pointee.avail_out = UInt32(byteCount + 1)
      status = inflate(stream, Z_FINISH)
    }
    produced = byteCount + 1 - Int(stream.pointee.avail_out)
    count = min(produced, byteCount)
  }

  func corrupt(_ reason: String) -> ZIPError {
    .corrupt(file: file, member: member, reason: reason)
  }
  guard produced <= byteCount else {
    throw corrupt("more than the \(byteCount) bytes that are promised")
  }
  switch status {
  case Z_STREAM_END where stream.pointee.avail_in > 0:
    throw corrupt("\(stream.pointee.avail_in) bytes follow the end of the stream")
  case Z_STREAM_END where produced == byteCount:
    return output
  case Z_STREAM_END:
    throw corrupt("\(produced) bytes, \(byteCount) are promised")
  case Z_MEM_ERROR:
    throw .outOfMemory(file: file, bytes: byteCount)
  case Z_BUF_ERROR, Z_OK:
    throw corrupt("the stream is cut off")
  default:
    throw corrupt(stream.pointee.msg.map { String(cString: $0) } ?? "error \(status)")
  }
}
