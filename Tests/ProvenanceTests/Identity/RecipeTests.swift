import Provenance
import Testing

/// A recipe with the data identity of a result.
func sampleRecipe(of result: some Encodable, command: String = "dlplot activations") throws
  -> Recipe
{
  try Recipe(
    tool: Recipe.Tool(version: "0.1.0"), experiment: "activations",
    config: ["seed": 7, "initializers": ["he", "std=0.01"], "std": 0.01],
    figure: ["theme": "dark", "size": [360, 240]],
    dataSets: [Recipe.DataSet(name: "mnist5k", digest: SHA256.digest(of: Array("digits".utf8)))],
    data: DataDigest.digest(of: result), scene: SHA256.digest(of: [1]),
    pixels: SHA256.digest(of: [2]), command: command)
}

/// The value with one member of one of its objects replaced, added, or (nil) removed.
func changed(_ json: JSONValue, _ path: [String], to value: JSONValue?) -> JSONValue {
  guard case .object(var members) = json, let key = path.first else { return value ?? .null }
  let index = members.firstIndex { $0.key == key }
  if path.count == 1, value == nil {
    members.removeAll { $0.key == key }
  } else {
    let inner = changed(json[key] ?? .null, Array(path.dropFirst()), to: value)
    let member = JSONMember(key: key, value: inner)
    if let index { members[index] = member } else { members.append(member) }
  }
  return .object(members)
}

