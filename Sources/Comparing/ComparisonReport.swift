internal import FigureFiles
internal import Provenance
package import Rendering

/// All that is said of two PNGs: their pictures, and what they carry where both are figures of ours.
package struct ComparisonReport: Encodable, Equatable, Sendable {
  package let verdict: PictureComparison.Verdict
  /// Whether differences that a reader cannot see count; else the tolerance of `picture` decides.
  package let isExact: Bool
  package let referencePath: String
  package let newPath: String
  package let picture: PictureComparison
  /// nil unless both are figures of ours.
  package let figures: FigureComparison?
  /// Why a figure of ours says nothing: its recipe was altered, or only one of the two is one.
  package let notes: [String]

  /// - Parameters:
  ///   - tolerance: nil where every difference counts.
  ///   - threads: Workers; their number changes the time and nothing else.
  /// - Throws: `ProvenanceError.cryptoFailed`.
  package init(
    reference: (path: String, png: DecodedPNG), new: (path: String, png: DecodedPNG),
    tolerance: Tolerance?, threads: Int
  ) throws {
    (referencePath, newPath) = (reference.path, new.path)
    isExact = tolerance == nil
    picture = PictureComparison(
      reference: reference.png.bitmap, new: new.png.bitmap, tolerance: tolerance ?? .unseen,
      threads: threads)
    verdict = isExact && picture.verdict == .within ? .different : picture.verdict
    var notes: [String] = []
    var files: [FigureFile] = []
    var count = 0
    for (name, file) in [("A", reference), ("B", new)] {
      do {
        files.append(
          try FigureFile(png: file.png, path: file.path, otherNumerics: .accept))
        count += 1
      } catch FigureFileError.noRecipe {
        continue
      } catch {
        count += 1
        let reason = "\(error)"
        notes.append("\(name): " + (reason.contains(file.path) ? "" : "\(file.path): ") + reason)
      }
    }
    if count == 1 && files.count == 1 {
      notes.append("only \(files[0].path == reference.path ? "A" : "B") carries a recipe")
    }
    self.notes = notes
    figures =
      files.count == 2
      ? try FigureComparison(reference: files[0], new: files[1], threads: threads) : nil
  }
}

extension ComparisonReport {
  private static let width = 12

  /// The verdict on the first line, then what differs.
  package var text: String {
    let lines = picture.lines + (figures?.lines ?? []) + notes.map { ("figures", $0) }
    return ([headline] + lines.map(Self.line)).joined(separator: "\n")
  }

  private var headline: String {
    switch verdict {
    case .equal: "equal: \(picture.summary), every pixel the same"
    case .within: "within tolerance: \(picture.summary)"
    case .different:
      "different: \(picture.summary)"
        + (picture.verdict == .within ? "; --tolerance unseen passes it" : "")
    }
  }

  private static func line(_ name: String, _ text: String) -> String {
    name + String(repeating: " ", count: max(1, width - name.count)) + text
  }
}
