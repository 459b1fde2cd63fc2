import Provenance
import Testing

@Suite("JSON parser")
struct JSONParserTests {
  @Test(
    "texts and their values",
    arguments: [
      ("null", .null), (" true\n", true), ("\t\r\nfalse ", false), ("0", 0), ("-0", -0.0),
      ("1", 1), ("-12.5", -12.5), ("1e3", 1000), ("1E+3", 1000), ("25e-1", 2.5), ("0.0e9", 0),
      ("\"\"", ""), (#""a\"\\\/\b\f\n\r\t""#, "a\"\\/\u{8}\u{C}\n\r\t"),
      (#""\u0041\u00e9\u20AC\ud83d\uDE02""#, "Aé€😂"), ("\"é€😂\u{7F}\"", "é€😂\u{7F}"),
      (#""\u0000""#, "\u{0}"), ("[]", []), ("[ ]", []), ("{}", [:]), ("{ }", [:]),
      ("[1,[2],{\"a\":3}]", [1, [2], ["a": 3]]), (" [ 1 , 2 ] ", [1, 2]),
      ("{\"b\" : 1 , \"a\":{\"b\":null}}", ["b": 1, "a": ["b": .null]]),
      ("\"a\u{2028}\"", "a\u{2028}"),
    ] as [(String, JSONValue)])
  func accepted(text: String, value: JSONValue) throws {
    #expect(try JSONValue(parsing: text) == value)
  }

  @Test(
    "what is not JSON, and where",
    arguments: [
      ("", 0, "the text ends (expected a value)"),
      ("  ", 2, "the text ends (expected a value)"),
      ("nul", 3, "the text ends (expected null)"),
      ("nulL", 3, "'L' (expected null)"),
      ("True", 0, "'T' (expected a value)"),
      ("NaN", 0, "'N' (expected a value)"),
      ("-Infinity", 1, "'I' (expected a digit)"),
      ("1 2", 2, "'2' (expected the end)"),
      ("01", 1, "'1' (expected the end)"),
      ("-", 1, "the text ends (expected a digit)"),
      ("+1", 0, "'+' (expected a value)"),
      (".5", 0, "'.' (expected a value)"),
      ("1.", 2, "the text ends (expected a digit)"),
      ("1.e3", 2, "'e' (expected a digit)"),
      ("1e", 2, "the text ends (expected a digit)"),
      ("1e+", 3, "the text ends (expected a digit)"),
      ("0x1", 1, "'x' (expected the end)"),
      ("[1,]", 3, "']' (expected a value)"),
      ("[1", 2, "the text ends (expected ',' or ']')"),
      ("[1 2]", 3, "'2' (expected ',' or ']')"),
      ("[1}", 2, "'}' (expected ',' or ']')"),
      ("{\"a\":1,}", 7, "'}' (expected a key in double quotes)"),
      ("{a:1}", 1, "'a' (expected a key in double quotes)"),
      ("{\"a\" 1}", 5, "'1' (expected ':')"),
      ("{\"a\":}", 5, "'}' (expected a value)"),
      ("{\"a\":1", 6, "the text ends (expected ',' or '}')"),
      ("// x\n1", 0, "'/' (expected a value)"),
      ("'a'", 0, "''' (expected a value)"),
      ("\"a", 2, "the text ends (expected '\"')"),
      ("\"a\\", 3, "the text ends (expected an escape)"),
      ("\"\\u00", 5, "the text ends (expected a hexadecimal digit)"),
      ("\"a\tb\"", 2, "byte 0x09 in a string (must be escaped)"),
      ("\"\\n\u{1}\"", 3, "byte 0x01 in a string (must be escaped)"),
      ("\"\\ud83d\"", 1, "half a surrogate pair (high and low half together)"),
      ("\"\\ud83d\\u0041\"", 1, "half a surrogate pair (high and low half together)"),
      ("\"\\ude02\"", 1, "half a surrogate pair (high and low half together)"),
      ("\u{FEFF}1", 0, "a byte order mark (none is allowed)"),
      ("\u{A0}1", 0, "byte 0xc2 (expected a value)"),
      ("[1e400]", 1, "1e400 is no double (magnitude 4.9e-324...1.8e308, or 0)"),
      ("-1e-400", 0, "-1e-400 is no double (magnitude 4.9e-324...1.8e308, or 0)"),
      ("[{\"a\":1,\"\\u0061\":2}]", 8, "duplicate key \"a\" (one of each)"),
    ])
  func refused(text: String, offset: Int, reason: String) {
    let error = #expect(throws: JSONParseError.self) { try JSONValue(parsing: text) }
    #expect(error?.offset == offset)
    #expect(error?.description == "invalid json in line 1, byte \(offset): \(reason)")
  }

  @Test(
    "an unknown escape is named", arguments: ["\"\\a\"", "\"\\u12g4\"", "\"\\U0041\"", "\"\\x41\""])
  func unknownEscapes(text: String) {
    let error = #expect(throws: JSONParseError.self) { try JSONValue(parsing: text) }
    #expect(error?.reason == .invalidEscape)
    #expect(error?.offset == 1)
  }

  /// Overlong forms, surrogates, values beyond U+10FFFF, lone and missing continuation bytes.
  @Test(
    "bytes that are no UTF-8",
    arguments: [
      [0x80], [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xC3], [0xE2, 0x82], [0xFF], [0xF0, 0x9F, 0x98],
    ] as [[UInt8]])
  func invalidUTF8(bytes: [UInt8]) {
    let text = Array("[\n\"\u{E9}".utf8) + bytes + Array("\"]".utf8)
    let error = #expect(throws: JSONParseError.self) { try JSONValue(parsing: text) }
    #expect(error == JSONParseError(reason: .invalidUTF8, offset: 5, line: 2))
    let escaped = Array("\"\\n".utf8) + bytes + Array("\\n\"".utf8)
    let second = #expect(throws: JSONParseError.self) { try JSONValue(parsing: escaped) }
    #expect(second == JSONParseError(reason: .invalidUTF8, offset: 3, line: 1))
  }

  @Test("lines are counted from 1")
  func lines() {
    let error = #expect(throws: JSONParseError.self) {
      try JSONValue(parsing: "{\n  \"a\": 1,\n  \"b\": ?\n}")
    }
    #expect(error?.line == 3)
    #expect(error?.offset == 19)
  }

  @Test("composed and decomposed letters are two keys, and keys of large objects are compared too")
  func keys() throws {
    let value = try JSONValue(parsing: "{\"\u{E9}\":1,\"e\u{301}\":2}")
    #expect(value["\u{E9}"] == 1)
    #expect(value["e\u{301}"] == 2)
    #expect(try JSONValue(parsing: "\"\u{E9}\"") != JSONValue(parsing: "\"e\u{301}\""))
    let members = (0..<100).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
    #expect(try JSONValue(parsing: "{\(members)}")["k99"] == 99)
    let error = #expect(throws: JSONParseError.self) {
      try JSONValue(parsing: "{\(members),\"k42\":0}")
    }
    #expect(error?.reason == .duplicateKey("k42"))
    #expect(error?.offset == 2 + members.utf8.count)
  }

  @Test("depth and size have limits")
  func limits() throws {
    let limits = JSONLimits(byteCount: 30, depth: 3)
    #expect(try JSONValue(parsing: "[[{}]]", limits: limits) == [[[:]]])
    #expect(throws: JSONParseError(reason: .tooDeep(limit: 3), offset: 8, line: 1)) {
      try JSONValue(parsing: "[{\"a\":[ []]}]", limits: limits)
    }
    #expect(throws: JSONParseError(reason: .tooLarge(got: 31, limit: 30), offset: 0, line: 1)) {
      try JSONValue(parsing: String(repeating: " ", count: 31), limits: limits)
    }
    #expect(try JSONValue(parsing: "[[],[],[],[]]", limits: limits) == [[], [], [], []])
    let deep = String(repeating: "[", count: 1_000_000)
    let error = #expect(throws: JSONParseError.self) { try JSONValue(parsing: deep) }
    #expect(error?.reason == .tooDeep(limit: 64))
    #expect(error?.offset == 64)
  }

  /// Halfway cases and long digit strings; the bits are those of CPython 3.11's `float(...).hex()`.
  @Test(
    "numbers are rounded once, to the nearest even",
    arguments: [
      ("9007199254740993", 0x1p53), ("9007199254740995", 0x1.0000000000002p53),
      ("9007199254740992.9999999999", 0x1p53),
      ("9007199254740993.0000000001", 0x1.0000000000001p53),
      ("123456789012345678901234567890", 0x1.8ee90ff6c373ep+96),
      ("0.1000000000000000055511151231257827021181583404541015625", 0.1),
      ("0.30000000000000004", 0x1.3333333333334p-2), ("1e23", 0x1.52d02c7e14af6p+76),
      ("8.5e-320", Double(bitPattern: 0x4334)),
      ("2.2250738585072011e-308", Double(bitPattern: 0x000F_FFFF_FFFF_FFFF)),
      ("2.4703282292062328e-324", 0x0.0000000000001p-1022),
      ("1.7976931348623158e308", 0x1.fffffffffffffp+1023),
      ("1000000000000000000000000000000000000000000e-42", 1),
      ("0.000000000000000000000000000000001e33", 1),
      ("72057594037927945", 0x1.0000000000001p56), ("999999999999999999999999e-24", 1),
    ] as [(String, Double)])
  func rounding(text: String, number: Double) throws {
    #expect(try JSONValue(parsing: text).numberValue?.bitPattern == number.bitPattern)
  }

  @Test("an exponent of any length is read")
  func exponents() throws {
    let zeros = String(repeating: "0", count: 400)
    #expect(try JSONValue(parsing: "1\(zeros)e-400").numberValue == 1)
    #expect(try JSONValue(parsing: "0.\(zeros)1e401").numberValue == 1)
    #expect(try JSONValue(parsing: "0e99999999999999999999").numberValue == 0)
    #expect(try JSONValue(parsing: "1e-0\(zeros)1").numberValue == 0.1)
    let error = #expect(throws: JSONParseError.self) {
      try JSONValue(parsing: "1e-99999999999999999999999999999999999999999999")
    }
    #expect(
      error?.reason == .numberOutOfRange(got: "1e-99999999999999999999999999999999999999999999"))
  }

  @Test("messages show no control characters and stay short")
  func messages() {
    let key = String(repeating: "k", count: 100)
    let error = JSONParseError(
      reason: .duplicateKey("\u{1B}]0;\(key)"), offset: 7, line: 2)
    #expect(
      error.description == "invalid json in line 2, byte 7: duplicate key \"\\u001b]0;"
        + String(repeating: "k", count: 56) + "…\" (one of each)")
    #expect(!error.isMachineFault)
  }
}
