import CKernels
import DenseMath
import Testing

/// The kernels of each instruction set, forced in turn, give the same bits.
///
/// The choice is one for the whole process: whoever depends on it holds the lock, and any others do
/// not care.
struct KernelVariantTests {
  /// Lengths around the widths of vectors and batches.
  static let lengths = [0, 1, 3, 4, 7, 8, 15, 16, 17, 31, 33, 63, 64, 65, 255, 257, 1000, 4099]

  /// The result under each set of kernels that this processor has.
  private func underEachLevel<Result>(_ body: () -> Result) -> [Result] {
    Kernel.exclusively {
      var results: [Result] = []
      for level in Int32(DLPLOT_FUNCTIONS_BASELINE)...Int32(DLPLOT_FUNCTIONS_AVX512) {
        let status = dlplot_functions_force(level)
        if status == -1 { continue }
        #expect(status == 0 && dlplot_functions_level() == level)
        results.append(body())
      }
      return results
    }
  }

  private func expectEqual<Result: Equatable>(_ body: () -> Result) {
    let results = underEachLevel(body)
    #expect(results.allSatisfy { $0 == results[0] })
  }

  @Test func forcingNamesWhatIsMissing() {
    Kernel.exclusively {
      #expect(dlplot_functions_force(-1) == -2)
      #expect(dlplot_functions_force(4) == -2)
      #expect(dlplot_functions_force(1) == 0)
      #expect(dlplot_functions_level() == 1)
      #expect(dlplot_functions_force(0) == 0)
    }
  }

  @Test(arguments: Elementary.Map.allCases)
  func bulkEqualsOneAtATime(map: Elementary.Map) {
    let values = assortedFloats(60_000)
    let single = values.map { map($0).bitPattern }
    for bulk in underEachLevel({ map.results(values).bits }) {
      #expect(bulk == single)
    }
    for length in Self.lengths {
      let part = Array(values[5..<5 + length])
      let expected = Array(single[5..<5 + length])
      for bulk in underEachLevel({ map.results(part).bits }) { #expect(bulk == expected) }
    }
  }

  @Test func intoAnotherBufferEqualsInPlace() {
    let values = assortedFloats(1001)
    var results = [Float](repeating: 0, count: values.count)
    for map in Elementary.Map.allCases {
      for bulk in underEachLevel({
        var span = results.mutableSpan
        Elementary.apply(map, to: values.span, into: &span)
        return results.bits
      }) {
        #expect(bulk == map.results(values).bits)
      }
    }
  }

  @Test(arguments: lengths)
  func randomNumbers(length: Int) {
    let stream = RandomStream(seed: 3, stream: 9)
    for first in [0, 1, 2, 3, 250, (1 << 34) - 2] {
      expectEqual { stream.words(length, from: first) }
      expectEqual { stream.uniforms(length, from: first).bits }
      expectEqual { stream.normals(length, from: first).bits }
      expectEqual { stream.mask(length, keeping: 0.3, value: 1.25, from: first).bits }
    }
  }

  @Test(arguments: lengths)
  func reductions(length: Int) {
    let values = RandomStream(seed: 8).normals(length)
    let others = RandomStream(seed: 9).normals(length)
    expectEqual { Reductions.sum(values.span).bitPattern }
    expectEqual { Reductions.dot(values.span, others.span).bitPattern }
    expectEqual { Reductions.variance(values.span).bitPattern }
    expectEqual { Reductions.minimum(values.span)?.bitPattern }
    expectEqual { Reductions.maximum(values.span)?.bitPattern }
    for columns in [1, 2, 15, 16, 17, 50] where length > 0 {
      let rows = RandomStream(seed: 10).normals(length * columns)
      expectEqual { Reductions.columnSums(rows.span, columns: columns).bits }
      expectEqual { Reductions.columnMoments(rows.span, columns: columns).means.bits }
      expectEqual { Reductions.columnMoments(rows.span, columns: columns).variances.bits }
    }
  }

  @Test(arguments: [0, 1, 5, 31, 32, 33, 70])
  func mixtures(points: Int) {
    for dimensions in [0, 1, 3] {
      let mixture = SampleMixture(points: points, dimensions: dimensions, kernels: 48)
      expectEqual { mixture.densities().bits }
    }
  }

  @Test func reductionsOfEveryKindOfNumber() {
    for seed in 1...20 as ClosedRange<UInt64> {
      let values = assortedFloats(300, seed: seed)
      for count in [4, 20, 300] {
        let part = Array(values.suffix(count))
        expectEqual { Reductions.sum(part.span).bitPattern }
        expectEqual { Reductions.dot(part.span, part.span).bitPattern }
        expectEqual { Reductions.maximum(part.span)?.bitPattern }
        expectEqual { Reductions.minimum(part.span)?.bitPattern }
        expectEqual { Reductions.columnSums(part.span, columns: count / 4).bits }
      }
    }
  }
}
