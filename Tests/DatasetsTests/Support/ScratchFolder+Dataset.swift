extension ScratchFolder {
  /// Writes the small data set of `Sample.files` into `folder`, each file under the name that
  /// `rename` gives it, and returns the path of the folder.
  @discardableResult
  func writeDataset(
    to folder: String, compressed: Bool = false, rename: (String) -> String = { $0 }
  ) -> String {
    for (name, bytes) in Sample.files {
      let target = "\(folder)/\(rename(name))"
      if compressed {
        write(Gzip.stored(bytes, name: name), to: target + ".gz")
      } else {
        write(bytes, to: target)
      }
    }
    return "\(path)/\(folder)"
  }
}
