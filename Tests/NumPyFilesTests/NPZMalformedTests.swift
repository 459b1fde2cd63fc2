import NumPyFiles
import Testing

/// Archives that were damaged on the way, or made to do harm.
@Suite struct NPZMalformedTests {
  /// Offsets in `archive`: each member's header is followed by its name and padding to a multiple
  /// of 64, then by an array of 131 bytes.
  private enum Place {
    static let localA = 0
    static let contentA = 64
    static let localB = 195
    static let contentB = 256
    static let directoryA = 387
    static let directoryB = 438
    static let end = 489
    static let count = 511
  }

  /// Two arrays of three bytes, `a` and `b`.
  private func archive() throws -> [UInt8] {
    var file = NPZFile()
    try file.add(NPYArray([1, 2, 3] as [UInt8]), as: "a")
    try file.add(NPYArray([4, 5, 6] as [UInt8]), as: "b")
    return try file.bytes()
  }

  /// The error of the archive with other bytes at some places.
  private func line(_ patches: [Int: [UInt8]]) throws -> String? {
    var bytes = try archive()
    for (position, patch) in patches {
      bytes.replaceSubrange(position..<(position + patch.count), with: patch)
    }
    return message { _ = try NPZFile(bytes: bytes, file: "x.npz") }
  }

  @Test("the places of the archive are where these tests take them to be")
  func places() throws {
    let bytes = try archive()
    #expect(bytes.count == Place.count)
    for (place, signature) in [
      (Place.localA, "PK\u{3}\u{4}"), (Place.localB, "PK\u{3}\u{4}"),
      (Place.directoryA, "PK\u{1}\u{2}"), (Place.directoryB, "PK\u{1}\u{2}"),
      (Place.end, "PK\u{5}\u{6}"), (Place.contentA + 1, "NUMPY"), (Place.contentB + 1, "NUMPY"),
    ] {
      #expect(bytes[place...].starts(with: signature.utf8))
    }
    #expect(try line([:]) == nil)
  }

