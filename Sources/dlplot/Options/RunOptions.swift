import ArgumentParser

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How an experiment runs.
struct RunOptions: ParsableArguments {
  // A number that begins with a minus is refused as a number, not as a missing value.
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Seed of every random number (default: 0).", valueName: "number")
  )
  var seed: String?

  var isSeedGiven: Bool { seed != nil }

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Workers; changes the time and nothing else (default: one a core).", valueName: "count"))
  var threads: String?

  /// One worker for each core.
  static var defaultThreads: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  func checkedSeed() throws(UsageError) -> UInt64 {
    UInt64(try OptionValue.integer("--seed", seed ?? "0", in: 0...(1 << 53)))
  }

  func checkedThreads() throws(UsageError) -> Int {
    guard let threads else { return Self.defaultThreads }
    return try OptionValue.integer("--threads", threads, in: 1...1024)
  }
}
