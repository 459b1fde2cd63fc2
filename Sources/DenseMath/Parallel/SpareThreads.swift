internal import Synchronization

/// Threads that have nothing left to do, for whoever still has: a count of them, no threads.
///
/// Who takes one starts a thread of its own in its place.
package final class SpareThreads: Sendable {
  private let count = Atomic<Int>(0)

  package init() {}

  /// Says that so many more threads have nothing left to do.
  package func give(_ more: Int = 1) { count.wrappingAdd(more, ordering: .relaxed) }

  /// Takes as many as there are, up to `most`.
  package func take(upTo most: Int) -> Int {
    var there = count.load(ordering: .relaxed)
    while there > 0, most > 0 {
      let taken = min(there, most)
      let (exchanged, original) = count.weakCompareExchange(
        expected: there, desired: there - taken, ordering: .relaxed)
      if exchanged { return taken }
      there = original
    }
    return 0
  }
}
