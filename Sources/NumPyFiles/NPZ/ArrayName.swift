/// The rule for names of arrays in an archive, when written and when read.
///
/// In the archive a name gets the ending `.npy`, which NumPy takes off again.
enum ArrayName {
  /// Of the name with its ending.
  static let maximumByteCount = 255
  static let ending = ".npy"

  /// Whether this is the name of a member that can become a file anywhere: no folder, no drive, no
  /// hidden file, nothing invisible.
  static func isValid(_ name: String) -> Bool {
    (1...maximumByteCount).contains(name.utf8.count)
      && !name.hasPrefix(".")
      && name.unicodeScalars.allSatisfy { isVisible($0) && !["/", "\\", ":"].contains($0) }
  }
}
