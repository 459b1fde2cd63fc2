#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Waiting for others; it changes when something is done, and never what.
enum Pause {
  /// Sleeps for two milliseconds.
  static func briefly() {
    var time = timespec(tv_sec: 0, tv_nsec: 2_000_000)
    nanosleep(&time, nil)
  }
}
