/// A table of numbers and names as comma-separated values (RFC 4180).
///
/// Lines end with CR LF and the first one holds the column names. A field with a comma, a quote, or
/// a line break is quoted; so is an empty text, to be told from a missing value, which is an empty
/// field. Numbers have the fewest digits that read back to the same bits, a point whatever the
/// locale, and an exponent from 1e+21 and 1e-7 on. What is not finite is `NaN`, `inf` and `-inf`:
/// pandas, R, NumPy and Julia read these as numbers.
package struct CSVTable: Equatable, Sendable {
  /// One field.
  package enum Cell: Equatable, Sendable {
    case text(String)
    case integer(Int)
    case number(Double)
    /// A number with the digits of a `Float`.
    case float(Float)
    case flag(Bool)
    case missing
  }

  package let columns: [String]
  package private(set) var rows: [[Cell]]

  /// Takes column names and rows with one cell for each.
  ///
  /// - Throws: `ProvenanceError.invalidColumnName` for a name that is empty or there twice,
  ///   `.wrongCellCount` for a row of another length.
  package init(columns: [String], rows: [[Cell]] = []) throws(ProvenanceError) {
    for (index, name) in columns.enumerated()
    where name.isEmpty || columns[..<index].contains(where: { JSONKeys.areSame($0, name) }) {
      throw .invalidColumnName(column: index + 1, got: name)
    }
    self.columns = columns
    self.rows = []
    self.rows.reserveCapacity(rows.count)
    for row in rows { try append(row) }
  }

  /// Appends a row.
  ///
  /// - Throws: `ProvenanceError.wrongCellCount`.
  package mutating func append(_ row: [Cell]) throws(ProvenanceError) {
    guard row.count == columns.count else {
      throw .wrongCellCount(row: rows.count + 1, got: row.count, expected: columns.count)
    }
    rows.append(row)
  }

  /// The file's bytes, in UTF-8 without a byte order mark.
  package var bytes: [UInt8] {
    var text: [UInt8] = []
    Self.append(columns.map(Cell.text), to: &text)
    for row in rows { Self.append(row, to: &text) }
    return text
  }

  private static func append(_ row: [Cell], to text: inout [UInt8]) {
    for (index, cell) in row.enumerated() {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      append(cell, to: &text)
    }
    text += "\r\n".utf8
  }

  private static func append(_ cell: Cell, to text: inout [UInt8]) {
    switch cell {
    case .missing: break
    case .flag(let flag): text += (flag ? "true" : "false").utf8
    case .integer(let number): NumberText.append(Int64(number), to: &text)
    case .number(let number): append(number, ShortestDecimal.init, to: &text)
    case .float(let number): append(number, ShortestDecimal.init, to: &text)
    case .text(let string): append(string, to: &text)
    }
  }

  private static func append<Number: BinaryFloatingPoint>(
    _ number: Number, _ decimal: (Number) -> ShortestDecimal, to text: inout [UInt8]
  ) {
    if number.isNaN {
      text += "NaN".utf8
    } else if number.isInfinite {
      text += (number < 0 ? "-inf" : "inf").utf8
    } else if number == 0, number.sign == .minus {
      text += "-0.0".utf8
    } else {
      NumberText.append(decimal(number), to: &text)
    }
  }

  private static func append(_ string: String, to text: inout [UInt8]) {
    let needsQuotes =
      string.isEmpty
      || string.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else {
      text += string.utf8
      return
    }
    text.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      if byte == UInt8(ascii: "\"") { text.append(byte) }
      text.append(byte)
    }
    text.append(UInt8(ascii: "\""))
  }
}
