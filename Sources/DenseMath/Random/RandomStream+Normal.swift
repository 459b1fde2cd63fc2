internal import CKernels

/// Standard normal numbers by the method of Box and Muller: a pair of uniform numbers gives the
/// radius `sqrt(-2 ln u)` and the angle `2 pi v` of a point with two independent normal coordinates.
///
/// - Source: Box, Muller, "A note on the generation of random normal deviates", 1958.
extension RandomStream {
  /// Returns a standard normal number, rounded from Double.
  ///
  /// The pair `2k`, `2k + 1` is made of the two words at these places, the first for the radius
  /// with `u = (word + 1/2) 2^-32`. The largest magnitude is 6.76; the true distribution exceeds it
  /// once in 7e10 draws. The grid of `u` shows in the tail alone: beyond 6 stand 4 radii, ever
  /// farther apart.
  package func normal(at index: Int) -> Float {
    dlplot_random_normal(seed, stream, Self.place(index))
  }

  /// Writes ``normal(at:)`` of `first` and the following places, times the standard deviation.
  package func fillNormal(
    _ values: inout MutableSpan<Float>, standardDeviation: Float = 1, from first: Int = 0
  ) {
    values.withUnsafeMutableBufferPointer {
      dlplot_random_normals(seed, stream, Self.place(first), $0.baseAddress, $0.count)
    }
    for i in values.indices { values[i] *= standardDeviation }
  }

  /// Returns a standard normal number, within 3 units in the last place of the true coordinate.
  ///
  /// The pair `2k`, `2k + 1` is made of block `k`: of its first long word the upper 52 bits give
  /// the radius with `u = (bits + 1/2) 2^-52`, of its second all 64 the angle. The largest
  /// magnitude is 8.57; the true distribution exceeds it once in 1e17 draws.
  package func normalDouble(at index: Int) -> Double {
    let pair = normalPair(block(at: index / 2))
    return index % 2 == 0 ? pair.first : pair.second
  }

  /// Writes ``normalDouble(at:)`` of `first` and the following places.
  package func fillNormal(_ values: inout MutableSpan<Double>, from first: Int = 0) {
    var i = 0
    while i < values.count {
      let pair = normalPair(block(at: (first + i) / 2))
      if (first + i) % 2 == 0 {
        values[i] = pair.first
        i += 1
        if i == values.count { break }
      }
      values[i] = pair.second
      i += 1
    }
  }

  private func normalPair(_ block: SIMD4<UInt32>) -> (first: Double, second: Double) {
    let radial = Self.longWord(0, of: block)
    let turn = Self.longWord(1, of: block)
    let u = (Double(radial >> 12) + 0.5) * 0x1p-52
    let radius = dlplot_square_root(-2 * Elementary.log(u))

    // The angle is reduced to an eighth of a turn in integers, without error.
    let quarter = (turn &+ 1 << 61) >> 62
    let rest = Double(Int64(bitPattern: turn &- quarter << 62)) * 0x1p-62
    let angle = DoubleDouble(0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54) * rest
    let cosine = radius * Elementary.cosReduced(angle)
    let sine = radius * Elementary.sinReduced(angle)
    return switch quarter {
    case 0: (cosine, sine)
    case 1: (-sine, cosine)
    case 2: (-cosine, -sine)
    default: (sine, -cosine)
    }
  }
}
