import Files
import Provenance
import Rendering
import Testing

/// Files of every kind, made by `Tests/Fixtures/make_png_suite.py`, and the pixels that Pillow or
/// ImageMagick decode from them.
@Suite struct PNGSuiteTests {
  static let folder =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
    .joined(separator: "/") + "/Fixtures/Suite"

  static func expected() throws -> [(name: String, digest: String)] {
    String(decoding: try InputFile.read("\(folder)/expected.txt"), as: UTF8.self)
      .split(separator: "\n").map { line in
        let words = line.split(separator: " ")
        return (String(words[0]), String(words[2]))
      }
  }

  @Test("files of every kind are decoded as others decode them, pixel by pixel")
  func suite() throws {
    let expected = try Self.expected()
    #expect(expected.count == 98)
    for (name, digest) in expected {
      let path = "\(Self.folder)/\(name)"
      let decoded = try DecodedPNG(path: path)
      #expect(try decoded.bitmap.pixelDigest().hex == digest, "\(name)")
      // From memory it is the same.
      #expect(try DecodedPNG(bytes: InputFile.read(path), path: path) == decoded)
    }
  }

  @Test("several files are decoded at the same time, in their order")
  func several() throws {
    let paths = try Self.expected().map { "\(Self.folder)/\($0.name)" }
    let one = try DecodedPNG.decode(paths, threads: 1)
    #expect(try DecodedPNG.decode(paths, threads: 4) == one)
    #expect(try one == paths.map { try DecodedPNG(path: $0) })
    #expect(throws: PNGReadError.notAPNG(path: "\(Self.folder)/expected.txt")) {
      try DecodedPNG.decode([paths[0], "\(Self.folder)/expected.txt", "/missing"], threads: 2)
    }
  }
}
