/// Why a study cannot be gone on with.
package enum SearchFileError: Error, Equatable, CustomStringConvertible {
  /// A study that another program made.
  case foreignStudy(path: String, name: String)
  /// The study of a search with another config.
  case otherSearch(path: String, place: String, got: String, wanted: String)
  /// A trial without something that every trial of a search has.
  case incompleteTrial(path: String, number: Int, what: String)
  /// A trial that does not follow on those before it.
  case missingTrial(path: String, number: Int, got: Int, wanted: Int)

  package var isMachineFault: Bool { false }

  package var description: String {
    switch self {
    case .foreignStudy(let path, let name):
      "the study \(name) in \(path) was made by another program (name another by --study-name)"
    case .otherSearch(let path, let place, let got, let wanted):
      "\(path) is of another search: its \(place) is \(got), asked for is \(wanted)"
    case .incompleteTrial(let path, let number, let what):
      "trial \(number) in \(path) has no \(what)"
    case .missingTrial(let path, let number, let got, let wanted):
      "trial \(number) in \(path) is number \(got) of the search, but \(wanted) is missing"
    }
  }
}
