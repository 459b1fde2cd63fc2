import Figures
package import Provenance
import Rendering

extension FigureCard {
  /// The card as JSON. Its keys:
  ///
  /// - `file`, `format` (`png`, `svg`, `pdf`, `run`): which file, and what it is.
  /// - `title`, `description`, `findings`: the words; the description is the alternative text.
  /// - `command`, `experiment`, `config`, `look`, `dataSets`, `tool`, `numericsVersion`: the recipe.
  /// - `identities`: `config`, `data`, `scene`, `pixels`, as far as the file has them.
  /// - `carriesNumbers`: whether they are there. `facts`: what they state, see `FigureFact`; null
  ///   where they are not there or not those of the recipe.
  /// - `altered`: what was changed since the file was written and shows or says something else, one
  ///   sentence each; empty for nothing.
  /// - `renderer`: `file`, what the file was drawn with (null where it does not say, as an SVG, which
  ///   no library has touched), and `here`, what this program draws with.
  package func json() throws -> JSONValue {
    let recipe = file.recipe
    let renderer: JSONValue = [
      "file": file.source.renderer.map(JSONValue.string) ?? .null,
      "here": .string(RendererProfile.current.description),
    ]
    return [
      "file": .string(file.path),
      "format": .string(file.source.format.rawValue),
      "title": .string(title),
      "description": .string(description),
      "findings": .array(findings.map(JSONValue.string)),
      "command": .string(recipe.command),
      "experiment": .string(recipe.experiment),
      "config": recipe.config,
      "look": recipe.figure,
      "dataSets": .array(
        recipe.dataSets.map { ["name": .string($0.name), "digest": .string($0.digest.hex)] }),
      "tool": ["name": .string(recipe.tool.name), "version": .string(recipe.tool.version)],
      "numericsVersion": .number(Double(recipe.numericsVersion)),
      "identities": .object(
        FigureIdentities.Rung.allCases.compactMap { rung in
          recipe.identities[rung].map { JSONMember(key: rung.rawValue, value: .string($0.hex)) }
        }),
      "carriesNumbers": .bool(file.numbers != nil),
      "facts": facts.map { .array($0.map(\.json)) } ?? .null,
      "altered": .array(alterations.map(JSONValue.string)),
      "renderer": renderer,
    ]
  }
}

extension FigureFact {
  /// `series` is empty for the chart as a whole; `value` is a number, two numbers for a range, or the
  /// word of a verdict; `text` is as the figure writes it.
  fileprivate var json: JSONValue {
    let value: JSONValue =
      switch self.value {
      case .number(let number): .number(number)
      case .range(let lower, let upper): [.number(lower), .number(upper)]
      case .word(let key, _): .string(key)
      }
    return [
      "series": .string(series.key),
      "name": .string(series.name),
      "quantity": .string(quantity.rawValue),
      "value": value,
      "unit": .string(unit.rawValue),
      "text": .string(text),
    ]
  }
}
