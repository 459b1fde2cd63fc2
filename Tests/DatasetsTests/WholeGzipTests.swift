import Files
import Testing

@testable import Datasets

@Suite("Gzip files at once")
struct WholeGzipTests {
  private let scratch = ScratchFolder()
  private let images = Sample.images([4, 2, 3], pixels: Sample.pixels(4))

  private func content(
    _ bytes: [UInt8], byteCount: Int, skipping: Int = 0, threads: Int = 1
  ) throws -> [UInt8]? {
    let file = try InputFile(path: scratch.write(bytes, to: "whole.gz"))
    return try WholeGzip.content(
      of: file, byteCount: byteCount, skipping: skipping, threads: threads)
  }

  @Test("A sound file of one member gives its content, without its start where asked")
  func sound() throws {
    let stream = Gzip.stored(images)
    #expect(try content(stream, byteCount: images.count) == images)
    #expect(
      try content(stream, byteCount: images.count, skipping: 16) == Array(images.dropFirst(16)))
    #expect(try content(Gzip.stored([]), byteCount: 0) == [])
  }

  @Test("Memory that is made ready beside the reading holds the same", arguments: [1, 2, 7])
  func threads(threads: Int) throws {
    // Above 8 MiB, where pages are asked for.
    let large = (0..<(9 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) }
    let stream = Gzip.stored(large)
    #expect(
      try content(stream, byteCount: large.count, skipping: 16, threads: threads)
        == Array(large.dropFirst(16)))
    #expect(try content(stream + [0], byteCount: large.count, threads: threads) == nil)
  }

  @Test("Bundled files, which zlib compressed, give the same as by zlib")
  func compressed() throws {
    let path = bundledDataFolder + "/mnist5k/train-labels-idx1-ubyte.gz"
    let slow = try IDXFile(path: path, expecting: .labels).readElements(first: 3999)
    let fast = try WholeGzip.content(of: InputFile(path: path), byteCount: 4008, skipping: 8)
    #expect(fast.map { Array($0.dropLast()) } == slow)
  }

  @Test("Anything else is left to what says why")
  func others() throws {
    let stream = Gzip.stored(images)
    #expect(try content(stream + [0], byteCount: images.count) == nil)
    #expect(try content(stream + stream, byteCount: images.count) == nil)
    #expect(try content(stream, byteCount: images.count + 1) == nil)
    #expect(try content(stream, byteCount: images.count - 1) == nil)
    for length in 0..<stream.count {
      #expect(try content(Array(stream.prefix(length)), byteCount: images.count) == nil)
    }
    var wrong = stream
    wrong[wrong.count - 8] ^= 1
    #expect(try content(wrong, byteCount: images.count) == nil)
  }
}
