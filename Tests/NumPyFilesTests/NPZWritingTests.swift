import Files
import TestSupport
import Testing

@testable import NumPyFiles

@Suite struct NPZWritingTests {
  private func sample() throws -> NPZFile {
    var file = NPZFile()
    try file.add(Fixture.array("float32"), as: "model.layers.0.weights")
    try file.add(NPYArray(scalar: Int64(7)), as: "state.step")
    try file.add(NPYArray([] as [Double]), as: "b")
    try file.add(NPYArray([true]), as: "가중치")
    try file.add(NPYArray([1, 2, 3] as [UInt8]), as: "a.npy")
    return file
  }

  @Test("a small archive has the bytes that the format's specification demands")
  func specification() throws {
    var file = NPZFile()
    try file.add(NPYArray([1, 2, 3] as [UInt8]), as: "a")
    let array = NPYArray([1, 2, 3] as [UInt8]).bytes()
    #expect(array.count == 131)
    // CRC-32 of the 131 bytes, by Python's zlib.crc32: b18ee32a.
    let checksum: [UInt8] = [0x2A, 0xE3, 0x8E, 0xB1]
    // Version 2.0, no flags, stored, 00:00 on 1980-01-01, checksum, sizes, length of the name.
    let shared: [UInt8] =
      [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0x00] + checksum + [131, 0, 0, 0, 131, 0, 0, 0, 5, 0]
    let name = Array("a.npy".utf8)
    // 30 + 5 bytes; a field of 29 brings the array to byte 64.
    let padding: [UInt8] = [0x35, 0xD9, 25, 0, 64, 0] + Array(repeating: 0, count: 23)
    let local = Array("PK\u{3}\u{4}".utf8) + shared + [29, 0] + name + padding + array
    let directory =
      Array("PK\u{1}\u{2}".utf8) + [20, 0] + shared + Array(repeating: 0, count: 16) + name
    let end =
      Array("PK\u{5}\u{6}".utf8) + [0, 0, 0, 0, 1, 0, 1, 0, 51, 0, 0, 0, 195, 0, 0, 0, 0, 0]
    #expect(try file.bytes() == local + directory + end)
  }

  @Test("what is written is read back, and written again it is the same bytes")
  func roundTrip() throws {
    let file = try sample()
    let bytes = try file.bytes()
    let read = try NPZFile(bytes: bytes, file: "a.npz")
    #expect(read == file)
    #expect(read.names == ["model.layers.0.weights", "state.step", "b", "가중치", "a.npy"])
    #expect(try read.bytes() == bytes)
    #expect(try NPZFile(bytes: NPZFile().bytes(), file: "a.npz") == NPZFile())
  }

  @Test("every array starts at a multiple of 64 bytes, whatever the lengths of names and arrays")
  func alignment() throws {
    for length in 1...140 {
      var writer = ZIPWriter()
      let contents = [length, 3, 61, 0].map { [UInt8](repeating: 0xAB, count: $0) }
      for (index, content) in contents.enumerated() {
        try writer.add(content, as: String(repeating: "n", count: length) + "\(index)")
      }
      let bytes = writer.finish()
      let archive = try ZIPArchive(bytes: bytes, file: "a", limit: 1 << 20)
      for (index, content) in contents.enumerated() {
        let slice = try archive.content(at: index)
        #expect(Array(slice) == content)
        #expect(slice.startIndex % 64 == 0)
      }
    }
  }

  @Test("files are written whole and read back")
  func files() throws {
    let folder = try TemporaryFolder()
    let file = try sample()
    try file.write(to: folder["a.npz"])
    #expect(try NPZFile(reading: folder["a.npz"]) == file)
    #expect(folder.names == ["a.npz"])
    #expect(
      message { try file.write(to: folder["none/a.npz"]) }
        == "cannot write \(folder["none/a.npz"]): no such folder")
  }

  @Test("names that are no file's name everywhere are refused, and a name is given once")
  func names() throws {
    let rule =
      "is no name for an array (no '/', '\\' or ':', no '.' in front, no control characters, "
      + "1 to 251 bytes)"
    var file = NPZFile()
    let wrong = [
      "", "/a", "a/b", "..", "../a", ".a", "a\\b", "C:a", "a\n", "a\u{0}", "a\u{202E}b",
      String(repeating: "n", count: 252),
    ]
    for name in wrong {
      let line = message { try file.add(NPYArray(scalar: 1.5), as: name) }
      #expect(line?.hasSuffix(rule) == true)
      #expect(line?.contains("\n") == false)
    }
    #expect(message { try file.add(NPYArray(scalar: 1.5), as: "a/b") } == "'a/b' \(rule)")
    try file.add(NPYArray(scalar: 1.5), as: String(repeating: "n", count: 251))
    try file.add(NPYArray(scalar: 1.5), as: "a")
    #expect(
      message { try file.add(NPYArray(scalar: 2.5), as: "a") } == "two arrays with the name a")
    #expect(file["a"] == NPYArray(scalar: 1.5))
    // Two ways to write one letter are two names, as they are for Python.
    try file.add(NPYArray(scalar: 1.5), as: "\u{E9}")
    try file.add(NPYArray(scalar: 2.5), as: "e\u{301}")
    #expect(file["e\u{301}"] == NPYArray(scalar: 2.5))
    #expect(try NPZFile(bytes: file.bytes(), file: "a") == file)
    var other = NPZFile()
    try other.add(NPYArray(scalar: 1.5), as: "\u{E9}")
    var another = NPZFile()
    try another.add(NPYArray(scalar: 1.5), as: "e\u{301}")
    #expect(other != another)
  }

  @Test("an archive that would need ZIP64 is refused by the name of the array")
  func size() throws {
    // 30 + 5 bytes and padding to 64, 10 bytes, an entry of 51, the end of 22.
    var writer = ZIPWriter(limit: 64 + 10 + 51 + 22)
    try writer.add([UInt8](repeating: 0, count: 10), as: "a.npy")
    #expect(writer.finish().count == 64 + 10 + 51 + 22)
    var small = ZIPWriter(limit: 64 + 10 + 51 + 22 - 1)
    #expect(
      message { try small.add([UInt8](repeating: 0, count: 10), as: "a.npy") }
        == "with the array a.npy the archive has 147 bytes (at most 146)")
    // What was refused has left nothing.
    #expect(small.finish().count == 22)
  }

  @Test("as many members as the format counts")
  func count() throws {
    var writer = ZIPWriter()
    for index in 0..<65534 { try writer.add([], as: "\(index)") }
    #expect(
      message { try writer.add([], as: "one more") }
        == "too many arrays for one archive (at most 65534)")
    let archive = try ZIPArchive(bytes: writer.finish(), file: "a", limit: 0)
    #expect(archive.entries.count == 65534)
    #expect(archive.entries.last?.name == "65533")
  }

  @Test("CRC-32 is that of ZIP")
  func checksum() {
    // The check value of CRC-32/ISO-HDLC.
    #expect(crc32(of: Array("123456789".utf8)[...]) == 0xCBF4_3926)
    #expect(crc32(of: []) == 0)
  }
}
