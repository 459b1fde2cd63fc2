internal import CZlib
internal import Files

/// Decompresses the gzip members of a file, one after the other, as they are asked for.
///
/// zlib checks each member's CRC-32 and length. Nothing is decompressed ahead of a request, so a
/// small file that would unfold to something huge costs no more than what the caller asks for.
/// - Source: RFC 1952, section 2.2: members "simply appear one after another in the file".
struct GzipInflater: ~Copyable {
  /// The two bytes that a gzip member starts with.
  static let magic: [UInt8] = [0x1F, 0x8B]
  /// Deflate cannot compress better than 1032 to 1 (zlib's technical notes).
  static let maximumRatio = 1032

  private static let inputCapacity = 1 << 16

  /// zlib keeps the address of its stream, so the stream stays where it is.
  private let stream: UnsafeMutablePointer<z_stream>
  private let input: UnsafeMutablePointer<UInt8>
  /// Bytes of the file that have been read into `input` so far.
  private var bytesRead = 0
  private var isBetweenMembers = false

  /// Prepares for the gzip stream at the start of the file at `path`.
  init(path: String) throws(GzipError) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    input = .allocate(capacity: Self.inputCapacity)
    // 15: the largest window; +16: a gzip header and trailer are expected and checked.
    let status = inflateInit2_(
      stream, 15 + 16, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { throw .outOfMemory(file: path) }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
  }

  /// Decompresses until `target` is full or the last member ends.
  ///
  /// - Returns: The number of bytes written to `target`.
  mutating func read(
    from file: borrowing InputFile, into target: UnsafeMutableRawBufferPointer
  ) throws -> Int {
    var filled = 0
    while filled < target.count {
      if stream.pointee.avail_in == 0, try refill(from: file) == 0 {
        if isBetweenMembers { break }
        throw GzipError.truncated(file: file.path, byte: bytesRead)
      }
      if isBetweenMembers {
        try startNextMember(of: file.path)
      }
      let rest = UnsafeMutableRawBufferPointer(rebasing: target[filled...])
      filled += try inflateOnce(into: rest, path: file.path)
    }
    return filled
  }

  /// Position in the file that decompression has reached.
  private var position: Int {
    bytesRead - Int(stream.pointee.avail_in)
  }

  private mutating func refill(from file: borrowing InputFile) throws(FileError) -> Int {
    let count = try file.read(
      into: UnsafeMutableRawBufferPointer(start: input, count: Self.inputCapacity))
    stream.pointee.next_in = input
    stream.pointee.avail_in = UInt32(count)
    bytesRead += count
    return count
  }

  private mutating func startNextMember(of path: String) throws(GzipError) {
    guard stream.pointee.next_in.pointee == Self.magic[0] else {
      throw .trailingBytes(file: path, byte: position)
    }
    inflateReset(stream)
    isBetweenMembers = false
  }

  private mutating func inflateOnce(
    into target: UnsafeMutableRawBufferPointer, path: String
  ) throws(GzipError) -> Int {
    let capacity = UInt32(clamping: target.count)
    stream.pointee.next_out = target.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = capacity
    switch inflate(stream, Z_NO_FLUSH) {
    case Z_OK, Z_BUF_ERROR:
      break
    case Z_STREAM_END:
      isBetweenMembers = true
    case Z_MEM_ERROR:
      throw .outOfMemory(file: path)
    default:
      throw .corrupt(file: path, byte: position, reason: reason)
    }
    return Int(capacity - stream.pointee.avail_out)
  }

  /// zlib's words for what is wrong; it says "data check" for the checksum.
  private var reason: String {
    guard let message = stream.pointee.msg else { return "unknown format" }
    switch String(cString: message) {
    case "incorrect data check": return "wrong CRC-32 checksum"
    case "incorrect length check": return "wrong length in the trailer"
    case let other: return other
    }
  }
}
