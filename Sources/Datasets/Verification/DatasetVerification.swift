package import Provenance

/// What checking the files of a data set found.
package struct DatasetVerification: Equatable, Sendable {
  /// What a file was compared with.
  package enum Reference: String, Sendable {
    case checksumList = "SHA256SUMS"
    case publishedFile = "the published file"
    case publishedContent = "the published content"
  }

  package enum Verdict: Equatable, Sendable {
    case matches(Reference)
    case differs(from: Reference, expected: String)
    /// Nothing to compare it with.
    case noReference
    /// It is listed in SHA256SUMS but cannot be read.
    case unreadable(String)
  }

  /// One file.
  package struct FileCheck: Equatable, Sendable {
    package let name: String
    /// SHA-256 in hexadecimal, of the file or, compared by content, of what it unfolds to; empty
    /// where it cannot be read.
    package let sha256: String
    package let verdict: Verdict

    package var isCorrect: Bool {
      switch verdict {
      case .matches, .noReference: true
      case .differs, .unreadable: false
      }
    }
  }

  /// All files decoded together.
  package enum Content: Equatable, Sendable {
    case decoded(DatasetSummary)
    /// It decodes, but is not the set of that name.
    case unexpected(DatasetSummary, expected: String)
    case undecodable(String)
  }

  package let name: String
  package let folder: String
  package let files: [FileCheck]
  package let content: Content

  /// True where nothing is wrong.
  package var isCorrect: Bool {
    guard case .decoded = content else { return false }
    return files.allSatisfy(\.isCorrect)
  }
}

/// What a data set is, in numbers.
package struct DatasetSummary: Equatable, Sendable {
  package let trainingCount: Int
  package let testCount: Int
  package let shape: ImageSet.Shape
  package let classCount: Int
  /// The identity of the whole set.
  package let digest: Digest

  /// - Throws: `ProvenanceError.cryptoFailed`.
  package init(of dataset: Dataset) throws(ProvenanceError) {
    trainingCount = dataset.training.count
    testCount = dataset.test.count
    shape = dataset.training.shape
    classCount = dataset.training.classCount
    digest = try dataset.digest()
  }
}
