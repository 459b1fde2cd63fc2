import Comparing
import Provenance
import Testing

/// The first place at which two results differ, and how much of them does.
struct TreeDifferenceTests {
  private func tree(_ text: String) throws -> JSONValue { try JSONValue(parsing: text) }

  private func difference(_ one: String, _ other: String) throws -> TreeDifference? {
    TreeDifference(try tree(one), try tree(other))
  }

  @Test("equal trees have none, whatever the order of their members")
  func equal() throws {
    #expect(
      try difference(#"{"a":[1,2,{"b":"c"}],"d":null}"#, #"{"d":null,"a":[1,2,{"b":"c"}]}"#) == nil)
  }

  @Test("the first number that differs, how many do and by how much at most")
  func numbers() throws {
    let found = try #require(
      try difference(
        #"{"runs":[{"loss":[4,2,1]},{"loss":[8,1]}]}"#,
        #"{"runs":[{"loss":[4,2.5,1]},{"loss":[4,1]}]}"#))
    #expect(found.path == [.key("runs"), .index(0), .key("loss"), .index(1)])
    #expect(found.first == .values(.number(2), .number(2.5)))
    #expect(found.count == 2)
    #expect(found.total == 5)
    // |8 − 4| / 8 is more than |2 − 2.5| / 2.5.
    #expect(found.largest == 0.5)
  }

  @Test("arrays of unlike lengths, members that one lacks, and other kinds of values")
  func shapes() throws {
    let longer = try #require(try difference("[1,2,3]", "[1,2]"))
    #expect(longer.path.isEmpty)
    #expect(longer.first == .counts(3, 2))
    #expect((longer.count, longer.total) == (1, 3))
    #expect(longer.largest == nil)

    let member = try #require(try difference(#"{"a":1,"b":[1,2]}"#, #"{"a":1}"#))
    #expect(member.path == [.key("b")])
    #expect(member.first == .member(isInFirst: true))
    #expect(member.count == 2)
    let added = try #require(try difference("{}", #"{"a":1}"#))
    #expect(added.first == .member(isInFirst: false))

    let kind = try #require(try difference(#"["NaN"]"#, "[0]"))
    #expect(kind.first == .values(.string("NaN"), .number(0)))
    #expect(kind.largest == nil)
  }

  @Test("a shorter array whose values differ too is told by the value")
  func valueBeforeLength() throws {
    let found = try #require(try difference("[1,5]", "[1,6,7,8]"))
    #expect(found.path == [.index(1)])
    #expect(found.count == 3)
  }
}
