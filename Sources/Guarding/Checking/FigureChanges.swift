internal import Comparing
internal import FigureFiles
internal import Provenance
internal import Rendering

/// What differs between two figures of dlplot, in the words of `dlplot compare`.
enum FigureChanges {
  /// As in `config: steps 6 -> 9`; empty where one of them is no figure that can be read.
  static func lines(from reference: PictureSource, to new: PictureSource) -> [String] {
    guard let old = file(reference), let new = file(new),
      let comparison = try? FigureComparison(reference: old, new: new)
    else { return [] }
    return comparison.lines.filter { $0.name != "figures" }.map { "\($0.name): \($0.text)" }
  }

  private static func file(_ source: PictureSource) -> FigureFile? {
    switch source {
    case .file(let path): try? FigureFile(path: path, otherNumerics: .accept)
    case .bytes(let bytes):
      (try? DecodedPNG(bytes: bytes, path: "")).flatMap {
        try? FigureFile(png: $0, path: "", otherNumerics: .accept)
      }
    }
  }
}
