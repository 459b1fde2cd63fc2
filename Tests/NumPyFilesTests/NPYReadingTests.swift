import NumPyFiles
import Testing

/// Arrays that NumPy wrote; the values are those of `Fixtures/make_fixtures.py`.
@Suite struct NPYReadingTests {
  private let cube = (0..<24).map { Float($0) }

  @Test("every kind of element")
  func kinds() throws {
    let floats = try Fixture.array("float32")
    #expect(floats.shape == [2, 3])
    guard case .float32(let values) = floats.elements else {
      Issue.record("not float32")
      return
    }
    #expect(
      values.map(\.bitPattern) == [
        0x3FC0_0000, 0x8000_0000, 0x0000_0001, 0x7F80_0000, 0xFF80_0000, 0x7FC0_0000,
      ])
    #expect(
      try Fixture.array("float64")
        == NPYArray([0.1, -0.0, .leastNonzeroMagnitude, 1.7976931348623157e308]))
    #expect(try Fixture.array("int32") == NPYArray([Int32.min, Int32.max], shape: [2, 1]))
    #expect(try Fixture.array("int64") == NPYArray([Int64.min, Int64.max, 0]))
    #expect(try Fixture.array("uint8") == NPYArray([0, 1, 254, 255] as [UInt8]))
    #expect(try Fixture.array("bool") == NPYArray([true, false, false, true], shape: [2, 2]))
  }

  @Test("arrays without elements, and of no dimensions")
  func corners() throws {
    #expect(try Fixture.array("empty") == NPYArray([] as [Float], shape: [0, 3]))
    #expect(try Fixture.array("zero_dimensional") == NPYArray(scalar: Int64(42)))
    #expect(try Fixture.array("zero_dimensional").shape == [])
  }

  @Test("Fortran order and big-endian become C order and values")
  func orders() throws {
    #expect(try Fixture.array("fortran") == NPYArray(cube, shape: [2, 3, 4]))
    #expect(try Fixture.array("big_endian") == NPYArray(Array(cube[..<12]), shape: [3, 4]))
    #expect(
      try Fixture.array("big_endian_fortran")
        == NPYArray((12..<24).map { Int64($0) }, shape: [3, 4]))
  }

  @Test("versions 2.0 and 3.0", arguments: ["version2", "version3"])
  func versions(name: String) throws {
    #expect(try Fixture.array(name) == NPYArray((0..<12).map { Int32($0) }, shape: [3, 4]))
  }

  @Test("what NumPy writes and is refused is named")
  func refused() throws {
    let kinds = "float32, float64, int32, int64, uint8, bool"
    let cases = [
      ("objects", "array of Python objects (a pickle), which is never read (\(kinds))"),
      ("records", "array of records (\(kinds))"),
      ("float16", "element type '<f2' (\(kinds))"),
      ("complex", "element type '<c8' (\(kinds))"),
      ("text", "element type '<U3' (\(kinds))"),
    ]
    for (name, reason) in cases {
      let line = message { _ = try Fixture.array("refused_\(name)") }
      #expect(line == "refused_\(name): \(reason)")
    }
  }

  @Test("a file put together by hand is read, in any order and spacing of the keys")
  func handmade() throws {
    let expected = NPYArray([1, 2, 3] as [UInt8])
    let dictionaries = [
      "{'descr': '|u1', 'fortran_order': False, 'shape': (3,), }",
      "{\"shape\":(3,),\"fortran_order\":True,\"descr\":\"<u1\"}",
      "{ 'fortran_order' : False , 'shape' : ( 3 , ) , 'descr' : '>u1' }",
    ]
    for dictionary in dictionaries {
      for version in [1, 2, 3] as [UInt8] {
        let bytes = HandmadeNPY.bytes(dictionary, [1, 2, 3], version: version)
        #expect(try NPYArray(bytes: bytes, file: "a") == expected)
      }
    }
    // Without any padding, as the format allows.
    let text = Array("{'descr': '|b1', 'fortran_order': False, 'shape': ()}".utf8)
    let bare = [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59, 1, 0, UInt8(text.count), 0] + text + [2]
    #expect(try NPYArray(bytes: bare, file: "a") == NPYArray(scalar: true))
  }

  @Test("equality is of bits and shape")
  func equality() {
    #expect(NPYArray([Float.nan]) == NPYArray([Float.nan]))
    #expect(NPYArray([-0.0] as [Double]) != NPYArray([0.0] as [Double]))
    #expect(NPYArray([1] as [Int32]) != NPYArray([1] as [Float]))
    #expect(NPYArray([1, 2] as [Int32]) != NPYArray([1, 2] as [Int32], shape: [2, 1]))
  }
}
