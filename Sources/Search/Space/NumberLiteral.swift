/// A decimal number as it is typed: `12`, `-0.5`, `1e-3`; no `.5`, no hexadecimal, no `inf` or `nan`.
struct NumberLiteral {
  let value: Double
  /// The number if it is written with digits alone, and fits.
  let integer: Int?

  init?(_ text: some StringProtocol) {
    guard let first = text.utf8.first(where: { !"+-".utf8.contains($0) }),
      Self.digits.contains(first),
      text.utf8.allSatisfy({ Self.digits.contains($0) || "+-.eE".utf8.contains($0) }),
      let value = Double(text), value.isFinite
    else { return nil }
    self.value = value
    let isWhole = text.utf8.allSatisfy { Self.digits.contains($0) || "+-".utf8.contains($0) }
    integer = isWhole ? Int(text) : nil
  }

  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
}
