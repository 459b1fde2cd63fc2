import FigureFiles
import Figures
import Mutants
import Provenance
import Rendering
import Testing
import Verifying

/// Recipes that somebody made up: every field of every config at its extremes.
struct HostileConfigTests {
  /// What is put in the place of each value.
  private static let extremes: [JSONValue] = [
    .number(0), .number(-1), .number(1.5), .number(1e9), .number(-1e9), .number(1e308),
    .number(-1e308), .number(Double.leastNonzeroMagnitude), .number(9_007_199_254_740_991),
    .string("18446744073709551615"), .string("-9223372036854775808"), .string("NaN"),
    .string("Infinity"), .string(""), .string("../../etc/passwd"), .string("; rm -rf /"),
    .string(String(repeating: "a", count: 50_000)), .null, .bool(true), .array([]),
    .array([JSONValue](repeating: .number(4096), count: 10_000)), .object([]),
  ]

  private struct Visitor: TinyFigures.Visitor {
    typealias Value = (asked: Int, refused: Int)

    func visit<Shown: Figure>(_ kind: Shown.Type, _ config: Shown.Config) throws -> Value {
      let json = try JSONValueEncoder(root: "config").encode(config)
      let sets = try TinyFigures.images(Shown.extent(of: config)).map { [$0.set] } ?? []
      var counts = (asked: 0, refused: 0)
      for place in HostileConfigTests.places(in: json) {
        for extreme in HostileConfigTests.extremes {
          let altered = HostileConfigTests.replacing(place, in: json, with: extreme)
          counts.asked += 1
          do {
            // What is within the limits is really trained; there is no picture to agree with.
            _ = try HostileConfigTests.verify(altered, experiment: Shown.experiment, sets)
          } catch {
            counts.refused += 1
            let text = "\(error)"
            #expect(!text.isEmpty && !text.contains("\n"), "\(place): \(text.prefix(500))")
          }
        }
      }
      return counts
    }
  }

  @Test(
    "each field at each extreme is refused in one line, or stays small",
    arguments: TinyFigures.names)
  func fields(_ name: String) throws {
    let counts = try TinyFigures.visit(name, Visitor())
    #expect(counts.asked >= 190)
    // Some extremes are good values: of a seed, of a truth value.
    #expect(counts.refused * 10 > counts.asked * 7)
  }

