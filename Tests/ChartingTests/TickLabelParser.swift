/// Reads a label as a reader does, with the standard library's correctly rounded parser.
enum TickLabelParser {
  /// The number that `label` stands for: `−0.25`, `1.5×10⁻⁴`, `10⁻⁴`; nil for anything else.
  static func value(_ label: String) -> Double? {
    let plain = String(label.map { $0 == "\u{2212}" ? "-" : $0 })
    guard let start = plain.firstIndex(where: { superscripts[$0] != nil }) else {
      return Double(plain)
    }
    let exponent = String(plain[start...].compactMap { superscripts[$0] })
    let base = plain[..<start]
    if base == "10" || base == "-10" { return Double(base.dropLast() + "e" + exponent) }
    guard base.hasSuffix("×10") else { return nil }
    return Double(base.dropLast(3) + "e" + exponent)
  }

  private static let superscripts: [Character: Character] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
    "⁹": "9", "⁻": "-",
  ]
}
