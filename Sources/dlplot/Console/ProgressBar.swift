import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Something whose progress can be shown in one line.
protocol ProgressSource: Sendable {
  /// How far it is; nil while there is nothing to say.
  ///
  /// - Parameters:
  ///   - seconds: Time since the work began.
  ///   - width: Characters of the bar; nil for a line without one.
  func line(seconds: Double, bar width: Int?) -> String?
}

/// Shows on standard error how far the work has come: a bar on a terminal, now and then a plain
/// line elsewhere, nothing at all where the run is over at once.
///
///     let result = try ProgressBar.watching(progress, isQuiet: quiet) { try experiment.run() }
enum ProgressBar {
  /// Does the work while a thread of its own watches how it goes.
  static func watching<Value>(
    _ progress: any ProgressSource, isQuiet: Bool, _ work: () throws -> Value
  ) rethrows -> Value {
    guard !isQuiet else { return try work() }
    let watcher = ProgressWatcher(progress, isTerminal: isatty(STDERR_FILENO) == 1)
    let thread = WatcherThread(watcher)
    defer { thread?.end() }
    return try work()
  }
}

/// What is written, and when.
private final class ProgressWatcher: Sendable {
  private let progress: any ProgressSource
  private let isTerminal: Bool
  private let hasEnded = Atomic(false)

  init(_ progress: any ProgressSource, isTerminal: Bool) {
    self.progress = progress
    self.isTerminal = isTerminal
  }

  func end() { hasEnded.store(true, ordering: .releasing) }

  /// Runs in the thread until the work is over.
  func watch() {
    let start = MonotonicClock.seconds
    var lastReport = start
    var isBarOnScreen = false
    while !hasEnded.load(ordering: .acquiring) {
      // Short naps, so that the end of the work is not waited for.
      usleep(5_000)
      let time = MonotonicClock.seconds
      guard time - lastReport >= (isTerminal ? 0.1 : 5),
        let line = line(seconds: time - start)
      else { continue }
      lastReport = time
      if isTerminal {
        isBarOnScreen = true
        draw(line)
      } else {
        Console.error(line)
      }
    }
    if isBarOnScreen { draw("") }
  }

  /// The line; on a terminal with a bar where there is room for one, and never wider than it, for a
  /// line that wraps cannot be erased.
  private func line(seconds: Double) -> String? {
    guard isTerminal else { return progress.line(seconds: seconds, bar: nil) }
    let columns = Self.columns
    for width in [20, 10] {
      guard let line = progress.line(seconds: seconds, bar: width) else { return nil }
      if line.count < columns { return line }
    }
    return progress.line(seconds: seconds, bar: nil).map { String($0.prefix(columns - 1)) }
  }

  /// The width of the terminal in characters; 80 where it does not say.
  private static var columns: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 1 else { return 80 }
    return Int(size.ws_col)
  }

  /// Back to the first column, erase the line, write another; a screen that is gone is no matter.
  private func draw(_ text: String) {
    let bytes = Array(("\r\u{1B}[K" + text).utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }
}

/// Time that only goes forward; for progress, never for results.
enum MonotonicClock {
  static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// A plain thread that watches until it is told to end.
private struct WatcherThread {
  private let thread: pthread_t
  private let watcher: ProgressWatcher

  /// nil where the system gives no further thread: the work goes on unwatched.
  init?(_ watcher: ProgressWatcher) {
    let context = Unmanaged.passRetained(watcher)
    #if canImport(Glibc)
      var thread = pthread_t()
      let status = pthread_create(
        &thread, nil,
        { context in
          guard let context else { return nil }
          Unmanaged<ProgressWatcher>.fromOpaque(context).takeRetainedValue().watch()
          return nil
        }, context.toOpaque())
      let made: pthread_t? = thread
    #else
      var made: pthread_t?
      let status = pthread_create(
        &made, nil,
        { context in
          Unmanaged<ProgressWatcher>.fromOpaque(context).takeRetainedValue().watch()
          return nil
        }, context.toOpaque())
    #endif
    self.watcher = watcher
    guard status == 0, let made else {
      context.release()
      return nil
    }
    self.thread = made
  }

  func end() {
    watcher.end()
    pthread_join(thread, nil)
  }
}
