/// The data sets that have a name.
package enum KnownDataset: String, CaseIterable, Sendable, CustomStringConvertible {
  /// 5,000 MNIST digits that come with the program.
  case mnist5k
  /// The 70,000 digits of MNIST.
  case mnist
  /// The 70,000 articles of clothing of Fashion-MNIST.
  case fashion

  /// The set that commands use unless another is asked for.
  package static let standard = KnownDataset.mnist5k

  package var description: String { rawValue }

  /// Number of classes.
  package var classCount: Int { 10 }

  /// Folders outside of the program's own where a package manager puts the set.
  var systemFolders: [String] {
    switch self {
    case .mnist5k, .mnist: []
    // Debian's package dataset-fashion-mnist.
    case .fashion: ["/usr/share/datasets/fashion-mnist"]
    }
  }

  /// How to get the set, as a part of a message.
  package var remedy: String {
    switch self {
    case .mnist5k: "set DLPLOT_DATA to the folder that holds mnist5k, or install dlplot again"
    case .mnist: "get it with: dlplot data fetch mnist"
    case .fashion:
      "get it with: apt-get install dataset-fashion-mnist, or: dlplot data fetch fashion"
    }
  }

  /// The set with this identity, 64 lower-case hexadecimal digits.
  package init?(digest: String) {
    guard let match = Self.allCases.first(where: { $0.digest == digest }) else { return nil }
    self = match
  }

  /// The identity of the whole set in hexadecimal, see `ContentDigest`: it follows from the
  /// `contentDigest` of each of its `publishedFiles`.
  package var digest: String {
    switch self {
    case .mnist5k: "5c0f47ff300bd0daa386ce4947175e24e4d8c3bc5c4a3f3f367d2719fd5c69d5"
    case .mnist: "d0a3eec1f5a454401d758fdbf15b9b0163a7034963586d671960c180b97e2c1a"
    case .fashion: "5cf0562c46b89a77940b86f40a9a4325e7bed59d53ec555c4d14f0bed41ca53a"
    }
  }
}
