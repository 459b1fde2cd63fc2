// Products of whole matrices, with the bits that `Product` defines.

extension Matrix {
  /// Sets this matrix, `[rows of A, columns of B]`, to `A·B`, or to `A·B + bias`.
  ///
  /// - Parameters:
  ///   - a: `[rows, inner]`.
  ///   - b: `[inner, columns]`.
  ///   - bias: `[columns]`, added once to each row, after the chain.
  ///   - skippingZeros: Whether the terms with an element of A that is exactly zero are omitted.
  ///   - threads: At most so many threads share the rows.
  ///   - kernel: The instruction set, for tests.
  package mutating func setProduct(
    of a: Matrix, _ b: Matrix, adding bias: [Float]? = nil, skippingZeros: Bool = false,
    threads: Int = 1, kernel: Kernel = .current
  ) {
    let product = Product(
      rows: a.rows, inner: a.columns, columns: b.columns, skipsZeros: skippingZeros)
    Self.require(a.columns == b.rows, "A·B", a, b)
    requireShape(of: product)
    withMutableSpan { c in
      if let bias {
        product.multiply(
          a.elements.span, b.elements.span, adding: bias.span, into: &c, threads: threads,
          kernel: kernel)
      } else {
        product.multiply(
          a.elements.span, b.elements.span, into: &c, threads: threads, kernel: kernel)
      }
    }
  }

  /// Sets this matrix, `[columns of A, columns of B]`, to `Aᵀ·B`.
  ///
  /// - Parameters:
  ///   - a: `[inner, rows]`.
  ///   - b: `[inner, columns]`.
  ///   - skippingZeros: Whether the terms with an element of A that is exactly zero are omitted.
  ///   - threads: At most so many threads share the rows.
  ///   - kernel: The instruction set, for tests.
  package mutating func setProduct(
    transposing a: Matrix, _ b: Matrix, skippingZeros: Bool = false, threads: Int = 1,
    kernel: Kernel = .current
  ) {
    let product = Product(
      rows: a.columns, inner: a.rows, columns: b.columns, form: .transposedLeft,
      skipsZeros: skippingZeros)
    Self.require(a.rows == b.rows, "Aᵀ·B", a, b)
    requireShape(of: product)
    withMutableSpan { c in
      product.multiply(
        a.elements.span, b.elements.span, into: &c, threads: threads, kernel: kernel)
    }
  }

  /// Sets this matrix, `[rows of A, rows of B]`, to `A·Bᵀ`.
  ///
  /// - Parameters:
  ///   - a: `[rows, inner]`.
  ///   - b: `[columns, inner]`.
  ///   - threads: At most so many threads share the rows.
  ///   - kernel: The instruction set, for tests.
  package mutating func setProduct(
    of a: Matrix, transposing b: Matrix, threads: Int = 1, kernel: Kernel = .current
  ) {
    let product = Product(
      rows: a.rows, inner: a.columns, columns: b.rows, form: .transposedRight)
    Self.require(a.columns == b.columns, "A·Bᵀ", a, b)
    requireShape(of: product)
    withMutableSpan { c in
      product.multiply(
        a.elements.span, b.elements.span, into: &c, threads: threads, kernel: kernel)
    }
  }

  private static func require(_ fits: Bool, _ form: String, _ a: Matrix, _ b: Matrix) {
    precondition(
      fits, "no product \(form) of [\(a.rows), \(a.columns)] and [\(b.rows), \(b.columns)]")
  }

  private func requireShape(of product: Product) {
    precondition(
      rows == product.rows && columns == product.columns,
      "[\(rows), \(columns)] for a result [\(product.rows), \(product.columns)]")
  }
}