@Suite("Recipe")
struct RecipeTests {
  /// Text by the Python package rfc8785 0.1.4, digest by hashlib:
  ///
  /// ```python
  /// c = {"schema": "dlplot-recipe-1", "numericsVersion": 2, "experiment": "activations",
  ///      "config": {"seed": 7, "initializers": ["he", "std=0.01"], "std": 0.01},
  ///      "figure": {"theme": "dark", "size": [360, 240]},
  ///      "dataSets": [hashlib.sha256(b"digits").hexdigest()]}
  /// print(hashlib.sha256(rfc8785.dumps(c)).hexdigest())
  /// ```
  @Test("the config identity is that of the documented text")
  func configIdentity() throws {
    #expect(
      try sampleRecipe(of: [1]).identities.config.hex
        == "ca5569712f5c439c2da325a1b5079ddb2dd4fe44a142cbc298726de88f9243be")
  }

  @Test("the config identity knows settings and data, not their order, names or the tool")
  func whatCounts() throws {
    let digest = try SHA256.digest(of: [0])
    let identity = { (config: JSONValue, figure: JSONValue, sets: [Digest], numerics: Int) in
      try Recipe.configIdentity(
        numericsVersion: numerics, experiment: "activations", config: config, figure: figure,
        dataSets: sets)
    }
    let base = try identity(["a": 1, "b": 2], [:], [], 1)
    #expect(try identity(["b": 2, "a": 1], [:], [], 1) == base)
    #expect(try identity(["a": 1, "b": 3], [:], [], 1) != base)
    #expect(try identity(["a": 1, "b": 2], ["theme": "dark"], [], 1) != base)
    #expect(try identity(["a": 1, "b": 2], [:], [digest], 1) != base)
    #expect(try identity(["a": 1, "b": 2], [:], [], 2) != base)
    #expect(
      try Recipe.configIdentity(
        experiment: "training", config: ["a": 1, "b": 2], figure: [:], dataSets: []) != base)
  }

  @Test("a recipe is one line of canonical text and comes back from it")
  func roundTrip() throws {
    let recipe = try sampleRecipe(of: [1], command: "dlplot activations --init 'he,std=0.01' # é")
    let text = try recipe.text()
    #expect(text.hasPrefix(#"{"command":"dlplot activations --init"#))
    #expect(
      text.contains(#""schema":"dlplot-recipe-1","tool":{"name":"dlplot","version":"0.1.0"}}"#))
    #expect(text.utf8.allSatisfy { $0 >= 0x20 })
    let read = try Recipe(text: text)
    // Members come back in canonical order; everything else is equal.
    #expect(read.config.canonicalText == recipe.config.canonicalText)
    #expect(try read.text() == text)
    #expect(read.identities == recipe.identities)
    #expect(read.command == recipe.command)
    #expect(read.dataSets == recipe.dataSets)
  }

  @Test("a recipe of something that was not drawn has no scene and no pixels")
  func undrawn() throws {
    let recipe = try Recipe(
      tool: Recipe.Tool(version: "1"), experiment: "x", config: [:], figure: [:], dataSets: [],
      data: SHA256.digest(of: []), command: "dlplot x")
    #expect(try !recipe.text().contains("pixels"))
    #expect(try Recipe(text: recipe.text()).identities.scene == nil)
  }

  private func message(_ path: [String], _ value: JSONValue?) throws -> String {
    let json = changed(try sampleRecipe(of: [1]).json(), path, to: value)
    do {
      _ = try Recipe(text: json.canonicalText)
      return "accepted"
    } catch {
      return "\(error)"
    }
  }

  @Test(
    "what is not a recipe of ours is refused by name",
    arguments: [
      (
        ["schema"], "dlplot-recipe-9",
        #"unknown recipe schema: "dlplot-recipe-9" ("dlplot-recipe-1")"#
      ),
      (["schema"], 1, "invalid recipe.schema: 1 (a string)"),
      (["schema"], nil, "missing recipe.schema (a string)"),
      (["numericsVersion"], 3, "numerics version 3 cannot be checked here (only version 2)"),
      (["numericsVersion"], "2", #"invalid recipe.numericsVersion: "2" (a whole number)"#),
      (["experiment"], nil, "missing recipe.experiment (a string)"),
      (["threads"], 4, "unknown recipe.threads"),
      (["tool", "verison"], "1", "unknown recipe.tool.verison (did you mean version?)"),
      (
        ["identities", "data"], "12",
        #"invalid recipe.identities.data: "12" (invalid digest: "12" (64 hexadecimal digits))"#
      ),
      (
        ["command"], "a\u{1B}[2J",
        #"invalid command: "a\u001b[2J" (text without control characters)"#
      ),
      (
        ["tool", "name"], "\u{202E}x",
        #"invalid tool name: "\u202ex" (text without control characters)"#
      ),
    ] as [([String], JSONValue?, String)])
  func refused(path: [String], value: JSONValue?, expected: String) throws {
    #expect(try message(path, value) == expected)
  }

  @Test("an altered setting is found out")
  func altered() throws {
    for (path, value) in [
      (["config", "seed"], 8), (["config", "extra"], 1), (["figure", "theme"], "light"),
      (["experiment"], "training"),
    ] as [([String], JSONValue)] {
      #expect(try message(path, value).hasPrefix("altered content: its config identity is "))
    }
    #expect(try message(["config", "seed"], 7) == "accepted")
  }

  @Test("a figure of another numerics version can be looked at")
  func otherNumerics() throws {
    let recipe = try sampleRecipe(of: [1])
    let identity = try Recipe.configIdentity(
      numericsVersion: 3, experiment: recipe.experiment, config: recipe.config,
      figure: recipe.figure, dataSets: recipe.dataSets.map(\.digest))
    var json = changed(try recipe.json(), ["numericsVersion"], to: 3)
    json = changed(json, ["identities", "config"], to: .string(identity.hex))
    #expect(throws: ProvenanceError.otherNumerics(got: 3, expected: 2)) { try Recipe(json: json) }
    #expect(try Recipe(json: json, otherNumerics: .accept).numericsVersion == 3)
  }

  @Test("what canonical JSON cannot hold is refused when a recipe is made")
  func unholdable() throws {
    let make = { (config: JSONValue, command: String) in
      try Recipe(
        tool: Recipe.Tool(version: "1"), experiment: "x", config: config, figure: [:],
        dataSets: [], data: SHA256.digest(of: []), command: command)
    }
    #expect(throws: ProvenanceError.negativeZero(place: "config.layers[1].std")) {
      try make(["layers": [["std": 0], ["std": -0.0]]], "dlplot")
    }
    #expect(throws: ProvenanceError.unprintableText(place: "command", got: "a\nb")) {
      try make([:], "a\nb")
    }
    #expect(throws: Never.self) { try make(["std": 0], "dlplot") }
  }

  @Test("a recipe has a limit of size")
  func limits() throws {
    let error = #expect(throws: JSONParseError.self) {
      try Recipe(text: String(repeating: " ", count: 1 << 20) + "{}")
    }
    #expect(error?.reason == .tooLarge(got: 1 << 20 + 2, limit: 1 << 20))
  }

  @Test("identities part at the first rung that differs")
  func rungs() throws {
    let (a, b) = (try SHA256.digest(of: [1]), try SHA256.digest(of: [2]))
    let base = FigureIdentities(config: a, data: a, scene: a, pixels: a)
    #expect(base.firstDifference(from: base) == nil)
    for (index, rung) in FigureIdentities.Rung.allCases.enumerated() {
      let digests = (0..<4).map { $0 < index ? a : b }
      let other = FigureIdentities(
        config: digests[0], data: digests[1], scene: digests[2], pixels: digests[3])
      #expect(base.firstDifference(from: other) == rung)
    }
    #expect(base.firstDifference(from: FigureIdentities(config: a, data: a)) == nil)
    #expect(base.firstDifference(from: FigureIdentities(config: a, data: a, pixels: b)) == .pixels)
  }
}
