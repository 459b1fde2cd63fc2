import DenseMath

extension Block {
  /// Sets this block, `[rows, columns]`, to a product, with a bias `[columns]` or without.
  func setProduct(
    _ form: Product.Form, _ a: Block, _ b: Block, adding bias: Block? = nil,
    skippingZeros: Bool = false
  ) {
    let inner = form == .transposedLeft ? a.rows : a.columns
    let product = Product(
      rows: rows, inner: inner, columns: columns, form: form, skipsZeros: skippingZeros)
    var result = MutableSpan(_unsafeElements: mutableBuffer)
    let left = Span(_unsafeElements: a.buffer)
    let right = Span(_unsafeElements: b.buffer)
    if let bias {
      product.multiply(
        left, right, adding: Span(_unsafeElements: bias.buffer), into: &result)
    } else {
      product.multiply(left, right, into: &result)
    }
  }

  /// Sets some rows of this block to those of `aᵀ b`.
  func setRows(_ part: Range<Int>, ofProductTransposing a: Block, _ b: Block, skippingZeros: Bool) {
    let product = Product(
      rows: rows, inner: a.rows, columns: columns, form: .transposedLeft,
      skipsZeros: skippingZeros)
    var result = MutableSpan(_unsafeElements: mutableBuffer)
    product.multiply(
      rows: part, Span(_unsafeElements: a.buffer), Span(_unsafeElements: b.buffer), into: &result)
  }
}
