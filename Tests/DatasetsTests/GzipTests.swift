import Datasets
import Testing

@Suite("gzip streams")
struct GzipTests {
  private let scratch = ScratchFolder()
  private let images = Sample.images([4, 2, 3], pixels: Sample.pixels(4))
  private let labels = Sample.labels([0, 1, 2, 1])

  /// Reads `images` with good labels.
  private func read(_ images: [UInt8], first: Int? = nil) throws -> ImageSet {
    try ImageSet(
      DatasetFiles.Pair(
        images: scratch.write(images, to: "images.gz"), labels: scratch.write(labels, to: "labels")),
      first: first)
  }

  private func message(_ images: [UInt8]) -> String {
    do {
      _ = try read(images)
      return "no error"
    } catch {
      return "\(error)".replacing(scratch.path + "/", with: "")
    }
  }

  @Test("A stream gives what the plain file gives, whatever the names say")
  func sameAsPlain() throws {
    let plain = try read(images)
    #expect(try read(Gzip.stored(images)) == plain)
    #expect(try read(Gzip.stored(images, name: "train-images-idx3-ubyte")) == plain)
  }

  @Test("Members follow one another, empty ones too", arguments: [0, 1, 7, 16, 39])
  func members(cut: Int) throws {
    let stream =
      Gzip.stored(Array(images[..<cut])) + Gzip.stored([]) + Gzip.stored(Array(images[cut...]))
    #expect(try read(stream) == read(images))
  }

  @Test("Bytes after the stream are named")
  func trailingBytes() {
    let stream = Gzip.stored(images)
    #expect(
      message(stream + [0])
        == "images.gz: bytes that are not gzip follow the gzip stream at byte \(stream.count)")
    #expect(message(stream + [0x1F, 0x8B]).contains("cut off at byte \(stream.count + 2)"))
    #expect(message(stream + [0x1F, 0]).contains("incorrect header check"))
  }

  @Test("A wrong checksum and a wrong length")
  func wrongTrailer() {
    var wrongChecksum = Gzip.stored(images)
    wrongChecksum[wrongChecksum.count - 8] ^= 1
    #expect(message(wrongChecksum).hasSuffix("wrong CRC-32 checksum"))
    var wrongLength = Gzip.stored(images)
    wrongLength[wrongLength.count - 4] ^= 1
    #expect(message(wrongLength).hasSuffix("wrong length in the trailer"))
  }

  @Test("Content that is longer or shorter than its header says")
  func wrongLength() {
    #expect(
      message(Gzip.stored(images + [0]))
        == "images.gz: goes on after byte 40, where its header says that it ends")
    #expect(
      message(Gzip.stored(images.dropLast()))
        == "images.gz: ends at byte 39, its header promises 40")
  }

  @Test("Every cut of a stream is an error")
  func everyCut() {
    let stream = Gzip.stored(images)
    for length in 0..<stream.count {
      #expect(message(Array(stream.prefix(length))) != "no error", "cut to \(length) bytes")
    }
  }

  @Test("Every flipped bit is an error, or changes nothing")
  func everyFlip() throws {
    let stream = Gzip.stored(images)
    let whole = try read(stream)
    var harmless = 0
    for bit in 0..<stream.count * 8 {
      var flipped = stream
      flipped[bit / 8] ^= 1 << (bit % 8)
      do {
        #expect(try read(flipped) == whole)
        harmless += 1
      } catch is any DatasetsFailure {
      }
    }
    // Time stamp, extra flags and system; the "text" flag; five bits of padding in the stored
    // block.
    #expect(harmless == 6 * 8 + 1 + 5)
  }

  @Test("The first images need no more of the stream than what holds them")
  func firstImages() throws {
    let stream = Gzip.stored(images)
    // 10 bytes of header, 5 of the block, 16 of the IDX header, 2 images of 6 bytes.
    let set = try read(Array(stream.prefix(10 + 5 + 16 + 12)), first: 2)
    #expect(set.pixels == Sample.pixels(2))
    #expect(throws: GzipError.self) { try read(Array(stream.prefix(10 + 5 + 16 + 11)), first: 2) }
  }

  @Test("A small file that unfolds to 64 MB is not unfolded")
  func bombBehindTheData() {
    let bomb = Gzip.bomb(images, repeats: 260_000)
    #expect(bomb.count < 500_000)
    #expect(
      message(bomb) == "images.gz: goes on after byte 40, where its header says that it ends")
  }

  @Test("A header that promises a gigabyte takes no memory")
  func promiseBeyondTheStream() {
    let stream = Gzip.stored(Sample.images([1 << 30, 1, 1], pixels: []))
    #expect(
      message(stream)
        == "images.gz: its header promises 1073741840 bytes, "
        + "a gzip stream of this size holds at most \(1032 * stream.count)")
  }
}
