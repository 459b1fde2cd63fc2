internal import FigureFiles
internal import Provenance
internal import Rendering

/// Where two figures of dlplot differ first in what they were asked for, or in their numbers.
struct ChangedPlace {
  let accepted: [FigureMetadata.Entry]
  let found: [FigureMetadata.Entry]

  /// As in `config.steps is 9, accepted was 6`; nil where the figures carry no word of it.
  func words(rung: String) -> String? {
    switch rung {
    case "config": settings
    case "data": numbers
    default: nil
    }
  }

  private var settings: String? {
    guard let old = Self.recipe(accepted), let new = Self.recipe(found) else { return nil }
    if old.experiment != new.experiment {
      return "the experiment is \(new.experiment), accepted was \(old.experiment)"
    }
    if old.dataSets.map(\.digest) != new.dataSets.map(\.digest) { return "other images" }
    return Self.words(new.config.firstDifference(from: old.config), "config")
      ?? Self.words(new.figure.firstDifference(from: old.figure), "figure")
      ?? (old.numericsVersion == new.numericsVersion
        ? nil
        : "numerics version \(new.numericsVersion), accepted was \(old.numericsVersion)")
  }

  private var numbers: String? {
    guard let old = Self.value(FigureFile.numbersKeyword, accepted),
      let new = Self.value(FigureFile.numbersKeyword, found)
    else { return nil }
    return Self.words(new.firstDifference(from: old), "result")
  }

  private static func words(
    _ place: (path: String, mine: String, theirs: String)?, _ root: String
  ) -> String? {
    guard let place else { return nil }
    let path = place.path.isEmpty || place.path.hasPrefix("[") ? place.path : "." + place.path
    return MessageText.clipped("\(root)\(path)", limit: 100)
      + " is \(MessageText.clipped(place.mine)), accepted was \(MessageText.clipped(place.theirs))"
  }

  private static func recipe(_ texts: [FigureMetadata.Entry]) -> Recipe? {
    texts.first { $0.keyword == FigureFile.recipeKeyword }
      .flatMap { try? Recipe(text: $0.text, otherNumerics: .accept) }
  }

  private static func value(_ keyword: String, _ texts: [FigureMetadata.Entry]) -> JSONValue? {
    texts.first { $0.keyword == keyword }.flatMap { try? JSONValue(parsing: $0.text) }
  }
}
