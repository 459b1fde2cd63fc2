import Provenance
import Testing

@Suite("Canonical JSON")
struct JSONCanonicalTests {
  /// RFC 8785, section 3.2.2 and the examples of its published test data.
  @Test(
    "the RFC's examples",
    arguments: [
      (
        #"""
        {
          "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
          "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
          "literals": [null, true, false]
        }
        """#,
        #"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"#
          + #""string":"€$\u000f\nA'B\"\\\\\"/"}"#
      ),
      (
        #"""
        {
          "\u20ac": "Euro Sign",
          "\r": "Carriage Return",
          "\ufb33": "Hebrew Letter Dalet With Dagesh",
          "1": "One",
          "\ud83d\ude00": "Emoji: Grinning Face",
          "\u0080": "Control",
          "\u00f6": "Latin Small Letter O With Diaeresis"
        }
        """#,
        #"{"\r":"Carriage Return","1":"One",""# + "\u{80}" + #"":"Control","#
          + #""ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","#
          + #""😀":"Emoji: Grinning Face",""# + "\u{FB33}"
          + #"":"Hebrew Letter Dalet With Dagesh"}"#
      ),
      (
        "[\n  56,\n  {\n    \"d\": true,\n    \"10\": null,\n    \"1\": [ ]\n  }\n]",
        #"[56,{"1":[],"10":null,"d":true}]"#
      ),
      (
        #"{"peach":"This sorting order","péché":"is wrong according to French","#
          + #""pêche":"but canonicalization MUST","sin":   "ignore locale"}"#,
        #"{"peach":"This sorting order","péché":"is wrong according to French","#
          + #""pêche":"but canonicalization MUST","sin":"ignore locale"}"#
      ),
      (
        #"{"1": {"f": {"f": "hi","F": 5} ,"\n": 56.0},"10": { },"": "empty","a": { },"#
          + #""111": [ {"e": "yes","E": "no" } ],"A": { }}"#,
        #"{"":"empty","1":{"\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"#
          + #""A":{},"a":{}}"#
      ),
      (#"{"Unnormalized Unicode":"A\u030a"}"#, "{\"Unnormalized Unicode\":\"A\u{30A}\"}"),
    ])
  func examples(text: String, canonical: String) throws {
    let value = try JSONValue(parsing: text)
    // Byte by byte: Swift's == takes composed and decomposed letters for the same.
    #expect(value.canonicalBytes == Array(canonical.utf8))
    #expect(try JSONValue(parsing: canonical).canonicalBytes == Array(canonical.utf8))
  }

  @Test("only what must be escaped is escaped")
  func escapes() {
    let controls = String(String.UnicodeScalarView((0..<0x20).compactMap(Unicode.Scalar.init)))
    #expect(
      JSONValue.string(controls + "\"\\/\u{7F}\u{2028}<>&😂").canonicalText
        == #""\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f"#
        + #"\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c"#
        + #"\u001d\u001e\u001f\"\\/"# + "\u{7F}\u{2028}<>&😂\"")
  }

  @Test("what is not finite is a string, and -0 is 0")
  func numbers() {
    let value: JSONValue = [.number(.nan), .number(.infinity), .number(-.infinity), -0.0, 1]
    #expect(value.canonicalText == #"["NaN","Infinity","-Infinity",0,1]"#)
  }

  /// Keys from all of Unicode, sorted by a comparison of their own: UTF-16, unit by unit.
  @Test("random values survive, and their text does not depend on the order of keys")
  func roundTrips() throws {
    var random = SplitMix(seed: 8785)
    for _ in 0..<300 {
      let value = random.json(depth: 4)
      let bytes = value.canonicalBytes
      let read = try JSONValue(parsing: bytes)
      #expect(read.canonicalBytes == bytes)
      #expect(try JSONValue(parsing: value.prettyBytes) == value)
      #expect(value.reversed.canonicalBytes == bytes)
      #expect(read.hasSortedKeys)
    }
  }
}

@Suite("Pretty JSON")
struct JSONPrettyTests {
  @Test("members keep their order, and arrays of scalars their line")
  func layout() {
    let value: JSONValue = [
      "b": 1, "a": ["x": [], "y": [:], "z": [1, 2.5, "s", true, .null]],
      "rows": [[1, 2], ["k": -0.0]], "s": "a\nb",
    ]
    #expect(
      value.prettyText == #"""
        {
          "b": 1,
          "a": {
            "x": [],
            "y": {},
            "z": [1, 2.5, "s", true, null]
          },
          "rows": [
            [1, 2],
            {
              "k": -0.0
            }
          ],
          "s": "a\nb"
        }

        """#)
  }

  /// Strings of 22 bytes with their quotes, the last one longer or shorter. One line has
  /// `  "x": [`, then 24 bytes each, `],`: three and one of 18 make 100. A line of its own has four
  /// spaces, 24 bytes each, a comma: three and one of 23 make 100.
  @Test(
    "long arrays fill lines of at most 100 bytes, comma included",
    arguments: [
      (3, 18, 4), (3, 19, 6), (3, 23, 6), (3, 24, 7), (4, 22, 7), (7, 22, 7), (8, 22, 8),
      (0, 300, 4), (1, 300, 7),
    ])
  func wrapping(count: Int, lastWidth: Int, lineCount: Int) throws {
    let text = { JSONValue.string(String(repeating: "w", count: $0 - 2)) }
    let value: JSONValue = [
      "x": .array(Array(repeating: text(22), count: count) + [text(lastWidth)]), "y": 1,
    ]
    #expect(value.prettyText.split(separator: "\n").count == lineCount)
    #expect(try JSONValue(parsing: value.prettyText) == value)
  }

  @Test("every bit of a number survives a file")
  func bits() throws {
    for bits in PublishedNumbers.firstBits + [1 << 63] {
      let number = Double(bitPattern: bits)
      let read = try JSONValue(parsing: JSONValue.number(number).prettyBytes)
      #expect(read.numberValue?.bitPattern == bits)
    }
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014), so that a failure comes back in the next run.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// Up to six scalars from each plane and the places where UTF-8 and UTF-16 order differently.
  mutating func text() -> String {
    let ranges: [ClosedRange<UInt32>] = [
      0...0x7F, 0x80...0x7FF, 0xD700...0xD7FF, 0xE000...0xFFFF, 0x10000...0x1FFFF, 0x20...0x7E,
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<below(7) {
      let range = ranges[below(ranges.count)]
      let value = range.lowerBound + UInt32(below(range.count))
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    return String(text)
  }

  mutating func json(depth: Int) -> JSONValue {
    switch below(depth > 0 ? 8 : 5) {
    case 0: return .null
    case 1: return .bool(next() & 1 == 0)
    case 2: return .number(Double(Int64(bitPattern: next()) >> 20))
    case 3:
      let number = Double(bitPattern: next())
      return .number(number.isFinite ? number : 0.5)
    case 4: return .string(text())
    case 5: return .array((0..<below(6)).map { _ in json(depth: depth - 1) })
    default:
      var members: [JSONMember] = []
      for index in 0..<below(6) {
        members.append(JSONMember(key: text() + "\(index)", value: json(depth: depth - 1)))
      }
      return .object(members)
    }
  }
}

extension JSONValue {
  /// The value with the members of every object in the opposite order.
  fileprivate var reversed: JSONValue {
    switch self {
    case .array(let elements): .array(elements.map(\.reversed))
    case .object(let members):
      .object(members.reversed().map { JSONMember(key: $0.key, value: $0.value.reversed) })
    default: self
    }
  }

  fileprivate var hasSortedKeys: Bool {
    switch self {
    case .array(let elements): elements.allSatisfy(\.hasSortedKeys)
    case .object(let members):
      zip(members, members.dropFirst()).allSatisfy { left, right in
        let (first, second) = (Array(left.key.utf16), Array(right.key.utf16))
        let common = zip(first, second).first { $0 != $1 }
        return common.map { $0 < $1 } ?? (first.count < second.count)
      } && members.allSatisfy(\.value.hasSortedKeys)
    default: true
    }
  }
}
