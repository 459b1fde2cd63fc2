internal import CKernels

/// The Philox4x32-10 generator: a block of four random words for every counter and key.
///
/// - Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11.
package enum Philox {
  /// Returns the block of a counter under a key.
  package static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    let counter = [counter.x, counter.y, counter.z, counter.w]
    var block: [UInt32] = [0, 0, 0, 0]
    dlplot_philox(counter, [key.x, key.y], &block)
    return SIMD4(block)
  }
}
