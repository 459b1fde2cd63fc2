internal import CDeflate
internal import DenseMath
internal import Files

/// Decompresses a gzip file at once, in a third of the time that zlib takes for the same.
///
/// It has no words for what is wrong with a file: whatever is not as expected is left to
/// `GzipInflater`, which reads such a file too, or says why not.
enum WholeGzip {
  /// The content of a file of one gzip member.
  ///
  /// - Parameters:
  ///   - byteCount: Bytes of the content.
  ///   - skipped: Bytes at its start that are left out.
  ///   - threads: With 2 the memory of the content is made ready beside the reading.
  /// - Returns: `byteCount - skipped` bytes; nil where the file is damaged, has several members, or
  ///   its content another length.
  /// - Throws: `FileError`.
  static func content(
    of file: borrowing InputFile, byteCount: Int, skipping skipped: Int, threads: Int = 1
  ) throws(FileError) -> [UInt8]? {
    var failure: FileError?
    let content = [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, initializedCount in
      nonisolated(unsafe) let memory = UnsafeMutableRawBufferPointer(buffer)
      LargePages.prefer(for: memory)
      do throws(FileError) {
        let parts = try Parallel.map(count: min(2, max(1, threads)), threads: threads) {
          index throws(FileError) -> Bool in
          if index == 0 { return try decompress(file, filling: memory) }
          LargePages.provide(for: memory)
          return true
        }
        guard parts[0], let base = buffer.baseAddress else { return }
        base.update(from: base + skipped, count: byteCount - skipped)
        initializedCount = byteCount - skipped
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return content.count == byteCount - skipped ? content : nil
  }

  /// Whether the file is a sound member whose content fills the memory.
  private static func decompress(
    _ file: borrowing InputFile, filling memory: UnsafeMutableRawBufferPointer
  ) throws(FileError) -> Bool {
    let compressed = try file.bytes(from: 0)
    guard let decompressor = libdeflate_alloc_decompressor() else { return false }
    defer { libdeflate_free_decompressor(decompressor) }
    var (read, written) = (0, 0)
    let result = libdeflate_gzip_decompress_ex(
      decompressor, compressed, compressed.count, memory.baseAddress, memory.count, &read, &written)
    return result == LIBDEFLATE_SUCCESS && read == compressed.count && written == memory.count
  }
}
