internal import Files
internal import Rendering

/// Where accepted pictures stand, as in checkouts of what was accepted.
struct ReferenceFolders: Sendable {
  /// The first that has the accepted picture counts; at least one.
  let paths: [String]

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
    var reasons: [String] = []
    for path in paths {
      let place = Path.join(path, accepted.path)
      do {
        let file = try FigureFacts.read(place)
        let isAccepted =
          file.facts.pixels.map(accepted.accepts) ?? (file.facts.drawing == accepted.drawing)
        if isAccepted { return .picture(Picture(source: .file(place), bitmap: file.bitmap)) }
        reasons.append("\(place) is not the accepted one")
      } catch let error as UnsoundFigure {
        reasons.append("\(place): \(error)")
      }
    }
    return .none(reason: "no reference picture (\(reasons.joined(separator: "; ")))")
  }
}
