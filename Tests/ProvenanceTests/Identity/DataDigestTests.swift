import Provenance
import Testing

/// The expected digests come from this Python, which builds the documented bytes by itself:
///
/// ```python
/// import hashlib, struct
/// u64 = lambda n: struct.pack("<Q", n)
/// head = lambda path, tag: u64(len(path)) + path.encode() + bytes([tag])
/// every = b"DLPDATA1" + head("", 7) + u64(8)
/// every += head("/a~1b~0", 8) + u64(3) + head("/a~1b~0/0", 0) + head("/a~1b~0/1", 1) + b"\1"
/// every += head("/a~1b~0/2", 6) + u64(2) + "é".encode()
/// every += head("/bools", 0x81) + u64(2) + b"\1\0"
/// every += head("/d", 5) + u64(0x7FF8000000000000)
/// every += head("/empty", 8) + u64(0)
/// every += head("/f", 4) + struct.pack("<f", 0.1)
/// every += head("/grid", 8) + u64(2)
/// every += head("/grid/0", 0x85) + u64(2) + struct.pack("<dd", 1, float("inf"))
/// every += head("/grid/1", 8) + u64(0)
/// every += head("/i", 0x82) + u64(3) + struct.pack("<qqq", -1, 0, 2**63 - 1)
/// every += head("/u", 3) + u64(2**64 - 1)
/// million = b"DLPDATA1" + head("", 0x84) + u64(1000000)
/// million += b"".join(struct.pack("<f", i * 0.5) for i in range(1000000))
/// for stream in every, million: print(len(stream), hashlib.sha256(stream).hexdigest())
/// ```
@Suite("DataDigest")
struct DataDigestTests {
  struct Small: Codable {
    var w: [Float] = [1, -0.0]
    var n = 3
  }

  @Test("the bytes of a small result, by hand")
  func byHand() throws {
    let expected: [UInt8] =
      Array("DLPDATA1".utf8)
      // The root: an empty path, tag 7 (object), two members.
      + [0, 0, 0, 0, 0, 0, 0, 0, 7, 2, 0, 0, 0, 0, 0, 0, 0]
      // "/n": tag 2 (signed integer), 3. Keys are sorted, so it comes before "/w".
      + [2, 0, 0, 0, 0, 0, 0, 0, 0x2F, 0x6E, 2, 3, 0, 0, 0, 0, 0, 0, 0]
      // "/w": tag 0x84 (array of Float), two elements, 0x3F800000 and 0x80000000.
      + [2, 0, 0, 0, 0, 0, 0, 0, 0x2F, 0x77, 0x84, 2, 0, 0, 0, 0, 0, 0, 0]
      + [0, 0, 0x80, 0x3F, 0, 0, 0, 0x80]
    #expect(try DataDigest.bytes(of: Small()) == expected)
    #expect(expected.count == 71)
    #expect(try DataDigest.digest(of: Small()) == SHA256.digest(of: expected))
  }

  @Test("every tag, as Python writes it")
  func everyTag() throws {
    struct Every: Encodable {
      enum Key: String, CodingKey {
        case u, i, grid, f, empty, d, bools
        case slashed = "a/b~"
      }
      func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(UInt64.max, forKey: .u)
        try container.encode([-1, 0, Int.max], forKey: .i)
        try container.encode([[1, .infinity], []] as [[Double]], forKey: .grid)
        try container.encode(Float(0.1), forKey: .f)
        try container.encode([String](), forKey: .empty)
        try container.encode(-Double.nan, forKey: .d)
        try container.encode([true, false], forKey: .bools)
        var mixed = container.nestedUnkeyedContainer(forKey: .slashed)
        try mixed.encodeNil()
        try mixed.encode(true)
        try mixed.encode("é")
      }
    }
    #expect(try DataDigest.bytes(of: Every()).count == 344)
    #expect(
      try DataDigest.digest(of: Every()).hex
        == "4212e73ce1c4148e36b53c454da357ded69eef018a6168a4e85ce6baf71a781c")
  }

  @Test("a million numbers, as Python writes them")
  func million() throws {
    #expect(
      try DataDigest.digest(of: (0..<1_000_000).map { Float($0) * 0.5 }).hex
        == "617f06513a8963a22773ffbf0122626a7ac2f7247659f5b6e1f6e4e6d142f5b8")
  }

  /// An array that writes its elements one by one.
  struct OneByOne<Element: Encodable>: Encodable {
    var elements: [Element]
    func encode(to encoder: any Encoder) throws {
      var container = encoder.unkeyedContainer()
      for element in elements { try container.encode(element) }
    }
  }

  private func same(_ lhs: some Encodable, _ rhs: some Encodable) throws -> Bool {
    try DataDigest.bytes(of: lhs) == DataDigest.bytes(of: rhs)
      && DataDigest.digest(of: lhs) == DataDigest.digest(of: rhs)
  }

  @Test("it makes no difference how an array was encoded")
  func arrays() throws {
    #expect(try same([1.5, 2.5], OneByOne(elements: [1.5, 2.5])))
    #expect(try same([Float(1.5)], OneByOne(elements: [Float(1.5)])))
    #expect(try same([1, 2], OneByOne(elements: [1, 2])))
    #expect(try same([Int32(1), 2], ContiguousArray([1, 2])))
    #expect(try same([UInt8(1), 2], ContiguousArray<UInt64>([1, 2])))
    #expect(try same([true], OneByOne(elements: [true])))
    #expect(try same([Double](), OneByOne<Double>(elements: [])))
    #expect(try same([Double](), [String]()))
    #expect(try same([Int?.some(1), 2], [1, 2]))
    #expect(try same(["a": 1, "b": 2, "c": 3], ["c": 3, "b": 2, "a": 1]))
  }

  @Test("another type, shape, sign, place or value makes another digest")
  func differences() throws {
    #expect(try !same([1.0], [Float(1)]))
    #expect(try !same([1], [1.0]))
    #expect(try !same([1], [UInt(1)]))
    #expect(try !same([0.0], [-0.0]))
    #expect(try !same(0.0, -0.0))
    #expect(try !same([1, 2], [2, 1]))
    #expect(try !same([1.0, 2.0], [[1.0], [2.0]]))
    #expect(try !same([[1.0], [2.0]], [[1.0, 2.0], []]))
    #expect(try !same([1.0], 1.0))
    #expect(try !same(["0": 1], [1]))
    #expect(try !same(["a": 1], ["b": 1]))
    #expect(try !same(["a": ["b": 1]], ["a/b": 1]))
    #expect(try !same(["é"], ["e\u{301}"]))
    #expect(try !same([Int?.none], [Int]()))
    #expect(try !same([1.0], [Double(1).nextUp]))
    #expect(try !same("NaN", Double.nan))
  }

  @Test("all NaNs of one width are one")
  func nan() throws {
    let float = [Float(bitPattern: 0x7F80_0001), Float(bitPattern: 0xFFC1_2345), .signalingNaN]
    #expect(try same(float, [Float](repeating: .nan, count: 3)))
    let double = [Double(bitPattern: 0x7FF0_0000_0000_0001), -.nan]
    #expect(try same(double, [Double.nan, .nan]))
    #expect(try same(double[0], Double.nan))
    #expect(try !same(float[0], double[0]))
  }

  @Test("a set has no data identity")
  func sets() {
    #expect(throws: JSONCodingError.unordered(path: "result", type: "Set<Int>")) {
      try DataDigest.digest(of: Set([1, 2]))
    }
  }
}
