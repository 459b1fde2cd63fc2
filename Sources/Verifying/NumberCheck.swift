import FigureFiles
import Figures
import Provenance

/// Compares the numbers that a file carries, and those that come out anew, with the data identity.
struct NumberCheck<Shown: Figure> {
  let file: FigureFile
  let carried: CarriedNumbers<Shown>
  /// nil where nothing was made anew.
  let made: Shown.Result?
  /// Why nothing could be made anew from what the file carries.
  var trouble: String?

  /// - Throws: `JSONCodingError`, `ProvenanceError`.
  func rungs() throws -> [VerificationReport.Rung] {
    if let made { return [try carriedRung(), try dataRung(made)] }
    guard let trouble else {
      return [try carriedRung(), .init(.data, .skipped, "--quick runs nothing again")]
    }
    switch carried {
    // Numbers that were the figure's from the start are wrong themselves, and where there are none
    // whoever asks named others.
    case .right: return [try carriedRung(), .init(.data, .differs, trouble)]
    case .none where file.recipe.carriesNumbers != true:
      return [try carriedRung(), .init(.data, .differs, trouble)]
    case .none, .altered: return [try carriedRung(), .init(.data, .skipped, trouble)]
    }
  }

  /// The numbers that the figure was drawn from; nil where they are nowhere.
  var drawable: Shown.Result? {
    if case .right(let result) = carried { return result }
    return isMadeRight ? made : nil
  }

  /// What came out anew where it is not what the figure was drawn from.
  var other: Shown.Result? {
    if case .right = carried, !isMadeRight { return made }
    return nil
  }

  private var isMadeRight: Bool {
    guard let made, let data = try? DataDigest.digest(of: made) else { return false }
    return data == file.recipe.identities.data
  }

  private func carriedRung() throws -> VerificationReport.Rung {
    switch carried {
    case .right: return .init(.numbers, .equal)
    case .none:
      switch file.recipe.carriesNumbers {
      case true?:
        return .init(
          .numbers, .differs, "they were stripped: by its recipe the figure carries them")
      case false?: return .init(.numbers, .skipped, "left out by --public")
      case nil:
        return .init(.numbers, .skipped, "there are none; left out by --public, or stripped")
      }
    case .altered(let result):
      let verdict = "the carried numbers are not those that the figure was drawn from"
      guard let made, let result, isMadeRight else { return .init(.numbers, .differs, verdict) }
      return .init(
        .numbers, .differs,
        "altered: \(try NumberDifference(made: made, carried: result).description)")
    }
  }

  private func dataRung(_ made: Shown.Result) throws -> VerificationReport.Rung {
    if isMadeRight { return .init(.data, .equal) }
    guard case .right(let result) = carried else {
      return .init(
        .data, .differs, "other numbers come out, and the right ones are not in the file")
    }
    return .init(
      .data, .differs, try NumberDifference(made: made, carried: result).description)
  }
}
