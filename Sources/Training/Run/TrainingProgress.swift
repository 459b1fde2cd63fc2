import Synchronization

/// How far a set of runs has come; written by the workers and read by whoever shows it.
package final class TrainingProgress: Sendable {
  /// Steps of all runs together; 0 until known.
  private let total = Atomic<Int>(0)
  private let isAnnounced = Atomic(false)
  private let done = Atomic<Int>(0)
  private let lossBits = Atomic<UInt32>(Float.nan.bitPattern)

  package init() {}

  package struct Snapshot: Equatable, Sendable {
    package var total: Int
    package var done: Int
    /// Loss of the batch that finished last; NaN before the first.
    package var loss: Float
  }

  package var snapshot: Snapshot {
    Snapshot(
      total: total.load(ordering: .relaxed), done: done.load(ordering: .relaxed),
      loss: Float(bitPattern: lossBits.load(ordering: .relaxed)))
  }

  /// Says how many steps all runs take together, before the first of them begins; what each run
  /// expects is counted with it.
  package func announce(steps: Int) {
    total.store(steps, ordering: .relaxed)
    isAnnounced.store(true, ordering: .relaxed)
  }

  /// Says how many steps a run takes.
  package func expect(steps: Int) {
    guard !isAnnounced.load(ordering: .relaxed) else { return }
    total.wrappingAdd(steps, ordering: .relaxed)
  }

  package func advance(by steps: Int, loss: Float) {
    done.wrappingAdd(steps, ordering: .relaxed)
    lossBits.store(loss.bitPattern, ordering: .relaxed)
  }
}
