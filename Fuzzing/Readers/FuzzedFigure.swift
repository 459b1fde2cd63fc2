import Charting
import Experiments
import FigureFiles
import Figures
import Provenance

/// Configs and numbers of figures that the fuzzer made up.
enum FuzzedFigure {
  /// Reads a JSON as the config of each experiment.
  static func readConfigs(_ json: JSONValue) {
    for kind in FigureKinds.all { readConfig(kind, json) }
  }

  private static func readConfig<Shown: Figure>(_ kind: Shown.Type, _ json: JSONValue) {
    guard
      let config = try? JSONValueDecoder(root: "config", unknownKeys: .refuse)
        .decode(Shown.Config.self, from: json), (try? config.validate()) != nil
    else { return }
    let source = ImageSource(
      name: "mnist5k", inputs: 784, classes: 10, images: 4000, testImages: 1000)
    precondition(config.work(on: source) >= 0, "work of a valid config")
  }

  /// Reads the numbers of a file as its kind of figure.
  static func readNumbers(_ file: FigureFile) {
    guard let kind = try? FigureKinds.kind(of: file.recipe) else { return }
    func read<Shown: Figure>(_ kind: Shown.Type) { _ = try? file.result(of: kind) }
    read(kind)
  }

  /// Draws a result, as each kind of figure that it can be.
  static func draw(_ json: JSONValue) {
    for kind in FigureKinds.all { draw(kind, json) }
  }

  private static func draw<Shown: Figure>(_ kind: Shown.Type, _ json: JSONValue) {
    guard
      let result = try? JSONValueDecoder(root: "result", unknownKeys: .refuse)
        .decode(Shown.Result.self, from: json),
      (try? result.config.validate()) != nil, (try? result.validate()) != nil
    else { return }
    for language in Language.allCases { draw(Shown(result, language: language), language) }
  }

  /// Draws a figure, and takes down all that it says.
  static func draw(_ figure: some Figure, _ language: Language) {
    _ = try? FigureDrawer(
      drawing: Drawing(language: language, scale: 0.5), fontFiles: [], threads: 1,
      carriesNumbers: false, needsPixels: false
    ).draw(figure, dataSets: [])
    _ = (figure.findings, figure.facts, figure.alternativeText, try? figure.table().bytes)
  }
}
