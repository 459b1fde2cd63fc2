import NeuralNet
import Testing

@testable import Training

struct BatchSamplerTests {
  @Test("An epoch shows every image at most once, another epoch in another order")
  func permutation() {
    var sampler = BatchSampler(imageCount: 10, batch: 3, convention: .standard, seed: 1)
    #expect(sampler.batchesPerEpoch == 3)
    let epochs = (0..<2).map { epoch in
      (0..<3).flatMap { Array(sampler.indices(ofBatch: epoch * 3 + $0)) }
    }
    for epoch in epochs {
      #expect(Set(epoch).count == 9)
      #expect(epoch.allSatisfy { (0..<10).contains($0) })
    }
    #expect(epochs[0] != epochs[1])
  }

  @Test("A batch depends on its number, not on what was asked for before")
  func order() {
    for convention in Convention.allCases {
      var forward = BatchSampler(imageCount: 50, batch: 4, convention: convention, seed: 7)
      var backward = forward
      let ascending = (0..<40).map { Array(forward.indices(ofBatch: $0)) }
      let descending = (0..<40).reversed().map { Array(backward.indices(ofBatch: $0)) }
      #expect(ascending == descending.reversed())
    }
  }

  @Test("By the book images come back within an epoch")
  func replacement() {
    var sampler = BatchSampler(imageCount: 10, batch: 10, convention: .book, seed: 3)
    let batches = (0..<20).map { Array(sampler.indices(ofBatch: $0)) }
    #expect(batches.contains { Set($0).count < 10 })
    #expect(Set(batches.joined()) == Set(0..<10))
  }

  @Test("Batches are those of Philox, by the script of NeuralNetTests/Fixtures")
  func knownAnswers() {
    // permutation(7, substream(BATCHES, epoch), 10)
    var sampler = BatchSampler(imageCount: 10, batch: 4, convention: .standard, seed: 7)
    #expect(
      (0..<4).map { Array(sampler.indices(ofBatch: $0)) } == [
        [4, 2, 1, 7], [5, 9, 6, 3], [1, 7, 2, 5], [4, 6, 8, 9],
      ])
    // integer(7, substream(BATCHES, number), 10, i)
    sampler = BatchSampler(imageCount: 10, batch: 6, convention: .book, seed: 7)
    #expect(Array(sampler.indices(ofBatch: 0)) == [4, 1, 0, 6, 2, 8])
    #expect(Array(sampler.indices(ofBatch: 5)) == [3, 0, 4, 6, 6, 7])
  }
}
