import Provenance
import Testing

@Suite("JSONValueDecoder")
struct JSONValueDecoderTests {
  private let strict = JSONValueDecoder(root: "config", unknownKeys: .refuse)

  private func message<Value: Decodable>(
    _ text: String, as type: Value.Type = SampleConfig.self
  ) throws -> String? {
    let json = try JSONValue(parsing: text)
    return #expect(throws: JSONCodingError.self) { try strict.decode(type, from: json) }?
      .description
  }

  private func config(_ change: String) -> String {
    #"{"seed":1,"initializer":{"he":{}},"layers":[{"width":3}],"rates":[],\#(change)}"#
  }

  @Test("what was encoded is decoded")
  func roundTrips() throws {
    for seed: UInt64 in [0, 1, (1 << 53) - 1, 1 << 53, .max] {
      for initializer in [.he, .std(0.1), .uniform(low: -.infinity, high: 2)]
        as [SampleConfig.Initializer]
      {
        let config = SampleConfig(
          seed: seed, initializer: initializer, rates: [.infinity, -0.0, .leastNonzeroMagnitude],
          note: "ü\u{0}")
        let json = try JSONValueEncoder().encode(config)
        let read = try strict.decode(SampleConfig.self, from: JSONValue(parsing: json.prettyText))
        #expect(read == config)
        #expect(read.rates[1].sign == .minus)
      }
    }
    let table = ["a": [1: true], "b": [:]]
    #expect(
      try strict.decode([String: [Int: Bool]].self, from: JSONValueEncoder().encode(table))
        == table)
    #expect(try strict.decode([Int?].self, from: [1, .null, 3]) == [1, nil, 3])
    #expect(try strict.decode([String].self, from: ["a", "b"]) == ["a", "b"])
  }

  @Test("every kind of NaN comes back as a NaN")
  func nan() throws {
    let json = try JSONValueEncoder().encode([Double.nan, -.nan])
    #expect(try strict.decode([Double].self, from: json).allSatisfy(\.isNaN))
    #expect(try strict.decode(Float.self, from: "NaN").isNaN)
  }

  @Test("Float bits survive text")
  func floatBits() throws {
    var random = SplitMix(seed: 32)
    var floats: [Float] = [.leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude]
    while floats.count < 20_000 {
      let float = Float(bitPattern: UInt32(truncatingIfNeeded: random.next()))
      if float.isFinite { floats.append(float) }
    }
    let text = try JSONValueEncoder().encode(floats).prettyBytes
    let read = try strict.decode([Float].self, from: JSONValue(parsing: text))
    #expect(read.map(\.bitPattern) == floats.map(\.bitPattern))
  }

  /// The decimal rounds to a double midway between 0x15AE43FD and 0x15AE43FE, and from there to the
  /// even one. By exact arithmetic (Python's `Fraction`) the decimal is closer to the first; NumPy,
  /// which rounds twice, gives the second.
  @Test("a decimal that rounds twice still gives its Float")
  func doubleRounding() throws {
    #expect(try strict.decode(Float.self, from: 7.038531e-26).bitPattern == 0x15AE_43FD)
    #expect(try strict.decode([Float].self, from: [-7.038531e-26])[0].bitPattern == 0x95AE_43FD)
    #expect(Float(7.038531e-26 as Double).bitPattern == 0x15AE_43FE)
  }

  @Test(
    "a wrong value is named with its place and what is allowed",
    arguments: [
      (#""seed":-1"#, "invalid config.seed: -1 (a whole number from 0)"),
      (#""seed":1.5"#, "invalid config.seed: 1.5 (a whole number from 0)"),
      (
        #""seed":9007199254740992"#,
        "invalid config.seed: 9007199254740992 (whole numbers beyond 9007199254740991 in double quotes)"
      ),
      (#""seed":"7""#, #"invalid config.seed: "7" (a whole number from 0)"#),
      (
        #""seed":"+9007199254740992""#,
        #"invalid config.seed: "+9007199254740992" (a whole number from 0)"#
      ),
      (#""seed":null"#, "invalid config.seed: null (a whole number from 0)"),
      (#""layers":{}"#, "invalid config.layers: an object of 0 (an array)"),
      (#""layers":[{"width":1},7]"#, "invalid config.layers[1]: 7 (an object)"),
      (
        #""layers":[{"width":"wide"}]"#, #"invalid config.layers[0].width: "wide" (a whole number)"#
      ),
      (
        #""layers":[{"width":1,"activation":"rleu"}]"#,
        #"invalid config.layers[0].activation: "rleu" (relu, sigmoid, leaky-relu)"#
      ),
      (
        #""layers":[{"width":1,"activation":3}]"#,
        "invalid config.layers[0].activation: 3 (a string)"
      ),
      (
        #""rates":[0.1,true]"#,
        "invalid config.rates[1]: true (a number of magnitude 1.4e-45...3.4e38, or 0)"
      ),
      (
        #""rates":[1e39]"#,
        "invalid config.rates[0]: 1e+39 (a number of magnitude 1.4e-45...3.4e38, or 0)"
      ),
      (
        #""rates":[1e-50]"#,
        "invalid config.rates[0]: 1e-50 (a number of magnitude 1.4e-45...3.4e38, or 0)"
      ),
      (
        #""rates":["nan"]"#,
        #"invalid config.rates[0]: "nan" (a number of magnitude 1.4e-45...3.4e38, or 0)"#
      ),
      (#""note":[1,2]"#, "invalid config.note: an array of 2 (a string)"),
      (
        #""initializer":{"std":{}}"#,
        "missing config.initializer.std._0 (a number of magnitude 1.4e-45...3.4e38, or 0)"
      ),
      (#""initializer":null"#, "invalid config.initializer: null (an object)"),
      (#""layers":[{}]"#, "missing config.layers[0].width (a whole number)"),
    ])
  func wrongValues(change: String, expected: String) throws {
    let key = change.prefix { $0 != ":" }
    let rest = [
      #""seed":1"#, #""initializer":{"he":{}}"#, #""layers":[]"#, #""rates":[]"#,
    ].filter { !$0.hasPrefix(key + ":") }
    #expect(try message("{\(([change] + rest).joined(separator: ","))}") == expected)
  }

  @Test("what is missing is named with what belongs there")
  func missing() throws {
    #expect(try message(#"{"seed":1}"#) == "missing config.initializer (a value)")
    #expect(
      try message(#"{"seed":1,"initializer":{"he":{}}}"#) == "missing config.layers (an array)")
  }

  @Test("small integers name their range")
  func ranges() throws {
    #expect(
      try message("[1,256]", as: [UInt8].self) == "invalid config[1]: 256 (a whole number 0...255)")
    #expect(
      try message("-129", as: Int8.self) == "invalid config: -129 (a whole number -128...127)")
    #expect(try message("1", as: Bool.self) == "invalid config: 1 (true or false)")
  }

  @Test("an unknown key is named with the one that was meant")
  func unknownKeys() throws {
    #expect(try message(config(#""nota":"x""#)) == "unknown config.nota (did you mean note?)")
    #expect(try message(config(#""zebra":1"#)) == "unknown config.zebra")
    #expect(
      try message(config(#""note\u001b[2J":1"#))
        == #"unknown config["note\u001b[2J"]"#)
    #expect(
      try message(#"{"seed":1,"initializer":{"he":{}},"layers":[{"widht":3}],"rates":[]}"#)
        == "unknown config.layers[0].widht (did you mean width?)")
    #expect(
      try message(#"{"seed":1,"initializer":{"std":{"_0":1,"x":2}},"layers":[],"rates":[]}"#)
        == "unknown config.initializer.std.x")
    #expect(
      try message(#"{"seed":1,"initializer":{"hee":{}},"layers":[],"rates":[]}"#)
        == "unknown config.initializer.hee")
    let json = try JSONValue(parsing: config(#""zebra":1"#))
    #expect(try JSONValueDecoder().decode(SampleConfig.self, from: json).seed == 1)
  }

  @Test("the cases of an enum with values are offered where its keys are listed")
  func listedKeys() throws {
    enum Shape: Codable {
      case circle(Double)
      case square(Double)
      enum CodingKeys: String, CodingKey, CaseIterable { case circle, square }
    }
    #expect(
      try message(#"{"cirlce":{"_0":1}}"#, as: Shape.self)
        == "unknown config.cirlce (did you mean circle?)")
    #expect(
      try message(#"{"circle":{"_0":1},"square":{"_0":1}}"#, as: Shape.self)
        == "invalid config: an object of 2 (invalid number of keys found, expected one)")
  }

  @Test("keys may be shared out between two types that read one object")
  func flattened() throws {
    struct Common: Codable, Equatable { var width: Int }
    struct Whole: Decodable, Equatable {
      enum CodingKeys: String, CodingKey { case name }
      var common: Common
      var name: String
      init(from decoder: any Decoder) throws {
        common = try Common(from: decoder)
        name = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .name)
      }
    }
    #expect(try strict.decode(Whole.self, from: ["name": "x", "width": 2]).common.width == 2)
    #expect(
      try message(#"{"name":"x"}"#, as: Whole.self) == "missing config.width (a whole number)")
    #expect(
      try message(#"{"name":"x","width":1,"size":2}"#, as: Whole.self) == "unknown config.size")
  }

  @Test("what a type has to say itself is passed on with the place")
  func ownErrors() throws {
    struct Even: Decodable {
      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard try container.decode(Int.self).isMultiple(of: 2) else {
          throw DecodingError.dataCorruptedError(
            in: container, debugDescription: "Must be even.\nReally.")
        }
      }
    }
    #expect(try message("[2,3]", as: [Even].self) == "invalid config[1]: 3 (must be even)")
    struct Odd: Error {}
    struct Thrower: Decodable { init(from decoder: any Decoder) throws { throw Odd() } }
    #expect(throws: Odd.self) { try strict.decode([Thrower].self, from: [1]) }
  }

  @Test("unkeyed containers end where the array ends")
  func unkeyed() throws {
    struct Pair: Decodable, Equatable {
      var first: Int
      var second: Double
      init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        first = try list.decode(Int.self)
        second = try list.decode(Double.self)
      }
    }
    #expect(try strict.decode(Pair.self, from: [1, 2.5]).second == 2.5)
    #expect(try message("[[1,2],[1]]", as: [Pair].self) == "missing config[1][1] (a number)")
  }
}

@Suite("NearestName")
struct NearestNameTests {
  /// Distances by hand.
  @Test(
    "edits are counted",
    arguments: [
      ("", "", 0), ("abc", "abc", 0), ("", "abc", 3), ("kitten", "sitting", 3),
      ("widht", "width", 1),
      ("ab", "ba", 1), ("ca", "abc", 3), ("layers", "layer", 1), ("é", "e", 1),
    ])
  func distances(lhs: String, rhs: String, distance: Int) {
    #expect(NearestName.distance(lhs, rhs) == distance)
    #expect(NearestName.distance(rhs, lhs) == distance)
  }

  @Test("the nearest is found, and nothing where none is near")
  func nearest() {
    let names = ["width", "layers", "seed", "init"]
    #expect(NearestName.nearest(to: "Width", among: names) == "width")
    #expect(NearestName.nearest(to: "sede", among: names) == "seed")
    #expect(NearestName.nearest(to: "momentum", among: names) == nil)
    #expect(NearestName.nearest(to: "x", among: ["y"]) == nil)
    #expect(NearestName.nearest(to: "ab", among: ["ax", "ay"]) == "ax")
  }
}
