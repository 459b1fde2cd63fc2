/// An array of numbers as NumPy knows it: a shape, and elements of one kind.
///
/// - Source: "NEP 1 -- A Simple File Format for NumPy Arrays" and the documentation of
///   `numpy.lib.format`.
package struct NPYArray: Equatable, Sendable {
  /// Length of each dimension; empty for a single number. `[batch, features]` for a matrix.
  package let shape: [Int]
  /// In C order: the last index runs fastest.
  package let elements: NPYElements

  /// An array of `shape`, whose product is the number of elements, of at most 64 dimensions.
  package init(shape: [Int], _ elements: NPYElements) {
    precondition(
      Self.elementCount(of: shape) == elements.count
        && shape.count <= NPYHeader.maximumDimensionCount,
      "\(elements.count) elements for the shape \(shape)")
    self.shape = shape
    self.elements = elements
  }

  /// An array of `values`, in C order; a vector, `[count]`, where no shape is given.
  package init<Element: NPYElement>(_ values: [Element], shape: [Int]? = nil) {
    self.init(shape: shape ?? [values.count], Element.elements(values))
  }

  /// A single number, such as a step, of no dimensions.
  package init<Element: NPYElement>(scalar: Element) {
    self.init([scalar], shape: [])
  }

  /// A text as a vector of its UTF-8 bytes, for NumPy's texts have a fixed width. In Python:
  /// `bytes(array).decode()`.
  package init(text: String) {
    self.init(Array(text.utf8))
  }

  package var kind: NPYKind { elements.kind }

  /// Elements of an array of `shape`; nil for a negative length, or where they are too many for
  /// their bytes to be counted.
  static func elementCount(of shape: [Int]) -> Int? {
    guard shape.allSatisfy({ $0 >= 0 }) else { return nil }
    if shape.contains(0) { return 0 }
    var count = 1
    for length in shape {
      let (product, isTooLarge) = count.multipliedReportingOverflow(by: length)
      guard !isTooLarge, product <= Int.max / 16 else { return nil }
      count = product
    }
    return count
  }
}
