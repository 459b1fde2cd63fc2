import Datasets
import Testing

@Suite("Images as numbers")
struct ImageSetTests {
  /// One image of every grey level, and one of zeros.
  private let set = ImageSet(
    shape: ImageSet.Shape(rows: 16, columns: 16), classCount: 2,
    pixels: (0...255).map { UInt8($0) } + [UInt8](repeating: 0, count: 256), labels: [1, 0])

  @Test("Grey levels are divided by 255 exactly")
  func scaling() {
    let scaled = set.scaled()
    #expect(scaled.count == 512)
    for level in 0...255 {
      // The double quotient rounds to the same Float as the exact one: a tie would need more than
      // 29 zero bits in the expansion of level/255, whose period is 8 bits.
      #expect(scaled[level] == Float(Double(level) / 255))
    }
    #expect(scaled[255] == 1)
    #expect(scaled[256...].allSatisfy { $0 == 0 })
    // numpy: (numpy.uint8([1, 77, 254]).astype(numpy.float32) / 255).view(numpy.uint32)
    #expect(scaled[1].bitPattern == 0x3B80_8081)
    #expect(scaled[77].bitPattern == 0x3E9A_9A9B)
    #expect(scaled[254].bitPattern == 0x3F7E_FEFF)
  }

  @Test("A range and a choice of images, in order and with repetitions")
  func selection() {
    let zeros = [Float](repeating: 0, count: 256)
    let levels = Array(set.scaled()[..<256])
    #expect(set.scaled(1..<2) == zeros)
    #expect(set.scaled(0..<0) == [])
    var target = [Float](repeating: -1, count: 3 * 256)
    var span = target.mutableSpan
    set.scale(gathering: [1, 0, 1], into: &span)
    #expect(target == zeros + levels + zeros)
    var part = [Float](repeating: -1, count: 256)
    var partSpan = part.mutableSpan
    set.scale(0..<1, into: &partSpan)
    #expect(part == levels)
  }
}
