/// Entries as a JSON object in ASCII.
enum JSONText {
  /// The object with its members in the order of the entries; empty text for no entries.
  static func object(_ entries: [FigureMetadata.Entry]) -> String {
    guard !entries.isEmpty else { return "" }
    let members = entries.map { string($0.keyword) + ":" + string($0.text) }
    return "{" + members.joined(separator: ",") + "}"
  }

  /// A string of JSON (RFC 8259); what is not ASCII is escaped as UTF-16.
  private static func string(_ text: String) -> String {
    var result = "\""
    for unit in text.utf16 {
      switch unit {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0x20...0x7E: result.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      default:
        let digits = String(unit, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return result + "\""
  }
}
