package import Files
package import Provenance

/// A data set that cannot be found.
package enum LocationError: DatasetsFailure {
  /// A named set is in none of its places; `closest` is a place that has a part of it.
  case notFound(KnownDataset, lookedIn: [String], closest: IncompleteFolder?)
  /// The text is neither a name nor a folder.
  case unknown(String)
  /// A file, or what else is no folder, in place of a folder.
  case notAFolder(String, got: FileKind)
  /// A folder lacks one of the four files.
  case incomplete(IncompleteFolder)
  /// No set within reach has this identity.
  case noneWithDigest(Digest, lookedAt: [String])

  /// A folder that lacks one of the four files of a data set.
  package struct IncompleteFolder: Equatable, Sendable {
    package let folder: String
    package let part: DatasetPart
    package let kind: IDXKind

    /// The names under which the missing file was looked for.
    package var candidates: [String] { DatasetFolder.candidates(part, kind) }
  }

  private static var names: [String] { KnownDataset.allCases.map(\.rawValue) }

  package var isMachineFault: Bool { false }

  package var description: String {
    switch self {
    case .notFound(let set, let folders, let closest):
      "data set \(set) not found: "
        + (closest.map { "\($0.folder) has no \($0.part) \($0.kind)" }
          ?? "looked in \(folders.joined(separator: ", "))")
        + " (\(set.remedy))"
    case .unknown(let text):
      "invalid --data: \(text) (a folder of IDX files, or one of "
        + Self.names.joined(separator: ", ")
        + (NearestName.nearest(to: text.lowercased(), among: Self.names)
          .map { "; did you mean \($0)?" } ?? "") + ")"
    case .notAFolder(let path, let got):
      "invalid --data: \(path) is \(got.rawValue), expected a folder of IDX files"
    case .incomplete(let missing):
      "\(missing.folder): no \(missing.part) \(missing.kind) "
        + "(\(missing.candidates.joined(separator: ", ")), each also with .gz)"
    case .noneWithDigest(let digest, let names):
      "no data set with digest \(digest) "
        + "(looked at \(names.isEmpty ? "none" : names.joined(separator: ", ")); "
        + "name its folder with --data)"
    }
  }
}
