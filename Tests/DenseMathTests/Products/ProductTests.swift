import DenseMath
import Testing

/// Every kernel, at every size and number of threads, gives the bits of the definition.
struct ProductTests {
  static let forms: [(Product.Form, Bool)] = [
    (.plain, false), (.transposedLeft, false), (.transposedRight, false), (.plain, true),
    (.transposedLeft, true),
  ]

  /// Checks one product in all forms, with each kernel, with and without a bias.
  private func check(
    _ rows: Int, _ inner: Int, _ columns: Int, _ values: TestValues, threads: [Int] = [1],
    seed: UInt64
  ) {
    var generator = TestGenerator(seed: seed)
    let a = values.make(rows * inner, &generator)
    let b = values.make(inner * columns, &generator)
    let bias = TestValues.plain.make(columns, &generator)
    for (form, skipsZeros) in Self.forms {
      let product = Product(
        rows: rows, inner: inner, columns: columns, form: form, skipsZeros: skipsZeros)
      let plain = bits(referenceProduct(product, a, b, bias: nil))
      let biased = bits(referenceProduct(product, a, b, bias: bias))
      for kernel in Kernel.available {
        for threads in threads {
          // Signalling rubbish: whatever is not overwritten shows.
          var c = [Float](repeating: Float(bitPattern: 0x7FAB_CDEF), count: rows * columns)
          var span = c.mutableSpan
          product.multiply(a.span, b.span, into: &span, threads: threads, kernel: kernel)
          #expect(bits(c) == plain, "\(product) \(kernel) \(threads) threads, \(values)")
          span = c.mutableSpan
          product.multiply(
            a.span, b.span, adding: bias.span, into: &span, threads: threads, kernel: kernel)
          #expect(bits(c) == biased, "\(product) \(kernel) \(threads) threads, biased, \(values)")
        }
      }
    }
  }

  @Test("random shapes, edges of every tile", arguments: TestValues.allCases)
  func randomShapes(values: TestValues) {
    var generator = TestGenerator(seed: 1)
    for round in 0..<60 {
      let rows = generator.below(37)
      let inner = generator.below(70)
      let columns = generator.below(60)
      check(rows, inner, columns, values, seed: UInt64(round))
    }
  }

  @Test("shapes around the vectors, tiles and blocks")
  func edges() {
    let sizes = [0, 1, 3, 4, 5, 7, 8, 9, 15, 16, 17]
    for rows in sizes {
      for columns in sizes { check(rows, 5, columns, .wild, seed: UInt64(rows * 31 + columns)) }
    }
    for columns in [31, 32, 33, 47, 48, 49, 64, 96, 97, 128, 129, 191, 192, 193, 513] {
      check(3, 9, columns, .wild, seed: UInt64(columns))
    }
    for inner in [63, 64, 65, 127, 128, 129, 255, 256, 257, 512, 513] {
      check(9, inner, 21, .plain, seed: UInt64(inner))
      check(9, inner, 21, .mostlyZero, seed: UInt64(inner))
      check(9, inner, 21, .sparselyWild, seed: UInt64(inner))
      check(10, inner, 100, .sparselyTiny, seed: UInt64(inner))
    }
    for rows in [127, 128, 129, 255, 256, 257, 300] { check(rows, 67, 19, .wild, seed: 2) }
    check(33, 300, 520, .plain, seed: 3)
    check(140, 270, 100, .mostlyZero, seed: 4)
  }

  @Test("no terms: zero, or the bias")
  func noTerms() {
    check(5, 0, 7, .plain, seed: 0)
    check(0, 5, 7, .plain, seed: 0)
    check(5, 5, 0, .plain, seed: 0)
    check(0, 0, 0, .plain, seed: 0)
  }

