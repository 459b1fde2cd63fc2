import NumPyFiles
import Testing

@Suite struct NPYMalformedTests {
  private func line(_ bytes: [UInt8]) -> String? {
    message { _ = try NPYArray(bytes: bytes, file: "a.npy") }
  }

  @Test("each fault of a header is one line that names the place and what is allowed")
  func headers() {
    let kinds = "float32, float64, int32, int64, uint8, bool"
    let cases: [([UInt8], String)] = [
      ([], "no .npy file: it starts with nothing, expected 93 4e 55 4d 50 59"),
      (
        Array("PK\u{3}\u{4}..".utf8),
        "no .npy file: it starts with 50 4b 03 04 2e 2e, expected 93 4e 55 4d 50 59"
      ),
      (HandmadeNPY.bytes("{}", version: 4), "version 4.0 at byte 6 (1.0, 2.0 or 3.0)"),
      (HandmadeNPY.bytes("{}", version: 0), "version 0.0 at byte 6 (1.0, 2.0 or 3.0)"),
      (HandmadeNPY.bytes("{}"), "no key 'descr' in the header"),
      (HandmadeNPY.bytes("{'descr': '<f4'}"), "no key 'fortran_order' in the header"),
      (
        HandmadeNPY.bytes("{'descr': '<f4', 'fortran_order': True}"), "no key 'shape' in the header"
      ),
      (
        HandmadeNPY.bytes("{'x': 1}"), "unknown key 'x' in the header (descr, fortran_order, shape)"
      ),
      (HandmadeNPY.bytes("{'descr': '<f4', 'descr': '<f4'}"), "key 'descr' twice in the header"),
      (HandmadeNPY.bytes("{'shape': (), 'shape': ()}"), "key 'shape' twice in the header"),
      (HandmadeNPY.bytes("[]"), "'[' at byte 10, expected '{'"),
      (HandmadeNPY.bytes("{descr: 1}"), "'d' at byte 11, expected a key"),
      (HandmadeNPY.bytes("{'descr' '<f4'}"), "''' at byte 19, expected ':'"),
      (HandmadeNPY.bytes("{'descr': '<f4' 'shape': ()}"), "''' at byte 26, expected ',' or '}'"),
      (HandmadeNPY.bytes("{'descr': '<f4',, }"), "',' at byte 26, expected a key"),
      (HandmadeNPY.bytes("{'descr': 4}"), "'4' at byte 20, expected an element type"),
      (HandmadeNPY.bytes("{'de\\x73cr': 4}"), "'\\' at byte 14, expected a key"),
      (HandmadeNPY.bytes("{'de"), "byte 0x0a at byte 63, expected a key"),
      (HandmadeNPY.bytes("{'fortran_order': 1}"), "'1' at byte 28, expected True or False"),
      (HandmadeNPY.bytes("{'fortran_order': Tru}"), "'T' at byte 28, expected True or False"),
      (
        HandmadeNPY.with(order: "True, 'x': 1"),
        "unknown key 'x' in the header (descr, fortran_order, shape)"
      ),
      (HandmadeNPY.with(shape: "3"), "'3' at byte 60, expected '('"),
      (HandmadeNPY.with(shape: "(3)"), "')' at byte 62, expected ','"),
      (HandmadeNPY.with(shape: "(3 4)"), "'4' at byte 63, expected ','"),
      (HandmadeNPY.with(shape: "(3, 4 5)"), "'5' at byte 66, expected ',' or ')'"),
      (
        HandmadeNPY.with(shape: "(,)"),
        "',' at byte 61, expected a length up to 9223372036854775807"
      ),
      (
        HandmadeNPY.with(shape: "(-3,)"),
        "'-' at byte 61, expected a length up to 9223372036854775807"
      ),
      (
        HandmadeNPY.with(shape: "(03,)"),
        "'0' at byte 61, expected a length up to 9223372036854775807"
      ),
      (
        HandmadeNPY.with(shape: "(9223372036854775808,)"),
        "'9' at byte 61, expected a length up to 9223372036854775807"
      ),
      (HandmadeNPY.with(shape: "(3L,)"), "'L' at byte 62, expected ','"),
      (
        HandmadeNPY.with(shape: "(" + String(repeating: "1,", count: 65) + ")"),
        "more than 64 dimensions"
      ),
      (
        HandmadeNPY.with(shape: "(4294967296, 4294967296)"),
        "too many elements: 4294967296 x 4294967296"
      ),
      (HandmadeNPY.with(shape: "(9223372036854775807,)"), "too many elements: 9223372036854775807"),
      (
        HandmadeNPY.with(descr: "'|O'"),
        "array of Python objects (a pickle), which is never read (\(kinds))"
      ),
      (
        HandmadeNPY.with(descr: "'O'"),
        "array of Python objects (a pickle), which is never read (\(kinds))"
      ),
      (HandmadeNPY.with(descr: "[('a', '<f4')]"), "array of records (\(kinds))"),
      (HandmadeNPY.with(descr: "'=f4'"), "element type '=f4' (\(kinds))"),
      (HandmadeNPY.with(descr: "'|f4'"), "element type '|f4' (\(kinds))"),
      (HandmadeNPY.with(descr: "'f4'"), "element type 'f4' (\(kinds))"),
      (HandmadeNPY.with(descr: "''"), "element type '' (\(kinds))"),
      (HandmadeNPY.with(descr: "'<u8'"), "element type '<u8' (\(kinds))"),
      (HandmadeNPY.with(data: [1, 2]), "ends at byte 130, expected 131"),
      (
        HandmadeNPY.with(data: [1, 2, 3, 4]),
        "goes on after byte 131, where its header says that it ends"
      ),
      (
        HandmadeNPY.bytes("{'descr': '|u1', 'fortran_order': False, 'shape': ()} x", [1]),
        "'x' at byte 64, expected the end of the header"
      ),
      (
        HandmadeNPY.bytes(String(repeating: " ", count: 10_000)),
        "header of 10038 bytes (at most 10000)"
      ),
    ]
    for (bytes, reason) in cases {
      #expect(line(bytes) == "a.npy: \(reason)")
    }
  }

  @Test("a header that promises more than memory costs nothing")
  func promises() {
    #expect(
      line(HandmadeNPY.with(descr: "'<f8'", shape: "(100000000, 1000000)"))
        == "a.npy: ends at byte 131, expected 800000000000128")
  }

  @Test("every cut is an error", arguments: ["float32", "version2", "fortran", "zero_dimensional"])
  func truncation(name: String) throws {
    let whole = try Fixture.bytes(name + ".npy")
    for count in whole.indices {
      #expect(throws: NPYError.self, "\(count) bytes") {
        try NPYArray(bytes: Array(whole[..<count]), file: name)
      }
    }
  }

  @Test("no byte that changes brings down the program, and none in the header brings more bytes")
  func damage() throws {
    let whole = try Fixture.bytes("float32.npy")
    for index in whole.indices {
      for value in UInt8.min...UInt8.max where value != whole[index] {
        var damaged = whole
        damaged[index] = value
        guard let array = try? NPYArray(bytes: damaged, file: "a") else { continue }
        #expect(array.elements.count * array.kind.byteCount == 24)
      }
    }
  }
}
