import DenseMath
import Synchronization
import Testing

struct ParallelTests {
  private struct Failure: Error, Equatable {
    let index: Int
  }

  @Test("results come in the order of the indices", arguments: [1, 2, 7, 200])
  func ordered(threads: Int) {
    let squares = Parallel.map(count: 100, threads: threads) { index in
      // The first jobs take longest.
      var x = index
      for _ in 0..<(100 - index) * 50 { x = (x &* 31 &+ 7) & 1023 }
      return x < 0 ? -1 : index * index
    }
    #expect(squares == (0..<100).map { $0 * $0 })
  }

  @Test("each index once", arguments: [0, 1, 3, 9])
  func once(threads: Int) {
    let calls = Mutex([Int](repeating: 0, count: 50))
    Parallel.forEach(count: 50, threads: threads) { index in calls.withLock { $0[index] += 1 } }
    #expect(calls.withLock { $0 } == [Int](repeating: 1, count: 50))
  }

  @Test("no jobs")
  func none() {
    #expect(Parallel.map(count: 0, threads: 4) { $0 }.isEmpty)
  }

  @Test("the error of the lowest index is thrown", arguments: [1, 2, 7])
  func lowestError(threads: Int) {
    for _ in 0..<20 {
      #expect(throws: Failure(index: 5)) {
        try Parallel.map(count: 64, threads: threads) { (index) throws(Failure) -> Int in
          if index >= 5 { throw Failure(index: index) }
          return index
        }
      }
    }
  }

  @Test("a job may itself use threads")
  func nested() {
    let sums = Parallel.map(count: 4, threads: 3) { outer in
      Parallel.map(count: 5, threads: 2) { outer * 10 + $0 }.reduce(0, +)
    }
    #expect(sums == [10, 60, 110, 160])
  }
}
