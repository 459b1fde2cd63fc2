internal import Datasets

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Shows a download on standard error: a bar on a terminal, plain lines elsewhere.
struct DownloadProgress {
  private enum Style {
    case bar
    case lines
    case none
  }

  private static let barWidth = 24
  private static let secondsBetweenDrawings = 0.1

  private let style: Style
  private let totalByteCount: Int
  private let sizes: [(name: String, byteCount: Int)]
  /// Bytes of the files that are done.
  private var doneByteCount = 0
  /// Bytes that came over the network, from when on.
  private var receivedByteCount = 0
  private var lastByteCount = 0
  private var startTime = now()
  private var lastDrawing = 0.0
  private var isBarOnScreen = false

  init(files: [PublishedFile], isQuiet: Bool) {
    style = isQuiet ? .none : isatty(STDERR_FILENO) == 1 ? .bar : .lines
    sizes = files.map { ($0.name, $0.byteCount) }
    totalByteCount = files.reduce(0) { $0 + $1.byteCount }
  }

  /// Shows what has happened.
  mutating func show(_ event: FetchEvent) {
    switch event {
    case .present(let file):
      doneByteCount += size(of: file)
      say("\(file): already there")
    case .started(let file, let mirror, let offset):
      lastByteCount = offset
      let from = offset > 0 ? ", going on at byte \(offset)" : ""
      say("\(file): \(byteText(size(of: file))) from \(mirror)\(from)")
    case .received(let file, let byteCount):
      receivedByteCount += byteCount - lastByteCount
      lastByteCount = byteCount
      draw(file, byteCount)
    case .resuming(let file, _, let reason):
      say("\(file): connection lost (\(reason)), going on")
    case .startingOver(let file, _, let reason):
      say("\(file): starting over (\(reason))")
    case .mirrorFailed(let file, let mirror, let reason):
      say("\(file): \(mirror) failed (\(reason))")
    case .finished(let file, _, _):
      doneByteCount += size(of: file)
      say("\(file): complete, checksums right")
    }
  }

  /// Takes the bar off the screen.
  mutating func end() {
    guard isBarOnScreen else { return }
    isBarOnScreen = false
    // Back to the first column, and erase the line.
    writeToStandardError("\r\u{1B}[K")
  }

  private func size(of file: String) -> Int {
    sizes.first { $0.name == file }?.byteCount ?? 0
  }

  private mutating func say(_ line: String) {
    guard style != .none else { return }
    end()
    writeToStandardError(line + "\n")
  }

  private mutating func draw(_ file: String, _ fileByteCount: Int) {
    let time = Self.now()
    guard style == .bar, time - lastDrawing >= Self.secondsBetweenDrawings else { return }
    lastDrawing = time
    isBarOnScreen = true
    writeToStandardError("\r\u{1B}[K" + barText(doneByteCount + fileByteCount, time - startTime))
  }

  /// `[=======                 ]  31 %  11.6 MB  2.1 MB/s  0:04 left`
  private func barText(_ byteCount: Int, _ elapsedSeconds: Double) -> String {
    let filled = min(byteCount, totalByteCount) * Self.barWidth / max(totalByteCount, 1)
    let bar =
      String(repeating: "=", count: filled)
      + String(repeating: " ", count: Self.barWidth - filled)
    let percent = min(byteCount, totalByteCount) * 100 / max(totalByteCount, 1)
    var text = "[\(bar)] \(percent) %  \(byteText(byteCount)) of \(byteText(totalByteCount))"
    guard elapsedSeconds >= 0.5, receivedByteCount > 0 else { return text }
    let rate = Double(receivedByteCount) / elapsedSeconds
    let secondsLeft = Int(Double(max(0, totalByteCount - byteCount)) / rate)
    let seconds = String(secondsLeft % 60)
    text += "  \(byteText(Int(rate)))/s  \(secondsLeft / 60):"
    text += (seconds.count < 2 ? "0" : "") + seconds + " left"
    return text
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  private func writeToStandardError(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }
}
