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
      guard buffer.count >= 1 << 23, let base = buffer.baseAddress else { return }
      let page = UInt(getpagesize())
      let start = (UInt(bitPattern: base) + page - 1) / page * page
      let end = (UInt(bitPattern: base) + UInt(buffer.count)) / page * page
      madvise(UnsafeMutableRawPointer(bitPattern: start), Int(end - start), MADV_HUGEPAGE)
    #endif
  }
}
