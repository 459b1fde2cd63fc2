package import DenseMath

extension Initializer {
  /// Draws the weights of one layer, `[fanIn, fanOut]`.
  ///
  /// All schemes begin with the same standard normal numbers of the stream, weight by weight in
  /// row order; `orthogonal` makes their rows or columns orthonormal, the others scale them.
  package func weights(fanIn: Int, fanOut: Int, stream: RandomStream) -> Matrix {
    var values = [Float](repeating: 0, count: fanIn * fanOut)
    var span = values.mutableSpan
    stream.fillNormal(&span)
    if case .orthogonal = self {
      return orthonormalized(Matrix(rows: fanIn, columns: fanOut, elements: values))
    }
    let scale = Float(standardDeviation(fanIn: fanIn, fanOut: fanOut))
    for index in span.indices { span[index] *= scale }
    return Matrix(rows: fanIn, columns: fanOut, elements: values)
  }
}

/// The matrix with orthonormal rows if it is wide, else with orthonormal columns.
///
/// Gram and Schmidt's method in Double, each vector projected twice ("twice is enough": Giraud et
/// al., "Rounding error analysis of the classical Gram-Schmidt orthogonalization process", 2005).
/// Of a normal matrix it gives the uniform distribution over orthogonal ones, as QR with a positive
/// diagonal does.
private func orthonormalized(_ matrix: Matrix) -> Matrix {
  let isWide = matrix.columns > matrix.rows
  let count = min(matrix.rows, matrix.columns)
  let length = max(matrix.rows, matrix.columns)
  var basis: [[Double]] = []
  basis.reserveCapacity(count)
  for index in 0..<count {
    var vector = (0..<length).map { place in
      Double(
        isWide
          ? matrix.elements[index * matrix.columns + place]
          : matrix.elements[place * matrix.columns + index])
    }
    for _ in 0..<2 {
      for earlier in basis {
        subtractProjection(of: &vector, onto: earlier)
      }
    }
    let norm = dot(vector, vector).squareRoot()
    // Normal vectors are independent with certainty; should rounding ever leave nothing, an axis
    // stands in.
    if norm > 0 {
      for place in vector.indices { vector[place] /= norm }
    } else {
      vector[index] = 1
    }
    basis.append(vector)
  }
  return Matrix(rows: matrix.rows, columns: matrix.columns) { row, column in
    Float(isWide ? basis[row][column] : basis[column][row])
  }
}

private func subtractProjection(of vector: inout [Double], onto unit: [Double]) {
  let share = dot(vector, unit)
  var target = vector.mutableSpan
  let unit = unit.span
  for place in target.indices { target[place] -= share * unit[place] }
}

/// Eight chains by index modulo 8, added up in pairs: one shape on every machine.
private func dot(_ a: [Double], _ b: [Double]) -> Double {
  var lanes = SIMD8<Double>.zero
  let a = a.span
  let b = b.span
  var index = 0
  while index + 8 <= a.count {
    var left = SIMD8<Double>.zero
    var right = SIMD8<Double>.zero
    for lane in 0..<8 {
      left[lane] = a[index + lane]
      right[lane] = b[index + lane]
    }
    lanes += left * right
    index += 8
  }
  while index < a.count {
    lanes[index % 8] += a[index] * b[index]
    index += 1
  }
  let four = lanes.lowHalf + lanes.highHalf
  let two = four.lowHalf + four.highHalf
  return two[0] + two[1]
}
