internal import CKernels

/// An endless row of random numbers of which any can be computed at once, in any order.
///
/// A stream has no state: number `i` depends on the seed, the stream and `i` alone, so that it is
/// the same whichever thread draws it, after whatever others. Its source is Philox4x32-10 with the
/// seed as the key and (block, stream) as the counter; a block has four words of 32 bits:
///
/// | number `i` | made of |
/// |---|---|
/// | ``word(at:)``, ``uniform(at:)``, ``normal(at:)``, ``bernoulli(_:at:)`` | block `i / 4` |
/// | ``longWord(at:)``, ``uniformDouble(at:)``, ``normalDouble(at:)``, ``integer(below:at:)`` | block `i / 2` |
///
/// The kinds share their blocks: use a stream for one kind only, and derive another with
/// ``substream(_:)-(RandomPurpose)`` and ``substream(_:)-(Int)`` for everything else.
///
/// ```swift
/// let root = RandomStream(seed: 42)
/// root.substream(.weights).substream(layer).fillNormal(&weights)
/// root.substream(.dropout).substream(layer).substream(step).fillMask(&mask, keeping: 0.5)
/// ```
///
/// - Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11.
package struct RandomStream: Equatable, Hashable, Codable, Sendable {
  /// The seed that the user names, Philox's key; low word first.
  package let seed: UInt64
  /// The stream among those of the seed, the upper half of Philox's counter; low word first.
  ///
  /// Two streams of one seed never share a block.
  package let stream: UInt64

  /// Creates a stream of a seed; 0 is the root from which the others are derived.
  package init(seed: UInt64, stream: UInt64 = 0) {
    self.seed = seed
    self.stream = stream
  }

  /// Returns the four words of a block.
  package func block(at index: Int) -> SIMD4<UInt32> {
    var block = SIMD4<UInt32>()
    withUnsafeMutableBytes(of: &block) {
      dlplot_random_block(
        seed, stream, Self.place(index), $0.baseAddress?.assumingMemoryBound(to: UInt32.self))
    }
    return block
  }

  /// Returns 32 random bits.
  package func word(at index: Int) -> UInt32 {
    block(at: index / 4)[index % 4]
  }

  /// Returns 64 random bits, low word first.
  package func longWord(at index: Int) -> UInt64 {
    Self.longWord(index % 2, of: block(at: index / 2))
  }

  /// The first or second half of a block.
  static func longWord(_ half: Int, of block: SIMD4<UInt32>) -> UInt64 {
    UInt64(block[2 * half]) | UInt64(block[2 * half + 1]) << 32
  }

  /// Writes ``word(at:)`` of `first` and the following places.
  package func fillWords(_ words: inout MutableSpan<UInt32>, from first: Int = 0) {
    words.withUnsafeMutableBufferPointer {
      dlplot_random_words(seed, stream, Self.place(first), $0.baseAddress, $0.count)
    }
  }

  /// The index as the kernels take it.
  ///
  /// - Precondition: `index` is not negative.
  static func place(_ index: Int) -> UInt64 {
    precondition(index >= 0, "no random number at \(index)")
    return UInt64(index)
  }
}

// MARK: - Derivation

extension RandomStream {
  /// What a stream was derived by; part of the key of the derivation.
  private enum Derivation: UInt32 {
    case purpose = 1
    case number = 2
    case rejection = 3
  }

  /// Returns the stream of a purpose.
  package func substream(_ purpose: RandomPurpose) -> RandomStream {
    derived(by: .purpose, purpose.rawValue)
  }

  /// Returns one stream of many: of a layer, an epoch, a step, a trial.
  ///
  /// - Precondition: `number` is not negative.
  package func substream(_ number: Int) -> RandomStream {
    derived(by: .number, Self.place(number))
  }

  /// The stream that replaces this one where a draw was rejected.
  func afterRejection() -> RandomStream {
    derived(by: .rejection, 0)
  }

  /// The same seed with another stream: the first two words of the Philox block with the counter
  /// (value, stream) under the key ("dlpl", derivation). Being a hash to 64 bits, it gives a million
  /// different paths the same stream twice with a probability of 3e-8.
  private func derived(by derivation: Derivation, _ value: UInt64) -> RandomStream {
    let counter = SIMD4(
      UInt32(truncatingIfNeeded: value), UInt32(value >> 32),
      UInt32(truncatingIfNeeded: stream), UInt32(stream >> 32))
    let block = Philox.block(counter: counter, key: SIMD2(0x646c_706c, derivation.rawValue))
    return RandomStream(seed: seed, stream: UInt64(block[0]) | UInt64(block[1]) << 32)
  }
}
