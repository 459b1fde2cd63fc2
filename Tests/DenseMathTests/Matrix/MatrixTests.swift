import DenseMath
import Testing

struct MatrixTests {
  @Test("elements lie row after row")
  func rowMajor() {
    var m = Matrix(rows: 2, columns: 3) { Float(10 * $0 + $1) }
    #expect(m.elements == [0, 1, 2, 10, 11, 12])
    #expect(m[1, 2] == 12)
    m[0, 1] = 7
    #expect(m.withRow(0) { row in (0..<row.count).map { row[$0] } } == [0, 7, 2])
    m.withMutableRow(1) { row in
      for j in 0..<row.count { row[j] *= 2 }
    }
    #expect(m.elements == [0, 7, 2, 20, 22, 24])
    m.withMutableSpan { span in span[5] = -1 }
    #expect(m.withSpan { $0[5] } == -1)
    #expect(m.transposed() == Matrix(rows: 3, columns: 2, elements: [0, 20, 7, 22, 2, -1]))
  }

  @Test("a copy is a value of its own")
  func valueSemantics() {
    let original = Matrix(rows: 2, columns: 2, repeating: 1)
    var copy = original
    copy.withMutableRow(0) { $0[0] = 5 }
    #expect(original == Matrix(rows: 2, columns: 2, repeating: 1))
    #expect(copy != original)
  }

  @Test("reshaping keeps the buffer")
  func reshape() {
    var m = Matrix(rows: 4, columns: 5, repeating: 3)
    let before = m.withSpan { $0.withUnsafeBufferPointer { $0.baseAddress } }
    m.reshape(rows: 2, columns: 5)
    #expect(m == Matrix(rows: 2, columns: 5, repeating: 3))
    m.reshape(rows: 4, columns: 5)
    #expect(m.elements == Array(repeating: 3, count: 10) + Array(repeating: 0, count: 10))
    #expect(m.withSpan { $0.withUnsafeBufferPointer { $0.baseAddress } } == before)
  }

  @Test("no rows or no columns")
  func empty() {
    #expect(Matrix(rows: 0, columns: 5).elements.isEmpty)
    #expect(Matrix(rows: 5, columns: 0) != Matrix(rows: 0, columns: 5))
    #expect(Matrix(rows: 5, columns: 0).withRow(4) { $0.count } == 0)
  }

  @Test("bits tell zeros and NaN apart, numbers do not")
  func equality() {
    let zero = Matrix(rows: 1, columns: 1)
    let minusZero = Matrix(rows: 1, columns: 1, repeating: -0.0)
    let nan = Matrix(rows: 1, columns: 1, repeating: .nan)
    #expect(zero == minusZero)
    #expect(!zero.hasSameBits(as: minusZero))
    let other = Matrix(rows: 1, columns: 1, repeating: .nan)
    #expect(nan != other)
    #expect(nan.hasSameBits(as: other))
  }
}
