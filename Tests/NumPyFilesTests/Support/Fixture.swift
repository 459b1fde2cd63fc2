import Files
import NumPyFiles

/// The files that NumPy made, see `Fixtures/make_fixtures.py`.
enum Fixture {
  static let folder = Path.join(
    Path.parent(of: Path.parent(of: #filePath)), "Fixtures")

  static func path(_ name: String) -> String { Path.join(folder, name) }

  static func bytes(_ name: String) throws -> [UInt8] { try InputFile.read(path(name)) }

  /// An array by the name of its file without the ending.
  static func array(_ name: String) throws -> NPYArray {
    try NPYArray(bytes: bytes(name + ".npy"), file: name)
  }
}

/// The line of the error that `body` throws; nil where it throws none.
func message(_ body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch {
    return "\(error)"
  }
}
