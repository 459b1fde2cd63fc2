import Provenance
import Testing

@Suite("RunFile")
struct RunFileTests {
  struct Result: Codable, Equatable {
    struct Panel: Codable, Equatable {
      var name: String
      var counts: [Int]
      var mean: Float
    }
    var panels = [Panel(name: "layer 1", counts: [1, 2, 3], mean: 0.1)]
    var losses: [Double] = [0.5, .nan, .infinity, -0.0, .leastNonzeroMagnitude]
    var steps: UInt64 = .max
    var note: String?
  }

  private func file() throws -> RunFile {
    try RunFile(result: Result(), recipe: sampleRecipe(of: Result()))
  }

  @Test("a result comes back from its file with every bit")
  func roundTrip() throws {
    let file = try file()
    let bytes = try file.bytes()
    let read = try RunFile(bytes: bytes)
    #expect(read == file)
    #expect(try read.bytes() == bytes)
    let result = try read.result(as: Result.self)
    #expect(result.losses.map(\.bitPattern) == Result().losses.map(\.bitPattern))
    #expect(result.panels == Result().panels)
    #expect(result.steps == .max)
    #expect(
      String(decoding: bytes.prefix(30), as: UTF8.self) == "{\n  \"schema\": \"dlplot-run-1\",\n")
  }

  private func message(_ path: [String], _ value: JSONValue?) throws -> String {
    let json = changed(try JSONValue(parsing: file().bytes()), path, to: value)
    do {
      _ = try RunFile(bytes: json.prettyBytes).result(as: Result.self)
      return "accepted"
    } catch {
      return "\(error)"
    }
  }

  @Test("an altered number is found out, whatever its type")
  func altered() throws {
    #expect(
      try message(
        ["result", "losses"], [0.25, "NaN", "Infinity", -0.0, .number(.leastNonzeroMagnitude)]
      ).hasPrefix(
        "altered result: "))
    #expect(try message(["result", "steps"], "18446744073709551614").hasPrefix("altered result: "))
    #expect(try message(["result", "panels"], []).hasPrefix("altered result: "))
    #expect(try message(["result", "note"], "x").hasPrefix("altered result: "))
    // Canonical JSON has one zero; the data identity has two.
    let losses: JSONValue = [0.5, "NaN", "Infinity", 0, .number(.leastNonzeroMagnitude)]
    #expect(
      try message(["result", "losses"], losses).hasPrefix("altered content: its data identity is "))
    #expect(try message(["recipe", "config", "seed"], 8).hasPrefix("altered content: its config "))
    #expect(try message(["schema"], "dlplot-run-1") == "accepted")
  }

  @Test("a result that was altered together with its digest does not match its data identity")
  func forged() throws {
    let json = try JSONValue(parsing: file().bytes())
    guard let result = json["result"] else {
      Issue.record("no result")
      return
    }
    let forged = changed(result, ["steps"], to: 1)
    let digest = try SHA256.hexDigest(of: forged.canonicalBytes)
    let whole = changed(
      changed(json, ["result"], to: forged), ["resultDigest"], to: .string(digest))
    let read = try RunFile(bytes: whole.prettyBytes)
    let error = #expect(throws: ProvenanceError.self) { try read.result(as: Result.self) }
    guard case .wrongIdentity(.data, _, let expected) = error else {
      Issue.record("not the data identity")
      return
    }
    #expect(try expected == DataDigest.digest(of: Result()))
  }

  @Test("a result under the recipe of another is not written")
  func wrongRecipe() throws {
    #expect(throws: ProvenanceError.self) {
      try RunFile(result: Result(), recipe: sampleRecipe(of: [1]))
    }
  }

  @Test(
    "what is not a run file of ours is refused by name",
    arguments: [
      (["schema"], "dlplot-run-2", #"unknown run schema: "dlplot-run-2" ("dlplot-run-1")"#),
      (["schema"], nil, "missing run.schema (a string)"),
      (["result"], nil, "missing run.result (any value)"),
      (["resultDigest"], nil, "missing run.resultDigest (64 hexadecimal digits)"),
      (["extra"], 1, "unknown run.extra"),
      (["recipe"], 1, "invalid recipe: 1 (an object)"),
      (["recipe", "schema"], "x", #"unknown recipe schema: "x" ("dlplot-recipe-1")"#),
      (
        ["recipe", "numericsVersion"], 3,
        "numerics version 3 cannot be checked here (only version 2)"
      ),
    ] as [([String], JSONValue?, String)])
  func refused(path: [String], value: JSONValue?, expected: String) throws {
    #expect(try message(path, value) == expected)
  }

  @Test("text that is no JSON and text that is too long are refused with the place")
  func noJSON() throws {
    let bytes = try file().bytes()
    #expect(throws: JSONParseError.self) { try RunFile(bytes: bytes.dropLast(3)) }
    #expect(
      throws: JSONParseError(
        reason: .tooLarge(got: bytes.count, limit: 100), offset: 0, line: 1)
    ) {
      try RunFile(bytes: bytes, limits: JSONLimits(byteCount: 100))
    }
  }
}
