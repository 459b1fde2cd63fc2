import Provenance
import Testing

@Suite("CSVTable")
struct CSVTableTests {
  private func text(_ table: CSVTable) -> String { String(decoding: table.bytes, as: UTF8.self) }

  @Test("fields, quotes and line ends of RFC 4180")
  func fields() throws {
    let table = try CSVTable(
      columns: ["layer", "init, std", "say \"x\""],
      rows: [
        [.integer(1), .text("he"), .text("a \"b\", c")],
        [.missing, .text(""), .text("two\r\nlines")],
        [.flag(true), .text(" pad "), .text("é")],
      ])
    #expect(
      text(table) == "layer,\"init, std\",\"say \"\"x\"\"\"\r\n"
        + "1,he,\"a \"\"b\"\", c\"\r\n" + ",\"\",\"two\r\nlines\"\r\n" + "true, pad ,é\r\n")
  }

  @Test("numbers are the shortest that read back, and special ones are spelled as documented")
  func numbers() throws {
    let table = try CSVTable(
      columns: ["x", "y"],
      rows: [
        [.number(0.1), .float(0.1)], [.number(1e21), .float(1e-7)], [.number(5), .float(5)],
        [.number(.nan), .float(-.nan)], [.number(.infinity), .float(-.infinity)],
        [.number(-0.0), .float(-0.0)], [.number(1.0 / 3), .float(1.0 / 3)],
        [.integer(.min), .integer(.max)],
      ])
    #expect(
      text(table) == "x,y\r\n0.1,0.1\r\n1e+21,1e-7\r\n5,5\r\nNaN,NaN\r\ninf,-inf\r\n-0.0,-0.0\r\n"
        + "0.3333333333333333,0.33333334\r\n-9223372036854775808,9223372036854775807\r\n")
  }

  @Test("a table is as wide as its header, and names are distinct")
  func shape() throws {
    #expect(throws: ProvenanceError.wrongCellCount(row: 2, got: 1, expected: 2)) {
      try CSVTable(columns: ["a", "b"], rows: [[.missing, .missing], [.missing]])
    }
    #expect(throws: ProvenanceError.invalidColumnName(column: 3, got: "a")) {
      try CSVTable(columns: ["a", "b", "a"])
    }
    #expect(throws: ProvenanceError.invalidColumnName(column: 1, got: "")) {
      try CSVTable(columns: [""])
    }
    var table = try CSVTable(columns: ["a"])
    try table.append([.integer(1)])
    #expect(table.rows.count == 1)
    #expect(
      "\(ProvenanceError.wrongCellCount(row: 2, got: 1, expected: 2))"
        == "invalid table row 2: 1 cells (2 cells)")
    #expect(
      "\(ProvenanceError.invalidColumnName(column: 3, got: "a"))"
        == "invalid table column 3: \"a\" (a name that is not taken)")
  }
}
