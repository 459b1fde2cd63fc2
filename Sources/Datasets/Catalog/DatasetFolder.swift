internal import Files

/// Finds the four files of a data set in a folder by their usual names.
enum DatasetFolder {
  /// The files in `folder`, where all four are.
  ///
  /// - Parameters:
  ///   - folder: A folder that is there.
  ///   - name: What the set is called in messages.
  ///   - classCount: Number of classes where it is known.
  /// - Throws: `FileError` for a folder that may not be read, `LocationError.incomplete`.
  static func files(
    in folder: String, name: String, classCount: Int? = nil
  ) throws -> DatasetFiles {
    try FileSystem.checkAccess(toFolder: folder)
    return DatasetFiles(
      name: name, folder: folder, classCount: classCount,
      training: try pair(.training, in: folder), test: try pair(.test, in: folder))
  }

  /// Names of one file without .gz, the usual one first.
  static func candidates(_ part: DatasetPart, _ kind: IDXKind) -> [String] {
    part.prefixes.flatMap { prefix in
      ["-", "."].map { "\(prefix)-\(kind)\($0)idx\(kind.dimensionCount)-ubyte" }
    }
  }

  private static func pair(_ part: DatasetPart, in folder: String) throws -> DatasetFiles.Pair {
    DatasetFiles.Pair(
      images: try file(part, .images, in: folder), labels: try file(part, .labels, in: folder))
  }

  private static func file(
    _ part: DatasetPart, _ kind: IDXKind, in folder: String
  ) throws -> String {
    for name in candidates(part, kind).flatMap({ [$0, $0 + ".gz"] }) {
      let path = Path.join(folder, name)
      if try FileSystem.kind(of: path) != nil {
        return path
      }
    }
    throw LocationError.incomplete(
      LocationError.IncompleteFolder(folder: folder, part: part, kind: kind))
  }
}
