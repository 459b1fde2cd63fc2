import Provenance
import Testing

@Suite("Encoded results")
struct EncodedResultTests {
  /// All that a result may hold.
  struct Everything: Encodable {
    var flags = [true, false]
    var rows: [[Double]] = [[1, -0.0, .nan], [], [.infinity, 1e21, 0.1]]
    var whole: [[Int]] = [[], [1, -2], [1 << 60]]
    var noRows: [[Double]] = []
    var floats: [Float] = [0.1, .nan, -.infinity]
    var bytes: [UInt8] = [0, 255]
    var large: [UInt64] = [.max, 0]
    var small: [Int8] = [-128]
    var config = SampleConfig(seed: 1 << 63, initializer: .uniform(low: -1, high: 1), note: "é\n\"")
    // Their order by UTF-16 differs from that by UTF-8.
    var names = ["\u{FF5E}": 1, "\u{1F600}": 2, "a/b~": 3, "": 4]
    var nothing: [Int?] = [nil, 3]
    var text = "\u{7}"
  }

  @Test("Text and identity are those of the value itself")
  func sameAsApart() throws {
    let result = Everything()
    let encoded = try EncodedResult(result)
    #expect(
      try encoded.canonicalText == JSONValueEncoder(root: "result").encode(result).canonicalText)
    #expect(try encoded.digest() == DataDigest.digest(of: result))
    #expect(encoded.canonicalText.contains(#""rows":[[1,0,"NaN"],[],["Infinity",1e+21,0.1]]"#))
  }

  @Test("Rows of numbers are encoded at once as one by one")
  func rows() throws {
    struct OneByOne: Encodable {
      let rows: [[Double]]
      func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        for row in rows {
          var inner = container.nestedUnkeyedContainer()
          for number in row { try inner.encode(number) }
        }
      }
    }
    for rows in [[], [[]], [[1.5]], [[], [2, .nan], []]] as [[[Double]]] {
      #expect(
        try DataDigest.bytes(of: rows) == DataDigest.bytes(of: OneByOne(rows: rows)))
    }
  }
}
