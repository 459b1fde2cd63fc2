import FigureFiles
import Provenance
import Rendering

/// A reader that is fed with whatever the fuzzer makes up. What it throws is fine; a trap, a report
/// of the sanitizer or a property that does not hold is not.
enum FuzzTarget: String, CaseIterable {
  case png, picture, svg, pdf, recipe, run, study

  func read(_ bytes: [UInt8]) {
    switch self {
    case .png: readPNG(bytes)
    case .picture: FuzzedPicture.compare(png: RepairedPNG.bytes(of: bytes) ?? bytes)
    case .svg: readSVG(bytes)
    case .pdf: readPDF(bytes)
    case .recipe: readRecipe(bytes)
    case .run: readRun(bytes)
    case .study: FuzzedStudy.read(bytes)
    }
  }

  private func readPNG(_ bytes: [UInt8]) {
    readAny(bytes, "fuzz.png")
    // A checksum stops nearly every mutation at the door: with right ones the rest is read too.
    guard let repaired = RepairedPNG.bytes(of: bytes) else { return }
    readAny(repaired, "fuzz.png")
  }

  private func readSVG(_ bytes: [UInt8]) {
    readAny(bytes, "fuzz.svg")
    precondition(
      !SVGMetadata.isStripped(bytes) || SVGMetadata.read(bytes) == nil, "stripped and there")
    FuzzedPicture.compare(svg: bytes)
    for entry in SVGMetadata.read(bytes)?.entries ?? []
    where entry.keyword == FigureFile.recipeKeyword {
      _ = try? Recipe(text: entry.text)
    }
  }

  private func readPDF(_ bytes: [UInt8]) {
    readAny(bytes, "fuzz.pdf")
    precondition(
      !PDFMetadata.isStripped(bytes) || (try? PDFMetadata.read(bytes)) == nil,
      "stripped and there")
    FuzzedPicture.compare(pdf: bytes)
  }

  /// Reads a figure as every command does, and as a guarded folder.
  private func readAny(_ bytes: [UInt8], _ path: String) {
    if let file = try? FigureFile(FigureSource(bytes: bytes, path: path)) {
      _ = FigureCard(file: file, statesFacts: false).text
    }
    FuzzedPicture.readFacts(bytes, path)
  }

  private func readRecipe(_ bytes: [UInt8]) {
    guard let json = try? JSONValue(parsing: bytes, limits: Recipe.limits) else { return }
    // What is read can be written, and reads as the same.
    let text = json.canonicalText
    guard let again = try? JSONValue(parsing: text), again.canonicalText == text else {
      preconditionFailure("canonical text does not come back")
    }
    _ = try? Recipe(json: json)
    FuzzedFigure.readConfigs(json)
    if let config = json["config"] { FuzzedFigure.readConfigs(config) }
  }

  private func readRun(_ bytes: [UInt8]) {
    _ = try? RunFile(bytes: bytes)
    if let file = try? FigureFile(FigureSource(bytes: bytes, path: "fuzz.json")) {
      FuzzedFigure.readNumbers(file)
    }
    if let parts = try? RunFile.Parts(bytes: bytes) { FuzzedFigure.draw(parts.result) }
  }
}