  @Test("looks, data sets and experiments that nobody draws are refused")
  func others() throws {
    let config: JSONValue = try JSONValueEncoder(root: "config").encode(TinyFigures.trajectories)
    for figure in [
      #"{"language":"en","scale":1e9,"size":[640,400],"theme":"light"}"#,
      #"{"language":"en","scale":"NaN","size":[640,400],"theme":"light"}"#,
      #"{"language":"en","scale":2,"size":[1e9,1e9],"theme":"light"}"#,
      #"{"language":"en","scale":2,"size":[640],"theme":"light"}"#,
      #"{"language":"../en","scale":2,"size":[640,400],"theme":"light"}"#,
      #"{"font":"/etc/passwd","language":"en","scale":2,"size":[640,400],"theme":"light"}"#,
    ] {
      #expect(throws: (any Error).self) {
        try Self.verify(
          config, figure: JSONValue(parsing: figure), experiment: "trajectories", [])
      }
    }
    #expect(throws: FigureFileError.self) {
      try Self.verify(config, experiment: "../trajectories", [])
    }
  }

  @Test("a page that is within its limits in points, but not in pixels, is refused")
  func largePage() throws {
    let mutants = try TinyFigures.mutants(TrajectoriesFigure.self, TinyFigures.trajectories)
    let recipe = mutants.drawn.recipe
    let look: JSONValue = ["language": "en", "scale": 8, "size": [4000, 4000], "theme": "light"]
    let large = try Recipe(
      tool: recipe.tool, experiment: recipe.experiment, config: recipe.config, figure: look,
      dataSets: [], data: recipe.identities.data, scene: recipe.identities.scene, command: "")
    let bytes = try RunFile(result: mutants.figure.result, recipe: large).bytes()
    #expect(throws: RenderError.pageSize(width: 32000, height: 32000)) {
      _ = try TinyFigures.verify(bytes)
    }
  }

  @Test("texts that are too deep, too long, doubled or no JSON are refused before they are read")
  func texts() throws {
    func refuse(_ recipe: String, _ words: String) {
      #expect(throws: (any Error).self, "\(words)") {
        _ = try Verification(source: Self.source(recipe), isQuick: true).run()
      }
    }
    let depth = 100_000
    refuse(
      "{\"config\":" + String(repeating: "[", count: depth)
        + String(repeating: "]", count: depth) + "}", "nested too deeply")
    refuse(String(repeating: " ", count: 2 << 20) + "{}", "bytes")
    refuse(#"{"schema":"dlplot-recipe-1","schema":"dlplot-recipe-1"}"#, "duplicate")
    refuse("{\"config\":1e999}", "no double")
    refuse("{\"schema\":\"dlplot-recipe-2\"}", "schema")
    refuse("nothing", "json")
  }

  @Test("numbers that unpack to very many are refused")
  func manyNumbers() throws {
    let zeros = "[" + String(repeating: "0,", count: 16_000_000) + "0]"
    #expect(throws: JSONParseError.self) {
      _ = try FigureSource(
        bytes: Array("{\"schema\":\"dlplot-run-1\",\"result\":\(zeros)}".utf8), path: "run.json")
    }
  }

  @Test("a figure of other numerics is refused by name, and never called wrong")
  func otherNumerics() throws {
    let recipe = try Self.recipe(
      JSONValueEncoder(root: "config").encode(TinyFigures.trajectories),
      experiment: "trajectories", [])
    let text = try recipe.text()
      .replacing("\"numericsVersion\":\(Recipe.numericsVersion)", with: "\"numericsVersion\":7")
    #expect(throws: ProvenanceError.otherNumerics(got: 7, expected: Recipe.numericsVersion)) {
      _ = try Verification(source: Self.source(text), isQuick: true).run()
    }
  }

  @Test("a config that would train for long is refused with its cost, and a limit lets it pass")
  func work() throws {
    struct Costly: TinyFigures.Visitor {
      typealias Value = Double
      func visit<Shown: Figure>(_ kind: Shown.Type, _ config: Shown.Config) throws -> Double {
        let json = try JSONValueEncoder(root: "config").encode(config)
        let sets = try TinyFigures.images(Shown.extent(of: config)).map { [$0.set] } ?? []
        let source = try HostileConfigTests.source(
          HostileConfigTests.recipe(json, experiment: Shown.experiment, sets).text())
        do {
          _ = try Verification(source: source, data: TinyFigures.digits, limit: 1e-6).run()
          return 0
        } catch VerificationError.tooMuchWork(_, let got, _) {
          _ = try Verification(source: source, data: TinyFigures.digits, limit: got).run()
          return got
        }
      }
    }
    // A study trains nothing: what it costs does not depend on its config.
    for name in TinyFigures.names where name != StudyFigure.experiment {
      let gflop = try TinyFigures.visit(name, Costly())
      #expect(gflop > 0 && gflop < 2)
    }
  }

  // MARK: Made-up files

  /// The paths of all values below the root.
  static func places(in json: JSONValue) -> [[JSONStep]] {
    let inner: [(JSONStep, JSONValue)] =
      switch json {
      case .array(let elements): elements.enumerated().map { (.index($0), $1) }
      case .object(let members): members.map { (.key($0.key), $0.value) }
      default: []
      }
    return inner.flatMap { step, value in [[step]] + places(in: value).map { [step] + $0 } }
  }

  static func replacing(
    _ place: [JSONStep], in json: JSONValue, with value: JSONValue
  ) -> JSONValue {
    guard let step = place.first else { return value }
    let rest = Array(place.dropFirst())
    switch (json, step) {
    case (.array(var elements), .index(let index)):
      elements[index] = replacing(rest, in: elements[index], with: value)
      return .array(elements)
    case (.object(var members), .key(let key)):
      for index in members.indices where members[index].key == key {
        members[index].value = replacing(rest, in: members[index].value, with: value)
      }
      return .object(members)
    default: return json
    }
  }

  static func recipe(
    _ config: JSONValue, figure: JSONValue? = nil, experiment: String, _ sets: [Recipe.DataSet]
  ) throws -> Recipe {
    let nothing = try SHA256.digest(of: [])
    let look: JSONValue = ["language": "en", "scale": 1, "size": [640, 400], "theme": "light"]
    return try Recipe(
      tool: Recipe.Tool(version: "0"), experiment: experiment, config: config,
      figure: figure ?? look, dataSets: sets, data: nothing, scene: nothing, pixels: nothing,
      command: "rm -rf /")
  }

  /// A PNG of one pixel with a recipe.
  static func source(_ recipe: String) throws -> FigureSource {
    let bytes = try Bitmap(width: 1, height: 1, rgba: [0, 0, 0, 255]).png(
      metadata: FigureMetadata(entries: [
        FigureMetadata.Entry(keyword: FigureFile.recipeKeyword, text: recipe)
      ]))
    return try FigureSource(bytes: bytes, path: "hostile.png")
  }

  @discardableResult
  static func verify(
    _ config: JSONValue, figure: JSONValue? = nil, experiment: String, _ sets: [Recipe.DataSet]
  ) throws -> VerificationReport {
    let recipe = try recipe(config, figure: figure, experiment: experiment, sets)
    return try Verification(
      source: source(recipe.text()), data: sets.isEmpty ? nil : TinyFigures.digits, limit: 0.5
    ).run()
  }
}