  /// 31,457,280 terms: beyond the size from which a second thread is started.
  @Test("threads share the rows and change nothing")
  func threads() {
    var generator = TestGenerator(seed: 5)
    let (rows, inner, columns) = (401, 787, 101)
    for (form, skipsZeros) in Self.forms {
      let a = TestValues.mostlyZero.make(rows * inner, &generator)
      let b = TestValues.plain.make(inner * columns, &generator)
      let product = Product(
        rows: rows, inner: inner, columns: columns, form: form, skipsZeros: skipsZeros)
      let expected = bits(referenceProduct(product, a, b, bias: nil))
      for kernel in Kernel.available {
        for threads in [1, 2, 7, 1000] {
          var c = [Float](repeating: .nan, count: rows * columns)
          var span = c.mutableSpan
          product.multiply(a.span, b.span, into: &span, threads: threads, kernel: kernel)
          #expect(bits(c) == expected, "\(product) \(kernel) \(threads) threads")
        }
      }
    }
  }

  @Test("a chain is neither summed in parts nor rounded twice")
  func chainOrder() {
    // 2^24 swallows each 1 added to it: ascending sums give 2^24, any pairing more.
    let a = Matrix(rows: 1, columns: 65) { _, p in p == 0 ? 0x1p24 : 1 }
    let b = Matrix(rows: 65, columns: 1, repeating: 1)
    // (1 + 2^-12)^2 = 1 + 2^-11 + 2^-24: rounded before the sum, the last term is lost.
    let x = Matrix(rows: 1, columns: 2, elements: [-1, 1 + 0x1p-12])
    let y = Matrix(rows: 2, columns: 1, elements: [1 + 0x1p-11, 1 + 0x1p-12])
    for kernel in Kernel.available {
      var c = Matrix(rows: 1, columns: 1)
      c.setProduct(of: a, b, kernel: kernel)
      #expect(c[0, 0] == 0x1p24)
      c.setProduct(of: x, y, kernel: kernel)
      #expect(c[0, 0] == 0x1p-24)
    }
  }

  @Test("skipping zeros is a definition: 0 times infinity is left out")
  func skippingZeros() {
    let a = Matrix(rows: 1, columns: 4, elements: [0, 2, -0.0, 3])
    let b = Matrix(rows: 4, columns: 2, elements: [.infinity, .nan, 1, 10, .nan, -.infinity, 1, 1])
    for kernel in Kernel.available {
      var c = Matrix(rows: 1, columns: 2)
      c.setProduct(of: a, b, skippingZeros: true, kernel: kernel)
      #expect(c.elements == [5, 23])
      c.setProduct(transposing: a.transposed(), b, skippingZeros: true, kernel: kernel)
      #expect(c.elements == [5, 23])
      c.setProduct(of: a, b, kernel: kernel)
      #expect(bits(c.elements) == [0x7FC0_0000, 0x7FC0_0000])
    }
  }

  @Test("where zeros are skipped, no sum is -0")
  func negativeZero() {
    // -2^-160 is rounded to -0; the second row shares its terms with the first.
    let a = Matrix(rows: 2, columns: 2, elements: [-0x1p-80, 0, 0, 1])
    let b = Matrix(rows: 2, columns: 1, elements: [0x1p-80, -0.0])
    for kernel in Kernel.available {
      var c = Matrix(rows: 2, columns: 1)
      c.setProduct(of: a, b, skippingZeros: true, kernel: kernel)
      #expect(bits(c.elements) == [0, 0])
      c.setProduct(transposing: a.transposed(), b, skippingZeros: true, kernel: kernel)
      #expect(bits(c.elements) == [0, 0])
      c.setProduct(of: a, b, kernel: kernel)
      #expect(bits(c.elements) == [0x8000_0000, 0])
    }
  }

  @Test("products of whole matrices, by hand")
  func matrices() {
    let a = Matrix(rows: 2, columns: 3, elements: [1, 2, 3, 4, 5, 6])
    let b = Matrix(rows: 3, columns: 2, elements: [7, 8, 9, 10, 11, 12])
    let expected = Matrix(rows: 2, columns: 2, elements: [58, 64, 139, 154])
    var c = Matrix(rows: 2, columns: 2)
    c.setProduct(of: a, b)
    #expect(c == expected)
    c.setProduct(transposing: a.transposed(), b)
    #expect(c == expected)
    c.setProduct(of: a, transposing: b.transposed())
    #expect(c == expected)
    c.setProduct(of: a, b, adding: [0.5, -1])
    #expect(c == Matrix(rows: 2, columns: 2, elements: [58.5, 63, 139.5, 153]))
  }
}
