/// The two halves of a data set.
package enum DatasetPart: String, CaseIterable, Sendable {
  case training
  case test

  /// How the names of the part's files start, the usual one first.
  var prefixes: [String] {
    switch self {
    case .training: ["train"]
    case .test: ["t10k", "test"]
    }
  }
}

/// Where the four files of a data set are.
package struct DatasetFiles: Equatable, Sendable {
  /// The images and labels of one part.
  package struct Pair: Equatable, Sendable {
    package let images: String
    package let labels: String

    package init(images: String, labels: String) {
      self.images = images
      self.labels = labels
    }
  }

  /// What the set was asked for by: a name or a folder. For messages; results carry a digest.
  package let name: String
  /// The folder that holds the files.
  package let folder: String
  /// Number of classes where it is known beforehand.
  package let classCount: Int?
  package let training: Pair
  package let test: Pair

  package init(
    name: String, folder: String, classCount: Int? = nil, training: Pair, test: Pair
  ) {
    self.classCount = classCount
    self.name = name
    self.folder = folder
    self.training = training
    self.test = test
  }

  /// The four paths, each with its part and kind: training before test, images before labels.
  package var all: [(part: DatasetPart, kind: IDXKind, path: String)] {
    [
      (.training, .images, training.images), (.training, .labels, training.labels),
      (.test, .images, test.images), (.test, .labels, test.labels),
    ]
  }
}
