/// A file of a named data set as its authors publish it.
package struct PublishedFile: Equatable, Sendable {
  package let part: DatasetPart
  package let kind: IDXKind
  /// Size of the .gz file in bytes.
  package let byteCount: Int
  /// MD5 of the .gz file in hexadecimal; nil where none is published.
  package let md5: String?
  /// SHA-256 of the .gz file in hexadecimal.
  package let sha256: String
  /// SHA-256 of the decompressed file in hexadecimal.
  package let contentDigest: String

  /// Name of the .gz file.
  package var name: String { ContentDigest.fileName(part, kind) + ".gz" }

  package init(
    _ part: DatasetPart, _ kind: IDXKind, byteCount: Int, md5: String?, sha256: String,
    contentDigest: String
  ) {
    self.part = part
    self.kind = kind
    self.byteCount = byteCount
    self.md5 = md5
    self.sha256 = sha256
    self.contentDigest = contentDigest
  }
}

extension KnownDataset {
  /// The four files in the order training images, training labels, test images, test labels.
  ///
  /// - Source: MD5 from torchvision's `datasets/mnist.py`, sizes and SHA-256 of the full sets from
  ///   TensorFlow Datasets' `url_checksums`; for mnist5k `data/mnist5k/SHA256SUMS`.
  package var publishedFiles: [PublishedFile] {
    switch self {
    case .mnist5k: Self.mnist5kFiles
    case .mnist: Self.mnistFiles
    case .fashion: Self.fashionFiles
    }
  }

  /// Base addresses that the files can be downloaded from, in order of preference.
  package var mirrors: [String] {
    switch self {
    case .mnist5k: []
    case .mnist:
      [
        "https://ossci-datasets.s3.amazonaws.com/mnist/",
        "https://storage.googleapis.com/cvdf-datasets/mnist/",
      ]
    // As the authors give it. It has no TLS; the checksums stand in for that.
    case .fashion: ["http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"]
    }
  }

  private static let mnist5kFiles = [
    PublishedFile(
      .training, .images, byteCount: 653_757, md5: nil,
      sha256: "7c2ce6cf45f0e8db075d5c9834458d96b6775a171c9a0d7fb395f81bf207c779",
      contentDigest: "760fa3d165e4cb02da6cdb721324616b448c8bd988ca09e39a048aa3ac9f2ea4"),
    PublishedFile(
      .training, .labels, byteCount: 2066, md5: nil,
      sha256: "fcc1dae0e0e5ddd103315064e8735454dc18a0036853f780e71d73d03919c8b1",
      contentDigest: "c9f4455ca88cbd1c6405e12197b66b565f4712e66a5ca573d8adb2d871c6cd7a"),
    PublishedFile(
      .test, .images, byteCount: 161_425, md5: nil,
      sha256: "8175e6e67db459736cdcbf6c666db54b2387ed2edc4c77a1109340b0193af071",
      contentDigest: "04eb69069dd02097194f17e58ba7ee1e4c8038bebf3d6f6f02b7543930f36a21"),
    PublishedFile(
      .test, .labels, byteCount: 523, md5: nil,
      sha256: "073a31ea32e703047016ac038d73650cf138ef09efdc5b1831bb175694438a21",
      contentDigest: "7650af4be1361669960fdb7f224d24020ca2f520a5f8e9c10c00f939974e1854"),
  ]

  private static let mnistFiles = [
    PublishedFile(
      .training, .images, byteCount: 9_912_422, md5: "f68b3c2dcbeaaa9fbdd348bbdeb94873",
      sha256: "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
      contentDigest: "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
    PublishedFile(
      .training, .labels, byteCount: 28_881, md5: "d53e105ee54ea40749a09fcbcd1e9432",
      sha256: "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
      contentDigest: "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
    PublishedFile(
      .test, .images, byteCount: 1_648_877, md5: "9fb629c4189551a2d022fa330f9573f3",
      sha256: "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
      contentDigest: "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
    PublishedFile(
      .test, .labels, byteCount: 4542, md5: "ec29112dd5afa0611ce80d1b7f02629c",
      sha256: "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
      contentDigest: "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
  ]

  private static let fashionFiles = [
    PublishedFile(
      .training, .images, byteCount: 26_421_880, md5: "8d4fb7e6c68d591d4c3dfef9ec88bf0d",
      sha256: "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
      contentDigest: "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888"),
    PublishedFile(
      .training, .labels, byteCount: 29_515, md5: "25c81989df183df01b3e8a0aad5dffbe",
      sha256: "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
      contentDigest: "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9"),
    PublishedFile(
      .test, .images, byteCount: 4_422_102, md5: "bef4ecab320f06d8554ea6380940ec79",
      sha256: "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
      contentDigest: "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b"),
    PublishedFile(
      .test, .labels, byteCount: 5148, md5: "bb300cfdad3c16e7a12a480ee83cd310",
      sha256: "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
      contentDigest: "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"),
  ]
}
