/// `bytes` as a hex dump shows them: `93 4e 55`; `nothing` for none.
func hexadecimal(_ bytes: [UInt8]) -> String {
  guard !bytes.isEmpty else { return "nothing" }
  return bytes.map { byte in
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }.joined(separator: " ")
}

/// The start of a text from a file, of a length that fits into a line, without what would break it.
func shortened(_ text: String, to limit: Int = 60) -> String {
  let visible = String(
    String.UnicodeScalarView(
      text.unicodeScalars.prefix(limit).map { isVisible($0) ? $0 : "\u{FFFD}" }))
  return text.unicodeScalars.count > limit ? visible + "..." : visible
}

/// False for what moves the cursor, turns the direction or cannot be seen.
func isVisible(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
    .paragraphSeparator:
    false
  default: true
  }
}
