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
    let texts = texts(of: encoded)
    #expect(texts == [try JSONValueEncoder(root: "result").encode(result).canonicalText])
    #expect(try encoded.digest() == DataDigest.digest(of: result))
    #expect(texts[0].contains(#""rows":[[1,0,"NaN"],[],["Infinity",1e+21,0.1]]"#))
  }

  private func texts(of encoded: EncodedResult) -> [String] {
    encoded.canonicalParts.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// Something of every kind that is cut: long arrays of numbers, of short and of long rows, and of
  /// objects, one after the other and inside one another, and a text that no cut may go through.
  struct Large: Encodable {
    struct Entry: Encodable {
      var name: String
      var values: [Int]
    }
    var numbers = (0..<200_000).map { Double($0) / 3 }
    var whole = (0..<65_536).map { $0 * 7 }
    var flags = [Bool](repeating: true, count: 65_537)
    var floats = [Float](repeating: 0.1, count: 66_000)
    var bytes = [UInt8](repeating: 7, count: 70_000)
    var shortRows = (0..<70_000).map { [Double](repeating: 0.5, count: $0 % 4) }
    var longRows = (0..<3).map { [Double](repeating: 1 / 3, count: 50_000 * $0) }
    var entries = (0..<20_000).map { Entry(name: "\($0)\u{FF5E}", values: [$0, $0 + 1]) }
    var text = String(repeating: "\u{1F600}\"", count: 1 << 20)
    var last = 1
  }

  @Test("A large result is cut into parts of about a megabyte, which together are its text")
  func parts() throws {
    let result = Large()
    let texts = texts(of: try EncodedResult(result))
    let whole = try JSONValueEncoder(root: "result").encode(result).canonicalText
    // As bytes, for a comparison of such long strings by characters takes seconds.
    #expect(Array(texts.joined().utf8) == Array(whole.utf8))
    #expect(texts.count > 10)
    // But for the text that no cut may go through.
    #expect(texts.map(\.utf8.count).count { $0 > 2_000_000 } == 1)
  }

  @Test("Numbers that fill a part to the last one are no part more", arguments: [65_535, 65_536])
  func fullPart(count: Int) throws {
    #expect(try texts(of: EncodedResult([Double](repeating: 0, count: count))).count == 1)
    #expect(try texts(of: EncodedResult([Double](repeating: 0, count: count + 2))).count == 2)
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
