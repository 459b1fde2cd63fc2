import Comparing
import FigureFiles
import Provenance

/// A config that is not the one of its identity: what of it was altered, as far as it shows.
///
/// The carried numbers hold the config that they were made from.
struct AlteredConfig: CustomStringConvertible {
  let description: String

  /// Characters up to which two configs are compared.
  private static let longest = 100_000

  init(_ source: FigureSource) {
    let verdict = "the config is not the one that the figure was made from"
    guard let config = source.recipe?["config"], let made = source.numbers?["config"],
      config.canonicalBytes.count + made.canonicalBytes.count <= Self.longest,
      let difference = TreeDifference(config, made),
      case .values(let here, let there) = difference.first
    else {
      description = verdict
      return
    }
    description =
      "\(verdict): \(Self.name(of: difference.path)) is \(Self.text(here)), "
      + "its numbers were made with \(Self.text(there))"
  }

  private static func name(of path: [JSONStep]) -> String {
    path.reduce("config") { text, step in
      switch step {
      case .key(let key): text + "." + (MessageText.isPrintable(key) ? key : "?")
      case .index(let index): text + "[\(index)]"
      }
    }
  }

  private static func text(_ value: JSONValue) -> String {
    if case .string(let text) = value { return MessageText.quoted(text, limit: 40) }
    return MessageText.clipped(value.canonicalText)
  }
}
