internal import Files
internal import Rendering

/// Where accepted pictures stand, as in a checkout of what was accepted.
struct ReferenceFolder: Sendable {
  let path: String

  /// A picture that was accepted.
  struct Picture: Sendable {
    var source: PictureSource
    var bitmap: Bitmap?
  }

  /// What is found for a figure.
  enum Finding: Sendable {
    case picture(Picture)
    /// Nothing to compare with, and why.
    case none(reason: String)
  }

  /// The accepted picture of a figure: that of its path, if that is one of those accepted.
  ///
  /// - Throws: what the machine is to blame for.
  func picture(of accepted: GuardedFigure) throws -> Finding {
    let place = Path.join(path, accepted.path)
    let file: FigureFacts.File
    do {
      file = try FigureFacts.read(place)
    } catch let error as UnsoundFigure {
      return .none(reason: "no reference picture (\(place): \(error))")
    }
    let isAccepted =
      file.facts.pixels.map(accepted.accepts) ?? (file.facts.drawing == accepted.drawing)
    guard isAccepted else {
      return .none(reason: "no reference picture (\(place) is not the accepted one)")
    }
    return .picture(Picture(source: .file(place), bitmap: file.bitmap))
  }
}
