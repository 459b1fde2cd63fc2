import Charting

/// A typeface in which everything is half an em wide, so that positions can be computed by hand.
struct TestTypeface: Typeface {
  let digest = String(repeating: "0", count: 64)
  let unitsPerEm = 1000
  let ascent = 800
  let descent = 240
  let capHeight = 720
  /// Characters that it lacks.
  var missing: [Unicode.Scalar] = []

  func glyph(for scalar: Unicode.Scalar) -> TypefaceGlyph? {
    guard !missing.contains(scalar) else { return nil }
    return TypefaceGlyph(id: UInt16(truncatingIfNeeded: scalar.value), advance: 500)
  }
}

extension Typography {
  static let test = Typography(faces: [TestTypeface()], regular: [0], bold: [0])
}
