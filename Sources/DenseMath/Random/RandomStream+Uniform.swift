internal import CKernels

extension RandomStream {
  /// Returns a multiple of 2^-24 in [0, 1): the upper 24 bits of ``word(at:)``.
  package func uniform(at index: Int) -> Float {
    Float(word(at: index) >> 8) * 0x1p-24
  }

  /// Returns a multiple of 2^-53 in [0, 1): the upper 53 bits of ``longWord(at:)``.
  package func uniformDouble(at index: Int) -> Double {
    Double(longWord(at: index) >> 11) * 0x1p-53
  }

  /// Returns a number of a range: `lowerBound + (upperBound - lowerBound) u`, with `u` from
  /// ``uniformDouble(at:)``; where that rounds to the upper bound, the number below it.
  ///
  /// - Precondition: the range is not empty, and its width is finite.
  package func uniformDouble(in range: Range<Double>, at index: Int) -> Double {
    let width = range.upperBound - range.lowerBound
    precondition(width > 0 && width.isFinite, "no uniform numbers in \(range)")
    return min(range.lowerBound + width * uniformDouble(at: index), range.upperBound.nextDown)
  }

  /// Writes ``uniform(at:)`` of `first` and the following places.
  package func fillUniform(_ values: inout MutableSpan<Float>, from first: Int = 0) {
    values.withUnsafeMutableBufferPointer {
      dlplot_random_uniforms(seed, stream, Self.place(first), $0.baseAddress, $0.count)
    }
  }

  /// Writes numbers of a range: `lowerBound + (upperBound - lowerBound) u` in Float, with `u` from
  /// ``uniform(at:)``; where that rounds to the upper bound, the number below it.
  ///
  /// - Precondition: the range is not empty, and its width is finite.
  package func fillUniform(
    _ values: inout MutableSpan<Float>, in range: Range<Float>, from first: Int = 0
  ) {
    let width = range.upperBound - range.lowerBound
    precondition(width > 0 && width.isFinite, "no uniform numbers in \(range)")
    let last = range.upperBound.nextDown
    fillUniform(&values, from: first)
    for i in values.indices {
      values[i] = min(range.lowerBound + width * values[i], last)
    }
  }

  /// Writes ``uniformDouble(at:)`` of `first` and the following places.
  package func fillUniform(_ values: inout MutableSpan<Double>, from first: Int = 0) {
    var i = 0
    while i < values.count {
      let block = block(at: (first + i) / 2)
      for half in (first + i) % 2..<min(2, (first + i) % 2 + values.count - i) {
        values[i] = Double(Self.longWord(half, of: block) >> 11) * 0x1p-53
        i += 1
      }
    }
  }
}
