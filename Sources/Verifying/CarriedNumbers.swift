import FigureFiles
import Figures
import Provenance

/// The numbers that a file carries.
enum CarriedNumbers<Shown: Figure> {
  /// Those of the recipe.
  case right(Shown.Result)
  /// Others, as far as they can be read.
  case altered(Shown.Result?)
  case none

  init(_ file: FigureFile) {
    guard file.numbers != nil else {
      self = .none
      return
    }
    do {
      self = .right(try file.result(of: Shown.self))
    } catch {
      self = .altered(try? file.uncheckedResult(of: Shown.self))
    }
  }
}
