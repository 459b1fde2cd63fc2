import Experiments
import NeuralNet

extension OptionValue {
  /// The optimizer of a text; of an unknown name the nearest one is told.
  static func optimizer(
    _ text: String, convention: Convention = .standard
  ) throws -> Optimizer {
    do {
      return try Optimizer(name: text, convention: convention)
    } catch {
      guard case .unknownName(let name) = error else { throw error }
      throw unknown(name, kind: "optimizer", among: Optimizer.choices)
    }
  }

  /// The optimizer of a text for a surface, which sets the rate where the text has none.
  static func optimizer(_ text: String, on surface: Surface) throws -> Optimizer {
    let optimizer = try optimizer(text)
    return Optimizer.namesRate(text)
      ? optimizer : optimizer.with(rate: surface.lessonRate(of: optimizer.kind))
  }

  /// The initializer of a text; of an unknown name the nearest one is told.
  static func initializer(_ text: String) throws -> Initializer {
    do {
      return try Initializer(name: text)
    } catch {
      guard case .unknownName(let name) = error else { throw error }
      throw unknown(name, kind: "initializer", among: Initializer.choices)
    }
  }

  private static func unknown(_ name: String, kind: String, among choices: String) -> UsageError {
    let names = choices.split(separator: ", ").map(String.init)
    return .unknown(kind, name: name, allowed: choices + hint(for: name, among: names))
  }
}
