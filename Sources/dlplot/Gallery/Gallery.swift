/// The figures that `dlplot figures` draws, from gallery.txt beside this file.
enum Gallery {
  struct Entry: Equatable, Sendable {
    /// Name of the file.
    let file: String
    /// Arguments of dlplot.
    let arguments: [String]
  }

  /// The list as it is written.
  static var text: String { String(decoding: PackageResources.gallery_txt, as: UTF8.self) }

  static var entries: [Entry] {
    text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      return words.isEmpty ? nil : Entry(file: words[0], arguments: Array(words.dropFirst()))
    }
  }
}
