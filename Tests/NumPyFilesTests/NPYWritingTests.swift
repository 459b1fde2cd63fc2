import NumPyFiles
import Testing

@Suite struct NPYWritingTests {
  @Test("a small array has the bytes that the format's specification demands")
  func specification() {
    // Magic string; version 1.0; 0x76 = 118 bytes of header, so that 128 come before the data.
    let header: [UInt8] = [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59, 0x01, 0x00, 0x76, 0x00]
    let text = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 1), }"
    let padding = String(repeating: " ", count: 118 - text.count - 1) + "\n"
    // 1.0 is 3F800000 and -2.5 is C0200000.
    let data: [UInt8] = [0x00, 0x00, 0x80, 0x3F, 0x00, 0x00, 0x20, 0xC0]
    #expect(
      NPYArray([1.0, -2.5] as [Float], shape: [2, 1]).bytes()
        == header + Array((text + padding).utf8) + data)
  }

  @Test(
    "files are byte for byte those of numpy.save",
    arguments: [
      "float32", "float64", "int32", "int64", "uint8", "bool", "empty", "zero_dimensional",
    ])
  func likeNumPy(name: String) throws {
    #expect(try Fixture.array(name).bytes() == Fixture.bytes(name + ".npy"))
  }

  @Test("elements start at a multiple of 64 bytes, whatever the shape")
  func alignment() throws {
    for dimensions in 0...64 {
      let array = NPYArray([7] as [UInt8], shape: Array(repeating: 1, count: dimensions))
      let bytes = array.bytes()
      #expect(bytes.count % 64 == 1)
      #expect(try NPYArray(bytes: bytes, file: "a") == array)
    }
  }

  @Test("what is written is read back")
  func roundTrips() throws {
    let arrays = [
      NPYArray((0..<1000).map { Float($0) / 7 }, shape: [10, 0 + 100]),
      NPYArray([Float(bitPattern: 0x7FC0_1234), -.infinity], shape: [1, 2, 1]),
      NPYArray([Double.leastNonzeroMagnitude, .nan]),
      NPYArray([Int64.min, -1], shape: [2]),
      NPYArray([] as [Bool], shape: [3, 0, 5]),
      NPYArray([] as [Int32], shape: [Int.max, 0]),
      NPYArray(text: "schön, 가"),
    ]
    for array in arrays {
      #expect(try NPYArray(bytes: array.bytes(), file: "a") == array)
    }
  }
}
