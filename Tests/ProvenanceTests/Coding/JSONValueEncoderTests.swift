import Provenance
import Testing

/// Types such as experiments use, with all that Swift's synthesized `Codable` does.
struct SampleConfig: Codable, Equatable {
  enum Activation: String, Codable, CaseIterable {
    case relu, sigmoid
    case leakyReLU = "leaky-relu"
  }
  enum Initializer: Codable, Equatable {
    case he
    case std(Float)
    case uniform(low: Double, high: Double)
  }
  struct Layer: Codable, Equatable {
    var width: Int
    var activation: Activation?
  }

  var seed: UInt64 = 0
  var initializer = Initializer.he
  var layers = [Layer(width: 3, activation: .relu), Layer(width: 2)]
  var rates: [Float] = [0.1, 1e-3]
  var note: String?
}

@Suite("JSONValueEncoder")
struct JSONValueEncoderTests {
  private func json(_ value: some Encodable) throws -> String {
    try JSONValueEncoder().encode(value).canonicalText
  }

  @Test("structs and enums are what synthesized Codable writes")
  func synthesized() throws {
    let config = SampleConfig(initializer: .std(0.01))
    #expect(
      try JSONValueEncoder().encode(config) == [
        "seed": 0, "initializer": ["std": ["_0": 0.01]],
        "layers": [["width": 3, "activation": "relu"], ["width": 2]], "rates": [0.1, 0.001],
      ])
    #expect(try json(SampleConfig.Initializer.he) == #"{"he":{}}"#)
    #expect(
      try json(SampleConfig.Initializer.uniform(low: -1, high: 1))
        == #"{"uniform":{"high":1,"low":-1}}"#)
    #expect(try json(SampleConfig.Activation.leakyReLU) == #""leaky-relu""#)
    #expect(try json([Int?.some(1), nil]) == "[1,null]")
    #expect(try json("text") == #""text""#)
    struct Empty: Codable {}
    #expect(try json([Empty()]) == "[{}]")
  }

  @Test("a Float is written with its own digits")
  func floats() throws {
    #expect(try json(Float(0.1)) == "0.1")
    #expect(
      try json([Float(1) / 3, .leastNonzeroMagnitude, 3.4028235e38])
        == "[0.33333334,1e-45,3.4028235e+38]")
    #expect(try json(Double(Float(0.1))) == "0.10000000149011612")
    #expect(try json(["x": Float(16_777_216)]) == #"{"x":16777216}"#)
  }

  @Test("what is not finite is a string")
  func nonFinite() throws {
    #expect(
      try json([Double.nan, -.nan, .infinity, -.infinity])
        == #"["NaN","NaN","Infinity","-Infinity"]"#)
    #expect(try json([Float.nan, .infinity]) == #"["NaN","Infinity"]"#)
    #expect(try json(["x": Float.signalingNaN]) == #"{"x":"NaN"}"#)
  }

  @Test("integers that no double holds are strings of digits")
  func integers() throws {
    #expect(
      try json([Int64.min, -(1 << 53), 1 - (1 << 53), (1 << 53) - 1, 1 << 53, Int64.max])
        == #"["-9223372036854775808","-9007199254740992",-9007199254740991,9007199254740991,"#
        + #""9007199254740992","9223372036854775807"]"#)
    #expect(try json(SampleConfig(seed: .max)).contains(#""seed":"18446744073709551615""#))
    #expect(try json([Int8.min, Int8.max]) == "[-128,127]")
    #expect(try json([UInt8.max]) == "[255]")
  }

  @Test("dictionaries are sorted, sets and other dictionaries refused")
  func unordered() throws {
    let names = (0..<50).map { "key\($0)" }
    let table = Dictionary(uniqueKeysWithValues: names.map { ($0, 1) })
    guard case .object(let members) = try JSONValueEncoder().encode(table) else {
      Issue.record("no object")
      return
    }
    #expect(members.map(\.key) == names.sorted())
    #expect(try json([2: "b", 10: "a"]) == #"{"10":"a","2":"b"}"#)
    struct Holder: Encodable { var values: [Set<Int>] }
    #expect(throws: JSONCodingError.unordered(path: "config.values[0]", type: "Set<Int>")) {
      try JSONValueEncoder(root: "config").encode(Holder(values: [[1, 2]]))
    }
    #expect(throws: JSONCodingError.self) { try json([SampleConfig.Activation.relu: 1]) }
  }

  @Test("hand-written coding: nested containers, super encoders, repeated and missing values")
  func handWritten() throws {
    struct Nested: Encodable {
      enum Key: String, CodingKey {
        case list, table
        case base = "super"
        case raw
      }
      func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        var list = container.nestedUnkeyedContainer(forKey: .list)
        try list.encode(1)
        var inner = list.nestedContainer(keyedBy: Key.self)
        try inner.encode(true, forKey: .raw)
        try list.encodeNil()
        var table = container.nestedContainer(keyedBy: Key.self, forKey: .table)
        try table.encode("x", forKey: .raw)
        try Float(0.1).encode(to: container.superEncoder())
        // A second container of one encoder goes on with the first.
        var again = encoder.container(keyedBy: Key.self)
        try again.encode([1.5], forKey: .raw)
      }
    }
    #expect(
      try json(Nested()) == #"{"list":[1,{"raw":true},null],"raw":[1.5],"super":0.1,"#
        + #""table":{"raw":"x"}}"#)

    struct Twice: Encodable {
      func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Nested.Key.self)
        try container.encode(1, forKey: .raw)
        try container.encode(2, forKey: .raw)
      }
    }
    #expect(throws: JSONCodingError.repeatedKey(path: "value[0].raw")) { try json([Twice()]) }
    struct Nothing: Encodable { func encode(to encoder: any Encoder) throws {} }
    #expect(throws: JSONCodingError.noSingleShape(path: "value.x")) { try json(["x": Nothing()]) }
    struct Both: Encodable {
      func encode(to encoder: any Encoder) throws {
        var list = encoder.unkeyedContainer()
        try list.encode(1)
        var value = encoder.singleValueContainer()
        try value.encode(1)
      }
    }
    #expect(throws: JSONCodingError.noSingleShape(path: "value")) { try json(Both()) }
  }

  @Test("a JSON value is encoded as itself")
  func json() throws {
    let value: JSONValue = ["b": [1, .null, "x", ["c": true]], "a": 0.5]
    struct Holder: Codable, Equatable { var inner: JSONValue }
    let json = try JSONValueEncoder().encode(Holder(inner: value))
    #expect(json == ["inner": value])
    #expect(try JSONValueDecoder().decode(Holder.self, from: json) == Holder(inner: value))
  }
}
