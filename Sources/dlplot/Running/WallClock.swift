import Studies

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The time of day, which is noted in studies and is no part of any result.
enum WallClock {
  static var now: StudyDate {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return StudyDate(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
  }
}

/// What this process calls itself in a journal: nothing that tells of the machine or the user.
enum WorkerName {
  static let text: String = {
    let digits = String(UInt64.random(in: 0...(.max)), radix: 16)
    return "dlplot-" + String(repeating: "0", count: 16 - digits.count) + digits
  }()
}
