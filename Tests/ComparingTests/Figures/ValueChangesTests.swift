import Comparing
import Provenance
import Testing

@Suite struct ValueChangesTests {
  private func changes(_ a: String, _ b: String, limit: Int = 20) throws -> ValueChanges {
    ValueChanges(
      try JSONValue(parsing: a, limits: JSONLimits()),
      try JSONValue(parsing: b, limits: JSONLimits()), limit: limit)
  }

  private func texts(_ a: String, _ b: String) throws -> [String] {
    try changes(a, b).listed.map(\.description)
  }

  @Test("members and elements that differ are named, with what stands there")
  func places() throws {
    #expect(
      try texts(
        #"{"a": 1, "b": {"c": [1, 2, {"d": "x"}]}, "e": true, "f": 1}"#,
        #"{"a": 1, "b": {"c": [1, 3, {"d": "y"}]}, "g": null, "f": 1.0}"#) == [
          "b.c[1] 2 -> 3", "b.c[2].d x -> y", "e true -> not given", "g not given -> null",
        ])
    #expect(try changes(#"{"b": 1, "a": 2}"#, #"{"a": 2, "b": 1}"#).isEmpty)
  }

  @Test("lists of unlike lengths and values of unlike kinds are one change")
  func lists() throws {
    #expect(try texts(#"{"a": [1, 2]}"#, #"{"a": [1, 2, 3]}"#) == ["a [1,2] -> [1,2,3]"])
    let long = "[" + (0..<50).map(String.init).joined(separator: ",") + "]"
    #expect(try texts("{\"a\": \(long)}", #"{"a": 3}"#) == ["a 50 values -> 3"])
  }

  @Test("all changes are counted, and some listed")
  func limit() throws {
    let a = "[" + (0..<50).map(String.init).joined(separator: ",") + "]"
    let b = "[" + (1...50).map(String.init).joined(separator: ",") + "]"
    let some = try changes(a, b, limit: 3)
    #expect(some.count == 50)
    #expect(some.listed.map(\.description) == ["[0] 0 -> 1", "[1] 1 -> 2", "[2] 2 -> 3"])
  }

  @Test("what a file says cannot steer the terminal")
  func terminal() throws {
    let text = try texts(
      "{\"a\\u001b[31m\": \"\\u001b]0;x\", \"c\": \"\u{202E}\"}", "{\"c\": [\"\u{202E}\"]}")
    #expect(text.count == 2)
    #expect(text.allSatisfy { MessageText.isPrintable($0) })
  }
}
