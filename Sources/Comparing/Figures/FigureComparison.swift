internal import Charting
internal import DenseMath
internal import Experiments
package import FigureFiles
internal import Figures
internal import Provenance
internal import Rendering

/// Two figures of ours, compared by what they carry: the rungs of the ladder, and what they state.
package struct FigureComparison: Codable, Equatable, Sendable {
  /// What was asked for: settings and looks that differ.
  package let config: ValueChanges
  /// Whether the numbers have the same identity.
  package let dataAreEqual: Bool
  /// Where the carried numbers differ; nil where one of the figures carries none.
  package let data: ValueChanges?
  /// What the figures state otherwise; nil where `reason` says why it is not known.
  package let facts: [FactChange]?
  package let reason: String?
  /// Whether the same is drawn, coordinate by coordinate; nil where one of them does not say.
  package let sceneIsEqual: Bool?
  /// What is drawn otherwise, part by part; nil where it is the same, or where one of the figures
  /// cannot be drawn from the numbers that it carries.
  package let sceneDifference: String?
  /// Whether the same pixels were written; nil where one of them does not say.
  package let pixelsAreEqual: Bool?
  /// Pictures that are no longer those that were written: "A", "B".
  package let touched: [String]

  /// - Parameter threads: Workers; their number changes the time and nothing else.
  /// - Throws: `ProvenanceError.cryptoFailed`.
  package init(reference: FigureFile, new: FigureFile, threads: Int = 1) throws {
    let (before, after) = (reference.recipe.identities, new.recipe.identities)
    config = ValueChanges(Self.settings(of: reference.recipe), Self.settings(of: new.recipe))
    dataAreEqual = before.data == after.data
    var data: ValueChanges?
    if let first = reference.numbers, let second = new.numbers {
      data = ValueChanges(Self.measured(first), Self.measured(second), limit: 3)
    }
    self.data = data
    sceneIsEqual = Self.areEqual(before.scene, after.scene)
    sceneDifference = sceneIsEqual == false ? Self.sceneDifference(reference, new) : nil
    pixelsAreEqual = Self.areEqual(before.pixels, after.pixels)
    let files = [("A", reference), ("B", new)]
    touched = try Parallel.map(count: files.count, threads: threads) { index throws(any Error) in
      let (name, file) = files[index]
      guard let bitmap = file.bitmap, let pixels = file.recipe.identities.pixels,
        try bitmap.pixelDigest() != pixels
      else { return String?.none }
      return name
    }.compactMap(\.self)
    do {
      facts = try Self.facts(reference, new).all
      reason = nil
    } catch {
      facts = nil
      reason = "\(error)"
    }
  }

  private static func sceneDifference(_ reference: FigureFile, _ new: FigureFile) -> String? {
    guard let first = try? reference.drawnChart(checksPicture: false).scene,
      let second = try? new.drawnChart(checksPicture: false).scene
    else { return nil }
    return SceneDifference(first, second)?.description
      ?? "drawn by different versions of dlplot: this one draws both alike"
  }

  private static func areEqual(_ first: Digest?, _ second: Digest?) -> Bool? {
    guard let first, let second else { return nil }
    return first == second
  }

  /// What decides a figure, settings of the experiment first.
  private static func settings(of recipe: Recipe) -> JSONValue {
    var members = [JSONMember(key: "experiment", value: .string(recipe.experiment))]
    for settings in [recipe.config, recipe.figure] {
      if case .object(let more) = settings { members += more }
    }
    members.append(
      JSONMember(
        key: "data sets",
        value: .array(recipe.dataSets.map { .string("\($0.name) \($0.digest.hex)") })))
    members.append(
      JSONMember(key: "numerics version", value: .number(Double(recipe.numericsVersion))))
    return .object(members)
  }

  /// A result without its config, which is compared by itself.
  private static func measured(_ result: JSONValue) -> JSONValue {
    guard case .object(let members) = result else { return result }
    return .object(members.filter { $0.key != "config" })
  }

  private static func facts(_ reference: FigureFile, _ new: FigureFile) throws -> FactChanges {
    guard reference.recipe.experiment == new.recipe.experiment else {
      throw FigureComparisonError.otherKind
    }
    let kind = try FigureKinds.kind(of: reference.recipe)
    return FactChanges(try facts(kind, reference), try facts(kind, new))
  }

  private static func facts<Shown: Figure>(
    _ kind: Shown.Type, _ file: FigureFile
  ) throws -> [FigureFact] {
    do {
      let config = try JSONValueDecoder(root: "config", unknownKeys: .refuse)
        .decode(Shown.Config.self, from: file.recipe.config)
      try config.validate()
      return Shown(try file.result(of: kind), language: .english).facts
    } catch {
      throw FigureComparisonError.inFile(path: file.path, reason: "\(error)")
    }
  }
}

/// Why it is not known what two figures state otherwise.
enum FigureComparisonError: Error, CustomStringConvertible {
  case otherKind
  /// What is wrong with one of them.
  case inFile(path: String, reason: String)

  var description: String {
    switch self {
    case .otherKind: "figures of two kinds"
    case .inFile(let path, let reason):
      reason.contains(path) ? reason : "\(path): \(reason)"
    }
  }
}
