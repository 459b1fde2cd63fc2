internal import CKernels

extension RandomStream {
  /// Returns a whole number from 0 to `bound - 1`, each exactly as likely as the others.
  ///
  /// The number is the upper half of ``longWord(at:)`` times the bound. Where the lower half falls
  /// into the remainder of 2^64 by the bound, which would favour some numbers, the draw is repeated
  /// at the same place of another stream.
  /// - Precondition: `bound` is positive.
  /// - Source: Lemire, "Fast random integer generation in an interval", 2019, algorithm 5.
  package func integer(below bound: Int, at index: Int) -> Int {
    precondition(bound > 0, "no whole numbers below \(bound)")
    let bound = UInt64(bound)
    var stream = self
    while true {
      let product = stream.longWord(at: index).multipliedFullWidth(by: bound)
      if product.low >= bound || product.low >= (0 &- bound) % bound { return Int(product.high) }
      stream = stream.afterRejection()
    }
  }

  /// Returns the numbers from 0 to `count - 1` in random order, every order equally likely.
  ///
  /// - Precondition: `count` is not negative.
  package func permutation(of count: Int) -> [Int] {
    sample(count, of: count)
  }

  /// Returns `size` different numbers from 0 to `count - 1` in random order; they are the first of
  /// ``permutation(of:)``.
  ///
  /// Step `i` of Fisher and Yates swaps place `i` with place `i + integer(below: count - i, at: i)`.
  /// - Precondition: `size` is in 0 ... `count`.
  package func sample(_ size: Int, of count: Int) -> [Int] {
    precondition(0 <= size && size <= count, "no \(size) different numbers below \(count)")
    var numbers = Array(0..<count)
    for i in 0..<size {
      numbers.swapAt(i, i + integer(below: count - i, at: i))
    }
    numbers.removeLast(count - size)
    return numbers
  }

  /// Returns `size` numbers from 0 to `count - 1`, each drawn from all of them.
  ///
  /// - Precondition: `count` is positive, `size` not negative.
  package func sampleWithReplacement(_ size: Int, of count: Int) -> [Int] {
    (0..<size).map { integer(below: count, at: $0) }
  }

  /// Returns true with the given probability: whether ``word(at:)`` is below the probability times
  /// 2^32, rounded. So 0 is never and 1 always true, and others are exact to 2^-33.
  ///
  /// - Precondition: `probability` is in 0 ... 1.
  package func bernoulli(_ probability: Double, at index: Int) -> Bool {
    word(at: index) < Self.threshold(probability)
  }

  /// Writes `value` where ``bernoulli(_:at:)`` is true at `first` and the following places, and
  /// zero elsewhere.
  ///
  /// - Precondition: `probability` is in 0 ... 1.
  package func fillMask(
    _ mask: inout MutableSpan<Float>, keeping probability: Double, value: Float = 1,
    from first: Int = 0
  ) {
    let threshold = Self.threshold(probability)
    mask.withUnsafeMutableBufferPointer {
      dlplot_random_masks(
        seed, stream, Self.place(first), threshold, value, $0.baseAddress, $0.count)
    }
  }

  private static func threshold(_ probability: Double) -> UInt64 {
    precondition(0 <= probability && probability <= 1, "no probability: \(probability)")
    return UInt64(Elementary.nearestInteger(probability * 0x1p32))
  }
}
