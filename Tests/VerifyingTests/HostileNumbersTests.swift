import Experiments
import FigureFiles
import Figures
import Mutants
import Provenance
import Testing

/// Numbers that somebody made up, under a recipe that promises them: they are refused, or drawn.
struct HostileNumbersTests {
  private static let extremes: [JSONValue] = [
    .number(0), .number(-1), .number(1), .number(1e9), .number(-1e300), .number(1e308),
    .number(Double.leastNonzeroMagnitude), .number(9_007_199_254_740_991),
    .string("9223372036854775807"),
    .string("-9223372036854775808"), .string("NaN"), .string("Infinity"), .string("-Infinity"),
    .string("\u{1B}[2J"), .null, .array([]), .array([.number(1)]),
  ]

  private struct Visitor: TinyFigures.Visitor {
    typealias Value = (asked: Int, drawn: Int)

    func visit<Shown: Figure>(_ kind: Shown.Type, _ config: Shown.Config) throws -> Value {
      let mutants = try TinyFigures.mutants(kind, config, drawing: Drawing(scale: 0.5))
      let json = try JSONValueEncoder(root: "result").encode(mutants.figure.result)
      var counts = (asked: 0, drawn: 0)
      for place in HostileNumbersTests.places(in: json) {
        for altered in HostileNumbersTests.altered(json, at: place) {
          counts.asked += 1
          guard
            let result = try? JSONValueDecoder(root: "result", unknownKeys: .refuse)
              .decode(Shown.Result.self, from: altered)
          else { continue }
          do {
            try HostileNumbersTests.draw(Shown.self, result, altered, like: mutants.drawn.recipe)
            counts.drawn += 1
          } catch {
            #expect(!"\(error)".contains("\n"))
          }
        }
      }
      return counts
    }
  }

  @Test("no number of a result can crash its figure", arguments: TinyFigures.names)
  func numbers(_ name: String) throws {
    let counts = try TinyFigures.visit(name, Visitor())
    #expect(counts.asked > 100)
    #expect(counts.drawn > 0)
  }

  /// Reads the numbers under a recipe that is right for them, draws them and makes their table.
  private static func draw<Shown: Figure>(
    _ kind: Shown.Type, _ result: Shown.Result, _ json: JSONValue, like recipe: Recipe
  ) throws {
    let promised = try Recipe(
      tool: recipe.tool, experiment: recipe.experiment, config: recipe.config,
      figure: recipe.figure, dataSets: recipe.dataSets, data: try DataDigest.digest(of: result),
      command: recipe.command)
    let file = try FigureFile(
      FigureSource(bytes: RunFile(result: result, recipe: promised).bytes(), path: "run.json"))
    for language in Language.allCases {
      let figure = Shown(try file.result(of: Shown.self), language: language)
      _ = try FigureDrawer(
        drawing: Drawing(language: language, scale: 0.5), fontFiles: [], threads: 1,
        carriesNumbers: false, needsPixels: false
      ).draw(figure, dataSets: [])
      _ = (figure.findings, try figure.table().bytes)
    }
  }

  /// Places in the result but for its config; of a long array the ends and the middle.
  private static func places(in json: JSONValue) -> [[JSONStep]] {
    switch json {
    case .array(let elements):
      let chosen = Set(
        [0, elements.count / 2, elements.count - 1].filter { elements.indices ~= $0 })
      return chosen.sorted().flatMap { index in
        [[.index(index)]] + places(in: elements[index]).map { [.index(index)] + $0 }
      }
    case .object(let members):
      return members.filter { $0.key != "config" }.flatMap { member in
        [[.key(member.key)]] + places(in: member.value).map { [.key(member.key)] + $0 }
      }
    default: return []
    }
  }

  /// The value at a place by each extreme; an array also longer and shorter by one, and all of its
  /// numbers by each.
  private static func altered(_ json: JSONValue, at place: [JSONStep]) -> [JSONValue] {
    let value = place.reduce(json) { part, step in part[step] ?? .null }
    var others = extremes
    if case .array(let elements) = value, let last = elements.last {
      others.append(.array(elements + [last]))
      others.append(.array(elements.dropLast()))
      if case .number = last {
        others += extremes.map { .array([JSONValue](repeating: $0, count: elements.count)) }
      }
    }
    return others.map { HostileConfigTests.replacing(place, in: json, with: $0) }
  }
}
