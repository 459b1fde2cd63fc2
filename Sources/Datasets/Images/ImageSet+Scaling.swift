extension ImageSet {
  /// Writes images as numbers from 0 to 1, each grey level divided by 255.
  ///
  /// The division is exact to the last bit of Float, as in NumPy's `x.astype(float32) / 255`.
  /// - Parameters:
  ///   - range: Which images; within `0..<count`.
  ///   - target: `[range.count, features]`, row-major, filled completely.
  package func scale(_ range: Range<Int>, into target: inout MutableSpan<Float>) {
    let start = range.lowerBound * featureCount
    target.withUnsafeMutableBufferPointer { target in
      precondition(target.count == range.count * featureCount, "the target does not fit the images")
      scale(pixelsFrom: start, into: target)
    }
  }

  /// Writes the images at `indices`, in that order and with repetitions, as numbers from 0 to 1.
  ///
  /// - Parameters:
  ///   - indices: Each within `0..<count`, for example those of a mini-batch.
  ///   - target: `[indices.count, features]`, row-major, filled completely.
  package func scale(
    gathering indices: some Collection<Int>, into target: inout MutableSpan<Float>
  ) {
    target.withUnsafeMutableBufferPointer { target in
      precondition(
        target.count == indices.count * featureCount, "the target does not fit the images")
      var start = 0
      for index in indices {
        let row = UnsafeMutableBufferPointer(rebasing: target[start..<start + featureCount])
        scale(pixelsFrom: index * featureCount, into: row)
        start += featureCount
      }
    }
  }

  /// The images of `range` as numbers from 0 to 1: `[range.count, features]`, row-major.
  package func scaled(_ range: Range<Int>) -> [Float] {
    let length = range.count * featureCount
    return [Float](unsafeUninitializedCapacity: length) { buffer, initializedCount in
      scale(
        pixelsFrom: range.lowerBound * featureCount,
        into: UnsafeMutableBufferPointer(rebasing: buffer[..<length]))
      initializedCount = length
    }
  }

  /// All images as numbers from 0 to 1: `[count, features]`, row-major.
  package func scaled() -> [Float] {
    scaled(0..<count)
  }

  /// Scales as many pixels as `target` holds, from the one at `start`.
  private func scale(pixelsFrom start: Int, into target: UnsafeMutableBufferPointer<Float>) {
    // Checked here once rather than for each pixel.
    let source = pixels.span.extracting(start..<start + target.count)
    for index in source.indices {
      target[index] = Float(source[index]) / 255
    }
  }
}
