internal import CKernels

/// A product of dense row-major matrices, `C = A·B` or `C = A·B + bias`, by its shape and form.
///
/// The bits of the result are defined and do not depend on the CPU, the kernel, the blocking or the
/// number of threads. Each element is one chain of fused multiply-adds over the inner dimension,
/// ascending:
///
///     c = +0;  for p in 0..<inner { c = fma(a[i, p], b[p, j], c) };  c = c + bias[j]
///
/// Every operation is rounded once, to nearest, ties to even; subnormal numbers are kept. A result
/// that is NaN is the one with the bits 0x7FC00000. The bias is added once, after the chain.
package struct Product: Equatable, Sendable {
  /// Which operand is stored transposed.
  package enum Form: Equatable, Sendable {
    /// `A·B`: A is stored `[rows, inner]` and B `[inner, columns]`.
    case plain
    /// `Aᵀ·B`: A is stored `[inner, rows]` and B `[inner, columns]`.
    case transposedLeft
    /// `A·Bᵀ`: A is stored `[rows, inner]` and B `[columns, inner]`.
    case transposedRight
  }

  /// The number of rows of C.
  package var rows: Int
  /// The number of terms of each element of C.
  package var inner: Int
  /// The number of columns of C.
  package var columns: Int
  /// Which operand is stored transposed.
  package var form: Form

  /// Whether the chain omits the terms whose element of A is exactly zero, +0 or -0.
  ///
  /// That is another definition, not a faster way to the same bits: with an infinite or NaN element
  /// of B, `0·b` is NaN. It is meant for the layer that reads images, most of whose pixels are
  /// zero, and not for the form `transposedRight`.
  package var skipsZeros: Bool

  /// Describes the product that makes a matrix `[rows, columns]` of chains of `inner` terms.
  package init(
    rows: Int, inner: Int, columns: Int, form: Form = .plain, skipsZeros: Bool = false
  ) {
    precondition(rows >= 0 && inner >= 0 && columns >= 0, "negative shape of a product")
    precondition(
      !(skipsZeros && form == .transposedRight), "no product A·Bᵀ that skips zeros")
    self.rows = rows
    self.inner = inner
    self.columns = columns
    self.form = form
    self.skipsZeros = skipsZeros
  }

  /// Computes the product into `c`, whose elements are overwritten. Nothing is allocated in one
  /// thread.
  ///
  /// - Parameters:
  ///   - a: As many elements as `rows * inner`.
  ///   - b: As many elements as `inner * columns`.
  ///   - bias: `[columns]`, added once to each row.
  ///   - c: As many elements as `rows * columns`.
  ///   - threads: At most so many threads share the rows of C; few where the product is small.
  ///   - kernel: The instruction set, for tests.
  package func multiply(
    _ a: Span<Float>, _ b: Span<Float>, adding bias: Span<Float>,
    into c: inout MutableSpan<Float>, threads: Int = 1, kernel: Kernel = .current
  ) {
    precondition(bias.count == columns, "\(bias.count) biases for \(columns) columns")
    bias.withUnsafeBufferPointer { bias in
      compute(a, b, bias: bias.baseAddress, into: &c, threads: threads, kernel: kernel)
    }
  }

  /// Computes the product without a bias into `c`, whose elements are overwritten. Nothing is
  /// allocated in one thread.
  ///
  /// - Parameters:
  ///   - a: As many elements as `rows * inner`.
  ///   - b: As many elements as `inner * columns`.
  ///   - c: As many elements as `rows * columns`.
  ///   - threads: At most so many threads share the rows of C; few where the product is small.
  ///   - kernel: The instruction set, for tests.
  package func multiply(
    _ a: Span<Float>, _ b: Span<Float>, into c: inout MutableSpan<Float>, threads: Int = 1,
    kernel: Kernel = .current
  ) {
    compute(a, b, bias: nil, into: &c, threads: threads, kernel: kernel)
  }

  /// Computes some rows of the product without a bias, in this thread; the other elements of `c`
  /// stay as they are.
  ///
  /// - Parameters: As of `multiply`, all of whole operands and of the whole result.
  package func multiply(
    rows part: Range<Int>, _ a: Span<Float>, _ b: Span<Float>, into c: inout MutableSpan<Float>,
    kernel: Kernel = .current
  ) {
    precondition(part.lowerBound >= 0 && part.upperBound <= rows, "no rows \(part) of \(rows)")
    compute(a, b, bias: nil, into: &c, threads: 1, part: part, kernel: kernel)
  }

  private func compute(
    _ a: Span<Float>, _ b: Span<Float>, bias: UnsafePointer<Float>?,
    into c: inout MutableSpan<Float>, threads: Int, part: Range<Int>? = nil, kernel: Kernel
  ) {
    precondition(a.count == rows * inner, "\(a.count) elements for the left operand of \(self)")
    precondition(b.count == inner * columns, "\(b.count) elements for the right operand of \(self)")
    precondition(c.count == rows * columns, "\(c.count) elements for the result of \(self)")
    precondition(kernel.isAvailable, "this CPU cannot run the kernel \(kernel)")
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        c.withUnsafeMutableBufferPointer { c in
          var product = gemm_product(
            a: a.baseAddress, b: b.baseAddress, bias: bias, c: c.baseAddress,
            rows: rows, inner: inner, columns: columns,
            a_transposed: form == .transposedLeft, b_transposed: form == .transposedRight,
            skips_zeros: skipsZeros)
          if let part {
            gemm_part(kernel.code, &product, part.lowerBound, part.upperBound)
          } else {
            gemm(kernel.code, &product, max(1, threads))
          }
        }
      }
    }
  }
}
