import Provenance
import Testing

struct ByteComparisonTests {
  @Test("one differing byte is found at any place, of any length")
  func differences() {
    for count in [0, 1, 63, 64, 65, 128, 200] {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7) }
      func isSame(as other: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { a in other.withUnsafeBufferPointer { a.hasBytes(of: $0) } }
      }
      #expect(isSame(as: bytes) && !isSame(as: bytes + [0]))
      for place in bytes.indices {
        var other = bytes
        other[place] ^= 0x80
        #expect(!isSame(as: other), "\(place) of \(count)")
      }
    }
  }
}
