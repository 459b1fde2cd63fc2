extension NPZFile {
  /// The elements in C order of an array that must be there: `[Float]` for Float32, and so on.
  ///
  /// - Parameter shape: What its shape must be; nil for any.
  /// - Throws: `NPZError.missing`, `NPZError.wrongKind`, `NPZError.wrongShape`.
  package func values<Element: NPYElement>(
    _ name: String, shape: [Int]? = nil
  ) throws(NPZError) -> [Element] {
    guard let array = self[name] else { throw .missing(file: file, name: name) }
    guard let values = Element.values(of: array.elements) else {
      throw .wrongKind(file: file, name: name, got: array.kind, expected: Element.kind)
    }
    if let shape, shape != array.shape {
      throw .wrongShape(file: file, name: name, got: array.shape, expected: shape)
    }
    return values
  }

  /// A single number, as `NPYArray(scalar:)` makes it.
  ///
  /// - Throws: As `values(_:shape:)` does.
  package func scalar<Element: NPYElement>(_ name: String) throws(NPZError) -> Element {
    try values(name, shape: [])[0]
  }

  /// A text, as `NPYArray(text:)` makes it.
  ///
  /// - Throws: As `values(_:shape:)` does, and `NPZError.notText`.
  package func text(_ name: String) throws(NPZError) -> String {
    guard let text = String(validating: try values(name) as [UInt8], as: UTF8.self) else {
      throw .notText(file: file, name: name)
    }
    return text
  }
}
