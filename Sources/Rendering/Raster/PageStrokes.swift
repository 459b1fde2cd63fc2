internal import Charting
internal import DenseMath

/// A stroke of the display list and where it may be seen.
struct PageStroke: Sendable {
  let path: ScenePath
  let style: StrokeStyle
  let isTranslucent: Bool
  let clip: PixelRect

  /// Whether it takes long enough to be made beside others.
  var isLong: Bool { path.elements.count > Stroker.wholeSegments }
}

/// The long strokes of a page in the order in which they are drawn.
///
/// Outlines and coverage of a stroke depend on nothing else on the page, so that several are made
/// at once; no more than are soon needed, for each may take a byte for every pixel.
struct PageStrokes {
  private var waiting: ArraySlice<PageStroke>
  private var made: ArraySlice<StrokePaint> = []
  private let threads: Int

  init(_ strokes: [PageStroke], threads: Int) {
    waiting = strokes[...]
    self.threads = threads
  }

  /// What comes next.
  ///
  /// - Throws: `cairo`.
  mutating func next() throws(RenderError) -> StrokePaint? {
    if made.isEmpty {
      let batch = Array(waiting.prefix(threads > 1 ? 2 * threads : 1))
      waiting = waiting.dropFirst(batch.count)
      made =
        try Parallel.map(count: batch.count, threads: threads) { index throws(RenderError) in
          try StrokePaint(batch[index])
        }[...]
    }
    return made.popFirst()
  }
}
