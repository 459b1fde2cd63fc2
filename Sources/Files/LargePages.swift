#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Memory in pages of 2 MiB where the system has them: images are drawn from all over a large
/// buffer, and each page of 4 KiB costs a fault at first and its translation later.
package enum LargePages {
  /// Asks for them before the buffer is filled. Only a hint: nothing but the time depends on it.
  package static func prefer(for buffer: UnsafeMutableRawBufferPointer) {
    #if canImport(Glibc) || canImport(Musl)
      guard let pages = pages(of: buffer) else { return }
      madvise(pages.baseAddress, pages.count, MADV_HUGEPAGE)
    #endif
  }

  /// Has the system provide the pages of the buffer now, whatever is in them: for a thread beside
  /// the one that fills it, which may be at it already. Only a hint, as above.
  package static func provide(for buffer: UnsafeMutableRawBufferPointer) {
    #if canImport(Glibc) || canImport(Musl)
      guard let pages = pages(of: buffer) else { return }
      // MADV_POPULATE_WRITE, which headers before Linux 5.14 do not name.
      madvise(pages.baseAddress, pages.count, 23)
    #endif
  }

  #if canImport(Glibc) || canImport(Musl)
    /// The whole pages of a large buffer.
    private static func pages(
      of buffer: UnsafeMutableRawBufferPointer
    ) -> UnsafeMutableRawBufferPointer? {
      guard buffer.count >= 1 << 23, let base = buffer.baseAddress else { return nil }
      let page = UInt(getpagesize())
      let start = (UInt(bitPattern: base) + page - 1) / page * page
      let end = (UInt(bitPattern: base) + UInt(buffer.count)) / page * page
      return UnsafeMutableRawBufferPointer(
        start: UnsafeMutableRawPointer(bitPattern: start), count: Int(end - start))
    }
  #endif
}
