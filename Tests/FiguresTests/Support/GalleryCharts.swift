import Charting
import Figures
import Foundation
import Provenance
import Rendering

/// The charts of the figures that stand in `figures/`, made from the numbers that they carry.
struct GalleryCharts {
  static let kinds: [any Figure.Type] = [
    ActivationsFigure.self, TrajectoriesFigure.self, OptimizersFigure.self,
    InitializersFigure.self, BatchNormFigure.self, OverfitFigure.self, LayersFigure.self,
    TrainFigure.self, SearchFigure.self, StudyFigure.self,
  ]

  struct Entry {
    var experiment: String
    /// The chart as `dlplot` draws it, with its command in small print.
    var chart: Chart
    var defaultSize: Size
  }

  enum Failure: Error {
    case noRecipe
    case unknownKind(String)
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("figures")

  /// The files that `figures/identities.txt` lists.
  static func files() throws -> [String] {
    var files: [String] = []
    let text = try String(
      contentsOf: folder.appendingPathComponent("identities.txt"), encoding: .utf8)
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let name = line.split(separator: " ").first.map(String.init) ?? ""
      if !name.isEmpty && files.last != name { files.append(name) }
    }
    return files
  }

  static func entry(_ file: String, language: Language) throws -> Entry {
    let path = folder.appendingPathComponent(file).path
    let png = try DecodedPNG(
      bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))), path: path)
    guard let recipe = png.text("dlplot"), let numbers = png.text("dlplot-numbers"),
      case .object(let members) = try JSONValue(parsing: recipe, limits: JSONLimits()),
      case .string(let experiment)? = members.first(where: { $0.key == "experiment" })?.value
    else { throw Failure.noRecipe }
    guard let kind = kinds.first(where: { $0.experiment == experiment }) else {
      throw Failure.unknownKind(experiment)
    }
    let result = try JSONValue(parsing: numbers, limits: JSONLimits())
    return try entry(kind, result: result, language: language)
  }

  private static func entry<Shown: Figure>(
    _ kind: Shown.Type, result: JSONValue, language: Language
  ) throws -> Entry {
    let decoder = JSONValueDecoder(root: "result", unknownKeys: .refuse)
    let figure = Shown(try decoder.decode(Shown.Result.self, from: result), language: language)
    var chart = figure.chart
    chart.notes.append((["dlplot"] + figure.arguments).joined(separator: " "))
    return Entry(experiment: Shown.experiment, chart: chart, defaultSize: figure.defaultSize)
  }
}
