internal import CPNG
internal import Files

/// Where the bytes of a PNG come from.
final class PNGSource {
  private enum Origin: ~Copyable {
    case bytes([UInt8])
    case stream(ByteStream)
  }

  let path: String
  private let origin: Origin
  private var position = 0
  /// What kept the stream from being read.
  private(set) var failure: FileError?

  init(bytes: [UInt8], path: String) {
    self.path = path
    origin = .bytes(bytes)
  }

  /// - Throws: `FileError.failed`.
  init(path: String) throws(FileError) {
    self.path = path
    origin = .stream(try ByteStream(path: path))
  }

  /// The source as libpng's door takes it, while this lives.
  var door: cpng_source {
    cpng_source(
      read: { context, target, count in
        guard let context, let target else { return -1 }
        return Unmanaged<PNGSource>.fromOpaque(context).takeUnretainedValue()
          .read(into: UnsafeMutableRawBufferPointer(start: target, count: count))
      }, context: Unmanaged.passUnretained(self).toOpaque())
  }

  /// Copies the next bytes; 0 at the end, -1 where they cannot be read.
  private func read(into target: UnsafeMutableRawBufferPointer) -> Int {
    switch origin {
    case .bytes(let bytes):
      let part = bytes[position..<min(position + target.count, bytes.count)]
      target.copyBytes(from: part)
      position += part.count
      return part.count
    case .stream(let stream):
      do throws(FileError) {
        return try stream.read(into: target)
      } catch {
        failure = error
        return -1
      }
    }
  }
}
