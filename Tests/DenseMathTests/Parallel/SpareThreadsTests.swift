import DenseMath
import Testing

struct SpareThreadsTests {
  @Test("what was given is taken once, and no more than is wanted")
  func takeWhatThereIs() {
    let spare = SpareThreads()
    #expect(spare.take(upTo: 3) == 0)
    spare.give()
    spare.give(4)
    #expect(spare.take(upTo: 0) == 0)
    #expect(spare.take(upTo: 2) == 2)
    #expect(spare.take(upTo: 9) == 3)
    #expect(spare.take(upTo: 1) == 0)
  }

  @Test("many who take at once get together what there is")
  func takeAtOnce() {
    let spare = SpareThreads()
    spare.give(1000)
    let taken = Parallel.map(count: 8, threads: 8) { _ in
      var taken = 0
      while true {
        let more = spare.take(upTo: 3)
        if more == 0 { return taken }
        taken += more
      }
    }
    #expect(taken.reduce(0, +) == 1000)
  }
}
