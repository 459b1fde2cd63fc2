#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Asks for memory before an array does: one that cannot be allocated ends the program.
package enum MemoryTrial {
  /// Whether the system grants so many bytes now; small requests are not tried out.
  package static func succeeds(for byteCount: Int) -> Bool {
    guard byteCount > 1 << 24 else { return true }
    // Some more for the array's own header. (The optimizer would take out a trial by malloc.)
    let (roomy, isTooLarge) = byteCount.addingReportingOverflow(1 << 20)
    guard !isTooLarge else { return false }
    let trial = mmap(nil, roomy, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let trial, trial != MAP_FAILED else { return false }
    munmap(trial, roomy)
    return true
  }
}
