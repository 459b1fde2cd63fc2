import Synchronization
import Training

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Shows on standard error how far training has come: a bar on a terminal, now and then a plain
/// line elsewhere, nothing at all where the run is over at once.
///
///     let result = try ProgressBar.watching(progress, isQuiet: quiet) { try experiment.run() }
enum ProgressBar {
  /// Does the work while a thread of its own watches how it goes.
  static func watching<Value>(
    _ progress: TrainingProgress, isQuiet: Bool, _ work: () throws -> Value
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
  private let progress: TrainingProgress
  private let isTerminal: Bool
  private let hasEnded = Atomic(false)

  init(_ progress: TrainingProgress, isTerminal: Bool) {
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
      let snapshot = progress.snapshot
      guard snapshot.total > 0, time - lastReport >= (isTerminal ? 0.1 : 5) else { continue }
      lastReport = time
      let line = ProgressLine(snapshot, seconds: time - start)
      if isTerminal {
        isBarOnScreen = true
        draw(line.text(bar: 20))
      } else {
        Console.error(line.text(bar: nil))
      }
    }
    if isBarOnScreen { draw("") }
  }

  /// Back to the first column, erase the line, write another; a screen that is gone is no matter.
  private func draw(_ text: String) {
    let bytes = Array(("\r\u{1B}[K" + text).utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }
}

/// How far it is, in words:
/// `[=========           ]  45 %  3,600 of 8,000 steps  4,120/s  loss 0.0312  0:01 left`.
struct ProgressLine {
  private let snapshot: TrainingProgress.Snapshot
  private let seconds: Double

  init(_ snapshot: TrainingProgress.Snapshot, seconds: Double) {
    self.snapshot = snapshot
    self.seconds = seconds
  }

  func text(bar width: Int?) -> String {
    let total = max(1, snapshot.total)
    let done = min(snapshot.done, total)
    var parts: [String] = []
    if let width {
      let filled = done * width / total
      parts.append(
        "[" + String(repeating: "=", count: filled)
          + String(repeating: " ", count: width - filled) + "]")
    }
    parts.append("\(done * 100 / total) %")
    parts.append("\(done) of \(total) steps")
    let rate = Double(done) / max(seconds, 1e-3)
    if done > 0 {
      parts.append("\(Int(rate))/s")
      parts.append("loss \(Self.short(snapshot.loss))")
      let left = Int((Double(total - done) / max(rate, 1e-3)).rounded(.up))
      let rest = left % 60
      parts.append("\(left / 60):\(rest < 10 ? "0" : "")\(rest) left")
    }
    return parts.joined(separator: "  ")
  }

  /// Four decimals, so that the line does not dance.
  private static func short(_ loss: Float) -> String {
    guard loss.isFinite, abs(loss) < 1e6 else { return loss.isNaN ? "NaN" : "infinite" }
    let units = Int((abs(loss) * 10_000).rounded())
    let digits = String(units % 10_000)
    return "\(units / 10_000)." + String(repeating: "0", count: 4 - digits.count) + digits
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
