import Datasets
import Files

/// `--data` of a check: a name or a folder of images, or the file of a study.
enum DataOption {
  /// The files that it names, whether or not a figure will need them.
  ///
  /// - Throws: `LocationError` or `FileError` where there is nothing of that name.
  static func files(_ data: String?) throws -> [String] {
    guard let data else { return [] }
    return switch try FileSystem.kind(of: data) {
    case nil, .folder: try DatasetLocator().locate(data).all.map(\.path)
    case .file, .other: [data]
    }
  }
}
