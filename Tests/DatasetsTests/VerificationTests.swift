import Datasets
import Glibc
import Provenance
import Testing

@Suite("Verifying data sets")
struct VerificationTests {
  private let scratch = ScratchFolder()

  /// SHA256SUMS of `Sample.files`, by expected_values.py.
  private let sums = """
    f0d7b46d4d9d275a949a22747e4f109228a942a2732673dd7ff3570d595c2c8c  train-images-idx3-ubyte
    5883d913219380a1cbcc73132d28c071da87bcf04c06711f5daf3430c7a53a9b *train-labels-idx1-ubyte
    D8F26E60803E4E7105E93B8E33EBEF5CD0590DB98F9B7D53B43A1997DB96D58E  t10k-images-idx3-ubyte
    6457582111c8e271041ce60d69e4b9fb2a5058bd79965242cb5d5fe5840d5707  t10k-labels-idx1-ubyte

    """

  private func verify(
    _ request: String, as known: KnownDataset? = nil, data: String? = nil
  ) throws -> DatasetVerification {
    let locator = DatasetLocator(places: SearchPlaces(override: data))
    return try DatasetVerification(checking: locator.locate(request), as: known)
  }

  @Test("The bundled digits are right")
  func bundledDigits() throws {
    let verification = try verify("mnist5k", as: .mnist5k, data: bundledDataFolder)
    #expect(verification.isCorrect)
    #expect(
      verification.files.map(\.verdict) == Array(repeating: .matches(.checksumList), count: 4))
    #expect(verification.files.map(\.sha256) == KnownDataset.mnist5k.publishedFiles.map(\.sha256))
    guard case .decoded(let summary) = verification.content else {
      Issue.record("\(verification.content)")
      return
    }
    #expect(summary.digest.hex == KnownDataset.mnist5k.digest)
    #expect(KnownDataset(digest: summary.digest.hex) == .mnist5k)
    #expect([summary.trainingCount, summary.testCount, summary.classCount] == [4000, 1000, 10])
  }

  @Test(
    "The digest of a named set follows from those of its files", arguments: KnownDataset.allCases)
  func digestOfFiles(set: KnownDataset) throws {
    let lines = set.publishedFiles.map { "\($0.contentDigest)  \($0.name.dropLast(3))\n" }
    #expect(try SHA256.digest(of: Array(lines.joined().utf8)).hex == set.digest)
  }

  @Test("A flipped byte of the bundled labels is noticed", arguments: [0, 9, 100, 522])
  func flippedByte(position: Int) throws {
    for file in KnownDataset.mnist5k.publishedFiles {
      scratch.write(
        try #require(bytes(ofFile: bundledDataFolder + "/mnist5k/" + file.name)),
        to: "mnist5k/" + file.name)
    }
    let name = "t10k-labels-idx1-ubyte.gz"
    var labels = try #require(scratch.read("mnist5k/" + name))
    labels[position] ^= 0x10
    scratch.write(labels, to: "mnist5k/" + name)
    let verification = try verify("mnist5k", as: .mnist5k, data: scratch.path)
    // Byte 9 names the system that compressed, which changes the file but not its content.
    #expect(verification.isCorrect == (position == 9))
    let check = try #require(verification.files.last)
    #expect(check.name == name)
    #expect(check.isCorrect == (position == 9))
    let others = verification.files.dropLast().map(\.verdict)
    #expect(others == Array(repeating: .matches(.publishedFile), count: 3))
  }

  @Test("Files are compared with SHA256SUMS")
  func checksumList() throws {
    let folder = scratch.writeDataset(to: "set")
    #expect(try verify(folder).files.allSatisfy { $0.verdict == .noReference })
    #expect(try verify(folder).isCorrect)
    scratch.write(Array(sums.utf8), to: "set/SHA256SUMS")
    #expect(try verify(folder).files.allSatisfy { $0.verdict == .matches(.checksumList) })
    #expect(try verify(folder).isCorrect)

    scratch.write(Sample.labels([2, 0, 0]), to: "set/t10k-labels-idx1-ubyte")
    let changed = try verify(folder)
    #expect(!changed.isCorrect)
    #expect(changed.files.map(\.isCorrect) == [true, true, true, false])
    #expect(
      changed.files[3].verdict
        == .differs(
          from: .checksumList,
          expected: "6457582111c8e271041ce60d69e4b9fb2a5058bd79965242cb5d5fe5840d5707"))
  }

  @Test("A listed file that is not there is wrong")
  func listedFileMissing() throws {
    let folder = scratch.writeDataset(to: "set")
    let line = String(repeating: "0", count: 64) + "  notes.txt\n"
    scratch.write(Array((sums + line).utf8), to: "set/SHA256SUMS")
    let verification = try verify(folder)
    #expect(!verification.isCorrect)
    #expect(verification.files.count == 5)
    #expect(
      verification.files[4].verdict
        == .unreadable("cannot open \(folder)/notes.txt: no such file or directory"))
  }

  @Test(
    "A malformed list is named with its line",
    arguments: [
      ("abc\n", 1),
      ("\n" + String(repeating: "0", count: 64) + "  ../train\n", 2),
      (String(repeating: "g", count: 64) + "  train\n", 1),
      (String(repeating: "0", count: 64) + " train\n", 1),
      (String(repeating: "0", count: 64) + "  \n", 1),
    ])
  func malformedList(text: String, line: Int) throws {
    let folder = scratch.writeDataset(to: "set")
    scratch.write(Array(text.utf8), to: "set/SHA256SUMS")
    #expect(throws: ChecksumError.malformedLine(file: folder + "/SHA256SUMS", line: line)) {
      try verify(folder)
    }
  }

  @Test("Another set under a known name is wrong")
  func unexpectedContent() throws {
    scratch.writeDataset(to: "fashion")
    let verification = try verify("fashion", as: .fashion, data: scratch.path)
    #expect(!verification.isCorrect)
    guard
      case .unexpected(let summary, expected: KnownDataset.fashion.digest) = verification.content
    else {
      Issue.record("\(verification.content)")
      return
    }
    #expect(summary.trainingCount == 5)
  }

  @Test("The state of each named set")
  func status() throws {
    let bundled = DatasetLocator(places: SearchPlaces(override: bundledDataFolder))
    let digits = try DatasetStatus(of: .mnist5k, found: bundled)
    #expect(digits.state == .ready)
    #expect(digits.folder == bundledDataFolder + "/mnist5k")
    #expect(digits.byteCount == 653_757 + 2066 + 161_425 + 523)
    #expect(
      try DatasetStatus(of: .mnist, found: bundled).state
        == .missing(remedy: "get it with: dlplot data fetch mnist"))

    let locator = DatasetLocator(places: SearchPlaces(override: scratch.path))
    scratch.writeDataset(to: "mnist")
    #expect(
      try DatasetStatus(of: .mnist, found: locator).state
        == .damaged("its content is not mnist: run dlplot data verify mnist"))
    scratch.write([], to: "mnist/train-images-idx3-ubyte")
    guard case .damaged(let reason) = try DatasetStatus(of: .mnist, found: locator).state else {
      Issue.record("not damaged")
      return
    }
    #expect(reason.hasSuffix("train-images-idx3-ubyte: empty file, expected an IDX file"))
  }
}
