import Provenance
import Testing

struct JSONMemberTextsTests {
  private func members(
    _ text: String, likely: String = ""
  ) throws -> [String] {
    try Array("  \(text) ".utf8).withUnsafeBufferPointer {
      try JSONMemberTexts(of: $0[...], likely: Array(likely.utf8))
        .members.map { "\($0.key) \(String(decoding: $0.text, as: UTF8.self))" }
    }
  }

  @Test("values stand as they were written, keys are read")
  func texts() throws {
    let text = #"{"a" : 1.50, "b\u0021":[1, {"c": "}"}] ,"값":"x\"y","":{}}"#
    let expected = ["a 1.50", #"b! [1, {"c": "}"}]"#, #"값 "x\"y""#, " {}"]
    #expect(try members(text) == expected)
    try Array(text.utf8).withUnsafeBufferPointer { bytes in
      let read = try JSONMemberTexts(of: bytes[...])
      for (key, value) in [("a", "1.50"), ("b!", #"[1, {"c": "}"}]"#), ("값", #""x\"y""#)] {
        #expect(read[key].map { String(decoding: $0, as: UTF8.self) } == value)
      }
      #expect(read["b"] == nil && read["c"] == nil && read["A"] == nil)
    }
  }

  @Test(
    "what is likely changes nothing",
    arguments: [
      #"{"x":{"a":1},"y":2}"#, #"{"x":{"a":1} }"#, #"{"x":{"a":12}}"#, #"{"x":{"a":1}"#,
      #"{"x":{"a":1}2}"#, #"{"x":{"a":1}}}"#, #"{"x":{"a":1"#, #"{"x":"{\"a\":1}"}"#,
      #"{"x":[{"a":1}]}"#, #"{"a":1}"#, #"{"x":{"b":1}}"#, "{}", "",
    ])
  func likely(text: String) {
    func outcome(_ likely: String) -> Result<[String], JSONParseError> {
      do {
        return .success(try members(text, likely: likely))
      } catch let error as JSONParseError {
        return .failure(error)
      } catch {
        Issue.record(error)
        return .success([])
      }
    }
    let plain = outcome("")
    for likely in [#"{"a":1}"#, "{}", #"{"a":12}"#, #"{"x":{"a":1},"y":2}"#] {
      #expect(outcome(likely) == plain, "with \(likely)")
    }
  }

  @Test(
    "no object, or none that ends",
    arguments: ["", "1", "[]", "{", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, #"{"a":[}]}"#, "{} {}"])
  func refused(text: String) {
    #expect(throws: JSONParseError.self) { try members(text) }
  }
}