  @Test("a directory that the reader does not follow is named")
  func directories() throws {
    #expect(
      try line([Place.end + 10: [1, 0], Place.end + 8: [1, 0]])
        == "x.npz: damaged directory of the archive at byte 438")
    #expect(
      try line([Place.end + 10: [3, 0], Place.end + 8: [3, 0]])
        == "x.npz: damaged directory of the archive at byte 489")
    #expect(
      try line([Place.end + 16: [0, 0, 0, 0]])
        == "x.npz: damaged directory of the archive at byte 489")
    #expect(
      try line([Place.directoryB + 28: [200]])
        == "x.npz: damaged directory of the archive at byte 438")
    #expect(
      try line([Place.end + 4: [1]])
        == "x.npz: part of an archive in several files, expected a whole one")
    #expect(
      try line([Place.directoryA + 34: [1]])
        == "x.npz: part of an archive in several files, expected a whole one")
    let zip64 = "x.npz: a ZIP64 archive (at most 65534 arrays and less than 4 GB are read)"
    let all: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF]
    #expect(try line([Place.end + 8: [0xFF, 0xFF, 0xFF, 0xFF]]) == zip64)
    #expect(try line([Place.end + 16: all]) == zip64)
    #expect(try line([Place.directoryA + 20: all]) == zip64)
    #expect(try line([Place.directoryA + 24: all]) == zip64)
    #expect(try line([Place.directoryA + 42: all]) == zip64)
  }

  @Test("a member that the reader does not take is named")
  func members() throws {
    for flag in [0x01, 0x40] as [UInt8] {
      #expect(try line([Place.directoryA + 8: [flag]]) == "x.npz: a.npy is encrypted")
    }
    #expect(try line([Place.directoryA + 9: [0x20]]) == "x.npz: a.npy is encrypted")
    #expect(
      try line([Place.directoryB + 10: [12]])
        == "x.npz: b.npy is compressed by method 12 (0 stored, 8 deflate)")
    #expect(
      try line([Place.directoryA + 16: [0]])
        == "x.npz: a.npy is damaged: CRC-32 b18ee32a, expected b18ee300")
    #expect(
      try line([Place.contentA + 130: [9]])?.hasPrefix("x.npz: a.npy is damaged: CRC-32 ")
        == true)
    #expect(
      try line([Place.directoryA + 24: [132]])
        == "x.npz: a.npy promises 132 bytes, its 131 in the file cannot hold that")
    // Sound as an archive, but what it holds is no array.
    #expect(
      try line([
        Place.directoryA + 20: [0, 0, 0, 0, 0, 0, 0, 0], Place.directoryA + 16: [0, 0, 0, 0],
      ])
        == "x.npz: a.npy: no .npy file: it starts with nothing, expected 93 4e 55 4d 50 59")
  }

  @Test("a member's own header must agree with the directory")
  func headers() throws {
    let damaged = "x.npz: damaged header of a.npy at byte 0"
    #expect(try line([Place.localA: [0x50, 0x4B, 5, 6]]) == damaged)
    #expect(try line([Place.localA + 30: Array("c.npy".utf8)]) == damaged)
    #expect(try line([Place.localA + 26: [6]]) == damaged)
    #expect(try line([Place.localA + 28: [0xFF, 0xFF]]) == damaged)
    #expect(try line([Place.localA + 8: [8]]) == damaged)
    #expect(try line([Place.localA + 6: [1]]) == damaged)
    #expect(
      try line([Place.directoryB + 42: [1, 0, 0, 0]])
        == "x.npz: damaged header of b.npy at byte 1")
    #expect(
      try line([Place.directoryB + 42: [0x7F, 0xFF, 0xFF, 0x7F]])
        == "x.npz: damaged header of b.npy at byte 2147483519")
  }

  @Test("members that share bytes are refused before they unfold")
  func overlap() throws {
    // `a` is said to reach into `b`.
    let sizes: [UInt8] = [200, 0, 0, 0, 200, 0, 0, 0]
    #expect(
      try line([Place.directoryA + 20: sizes])
        == "x.npz: b.npy at byte 195 overlaps another member")
  }

  @Test("names of folders, twice the same name, and members that are no arrays are refused")
  func names() throws {
    func both(_ name: String) -> [Int: [UInt8]] {
      [Place.localB + 30: Array(name.utf8), Place.directoryB + 46: Array(name.utf8)]
    }
    let rule = "is no name of an array (no folders, no control characters, 1 to 255 bytes)"
    #expect(try line(both("a.npy")) == "x.npz: two members with the name a.npy")
    for name in ["/.npy", "../ab", "b\\npy", ".bnpy", "C:npy"] {
      #expect(try line(both(name)) == "x.npz: '\(name)' \(rule)")
    }
    #expect(try line(both("b\nnpy")) == "x.npz: 'b\u{FFFD}npy' \(rule)")
    #expect(try line(both("b.txt")) == "x.npz: b.txt is no array: its name does not end in .npy")
    // Not marked as UTF-8.
    #expect(try line(both("é.np")) == "x.npz: 'é.np' \(rule)")
  }

  @Test("a file that is none, was cut, or goes on")
  func files() throws {
    let bytes = try archive()
    func line(_ bytes: [UInt8]) -> String? {
      message { _ = try NPZFile(bytes: bytes, file: "x.npz") }
    }
    #expect(
      line([]) == "x.npz: no .npz file: it starts with nothing, expected 50 4b 03 04")
    #expect(
      try line(Fixture.bytes("uint8.npy"))
        == "x.npz: no .npz file: it starts with 93 4e 55 4d, expected 50 4b 03 04")
    #expect(
      line([0] + bytes) == "x.npz: no .npz file: it starts with 00 50 4b 03, expected 50 4b 03 04")
    #expect(
      line(Array(bytes.dropLast()))
        == "x.npz: cut off at byte 510: the archive's directory is missing")
    #expect(line(bytes + [0]) == "x.npz: goes on after byte 511, where the archive ends")
    #expect(
      line(bytes + Array(repeating: 0x50, count: 40_000))
        == "x.npz: goes on after byte 511, where the archive ends")
    // Two archives, one after the other: the second does not start where its directory says.
    #expect(
      line(bytes + bytes) == "x.npz: damaged directory of the archive at byte 1000")
    // A comment is no garbage.
    var commented = bytes + Array("comment".utf8)
    commented[Place.end + 20] = 7
    #expect(try NPZFile(bytes: commented, file: "x") == NPZFile(bytes: bytes, file: "x"))
  }

  @Test("streams that unfold to something else than is promised")
  func streams() throws {
    let reasons = [
      ("more", "more than the 1000 bytes that are promised"),
      ("less", "228 bytes, 229 are promised"),
      ("cut", "the stream is cut off"),
      ("behind", "1 bytes follow the end of the stream"),
      ("stream", "invalid block type"),
    ]
    for (name, reason) in reasons {
      let line = message {
        _ = try NPZFile(bytes: Fixture.bytes("hostile_\(name).npz"), file: "x.npz")
      }
      #expect(line == "x.npz: a.npy cannot be decompressed: \(reason)")
    }
    let line = message {
      _ = try NPZFile(bytes: Fixture.bytes("hostile_checksum.npz"), file: "x.npz")
    }
    #expect(line?.hasSuffix("expected 00000001") == true)
  }

  @Test("a size that no deflate stream of that length can have is refused before memory is taken")
  func ratio() throws {
    var bytes = try Fixture.bytes("hostile_less.npz")
    // The size in the only entry of the directory, before the end of 22 bytes: 2^28.
    bytes.replaceSubrange(
      (bytes.count - 22 - 51 + 24)..., with: [0, 0, 0, 0x10] + bytes.suffix(45))
    #expect(
      message { _ = try NPZFile(bytes: bytes, file: "x.npz") }
        == "x.npz: a.npy promises 268435456 bytes, its 73 in the file cannot hold that")
  }

  @Test("every cut is an error", arguments: ["compressed", "streamed", "stored"])
  func truncation(name: String) throws {
    let whole = try Fixture.bytes(name + ".npz")
    for count in whole.indices {
      #expect(throws: ZIPError.self, "\(count) bytes") {
        try NPZFile(bytes: Array(whole[..<count]), file: name)
      }
    }
  }

  @Test("a byte that changes is an error, or changes nothing")
  func damage() throws {
    for whole in [try archive(), try Fixture.bytes("streamed.npz")] {
      let expected = try NPZFile(bytes: whole, file: "a")
      for index in whole.indices {
        for bits in [0x01, 0x80, 0xFF, 0x20, 0x08] as [UInt8] {
          var damaged = whole
          damaged[index] ^= bits
          guard let file = try? NPZFile(bytes: damaged, file: "a") else { continue }
          #expect(file == expected, "byte \(index) ^ \(bits)")
        }
      }
    }
  }
}
