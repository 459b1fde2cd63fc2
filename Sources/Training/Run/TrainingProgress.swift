import Synchronization

/// How far a set of runs has come; written by the workers and read by whoever shows it.
package final class TrainingProgress: Sendable {
  /// Steps that were announced.
  private let total = Atomic<Int>(0)
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

  /// Says how many steps some runs will take together; what was announced before stays.
  package func announce(steps: Int) { total.wrappingAdd(steps, ordering: .relaxed) }

  package func advance(by steps: Int, loss: Float) {
    done.wrappingAdd(steps, ordering: .relaxed)
    lossBits.store(loss.bitPattern, ordering: .relaxed)
  }
}
