import Datasets
import Files
import Glibc
import Testing

@Suite("Finding data sets")
struct LocatorTests {
  private let scratch = ScratchFolder()
  /// Places that know nothing of the machine that the tests run on.
  private var places: SearchPlaces { SearchPlaces(systemRoot: scratch.path + "/system") }

  private func message(_ request: String, _ places: SearchPlaces? = nil) -> String {
    do {
      _ = try DatasetLocator(places: places ?? self.places).locate(request)
      return "no error"
    } catch {
      return "\(error)".replacing(scratch.path + "/", with: "")
    }
  }

  @Test(
    "The usual names",
    arguments: [
      { $0 },
      { $0.replacing("-idx", with: ".idx") },
      { $0.replacing("t10k-", with: "test-") },
      { $0.replacing("t10k-", with: "test-").replacing("-idx", with: ".idx") },
    ] as [@Sendable (String) -> String], [false, true])
  func names(rename: @Sendable (String) -> String, compressed: Bool) throws {
    let folder = scratch.writeDataset(to: "set", compressed: compressed, rename: rename)
    let files = try DatasetLocator(places: places).locate(folder)
    let suffix = compressed ? ".gz" : ""
    #expect(
      files.all.map(\.path) == Sample.files.map { "\(folder)/\(rename($0.name))\(suffix)" })
    #expect(files.folder == folder)
    #expect(files.classCount == nil)
    #expect(try Dataset(reading: files).test.count == 3)
  }

  @Test("A plain file goes before its compressed twin")
  func plainFirst() throws {
    scratch.writeDataset(to: "set", compressed: true)
    let folder = scratch.writeDataset(to: "set")
    let files = try DatasetLocator(places: places).locate(folder)
    #expect(files.training.images.hasSuffix("ubyte"))
  }

  @Test("A missing file is named with the names it could have")
  func missingFile() {
    scratch.writeDataset(to: "set")
    unlink(scratch.path + "/set/t10k-labels-idx1-ubyte")
    #expect(
      message(scratch.path + "/set")
        == "set: no test labels (t10k-labels-idx1-ubyte, t10k-labels.idx1-ubyte, "
        + "test-labels-idx1-ubyte, test-labels.idx1-ubyte, each also with .gz)")
  }

  @Test("Something else than a folder")
  func noFolder() {
    scratch.write([], to: "file")
    #expect(
      message(scratch.path + "/file")
        == "invalid --data: file is a file, expected a folder of IDX files")
    #expect(
      message("/dev/null")
        == "invalid --data: /dev/null is a device, pipe or socket, expected a folder of IDX files")
    #expect(
      message("mnist5")
        == "invalid --data: mnist5 (a folder of IDX files, or one of mnist5k, mnist, fashion; "
        + "did you mean mnist5k?)")
    #expect(
      message(scratch.path + "/file/below")
        == "invalid --data: file/below (a folder of IDX files, or one of mnist5k, mnist, fashion)")
  }

  @Test("Folders and files without permission")
  func permissions() throws {
    let folder = scratch.writeDataset(to: "closed")
    for mode in [0o000, 0o311, 0o644] as [mode_t] {
      chmod(folder, mode)
      withoutPrivileges {
        #expect(message(folder) == "cannot read closed: permission denied", "mode \(mode)")
      }
    }
    chmod(folder, 0o755)
    let closedFile = folder + "/train-labels-idx1-ubyte"
    chmod(closedFile, 0o000)
    let files = try DatasetLocator(places: places).locate(folder)
    withoutPrivileges {
      let expected = FileError.failed(.open, path: closedFile, code: EACCES)
      #expect(throws: expected) { try Dataset(reading: files) }
      #expect(!expected.isMachineFault)
    }
    scratch.makeFolder("outer")
    scratch.writeDataset(to: "outer/inner")
    chmod(scratch.path + "/outer", 0o000)
    withoutPrivileges {
      #expect(
        message(scratch.path + "/outer/inner") == "cannot open outer/inner: permission denied")
    }
    chmod(scratch.path + "/outer", 0o755)
  }

  @Test("DLPLOT_DATA, the cache, the binary and the system, in this order")
  func order() throws {
    let executable = scratch.path + "/prefix/bin/dlplot"
    var places = SearchPlaces(
      override: scratch.path + "/override", cache: scratch.path + "/cache", executable: executable,
      systemRoot: scratch.path + "/system")
    let folders = [
      "system/usr/share/datasets/fashion-mnist", "prefix/share/dlplot/data/fashion",
      "cache/fashion", "override/fashion",
    ]
    for folder in folders {
      let path = scratch.writeDataset(to: folder)
      let files = try DatasetLocator(places: places).locate(.fashion)
      #expect(files.folder == path)
      #expect(files.name == "fashion")
      #expect(files.classCount == 10)
    }
    unlink(scratch.path + "/override/fashion/t10k-images-idx3-ubyte")
    #expect(try DatasetLocator(places: places).locate(.fashion).folder.hasSuffix("cache/fashion"))
    places.cache = nil
    #expect(
      try DatasetLocator(places: places).locate(.fashion).folder.hasSuffix("data/fashion"))
  }

  @Test("The bundled digits beside an installed binary and in a checkout")
  func bundled() throws {
    scratch.writeDataset(to: "prefix/share/dlplot/data/mnist5k")
    let installed = SearchPlaces(executable: scratch.path + "/prefix/bin/dlplot")
    #expect(
      try DatasetLocator(places: installed).locate(.standard).folder
        == scratch.path + "/prefix/share/dlplot/data/mnist5k")

    scratch.writeDataset(to: "checkout/data/mnist5k")
    let built = SearchPlaces(
      executable: scratch.path + "/checkout/.build-release/x86_64-unknown-linux-gnu/release/dlplot")
    #expect(throws: LocationError.self) { try DatasetLocator(places: built).locate(.standard) }
    scratch.write([], to: "checkout/Package.swift")
    #expect(
      try DatasetLocator(places: built).locate(.standard).folder
        == scratch.path + "/checkout/data/mnist5k")
  }

  @Test("What is not found says where it was looked for and how to get it")
  func notFound() {
    var places = self.places
    places.cache = scratch.path + "/cache"
    #expect(
      message("mnist", places)
        == "data set mnist not found: looked in cache/mnist "
        + "(get it with: dlplot data fetch mnist)")
    #expect(
      message("fashion", places)
        == "data set fashion not found: looked in cache/fashion, "
        + "system/usr/share/datasets/fashion-mnist (get it with: "
        + "apt-get install dataset-fashion-mnist, or: dlplot data fetch fashion)")
    scratch.write([], to: "cache/mnist/train-images-idx3-ubyte.gz")
    #expect(
      message("mnist", places)
        == "data set mnist not found: cache/mnist has no training labels "
        + "(get it with: dlplot data fetch mnist)")
  }

  @Test("Data is found by the digest of the part that was used")
  func findByDigest() throws {
    let folder = scratch.writeDataset(to: "cache/mnist", compressed: true)
    let extent = DatasetExtent(training: 2, test: 0)
    let digest = try Dataset(
      reading: DatasetLocator(places: places).locate(folder), extent: extent
    ).digest()
    var places = self.places
    #expect(throws: LocationError.noneWithDigest(digest, lookedAt: [])) {
      try DatasetLocator(places: places).load(digest: digest, extent: extent)
    }
    places.cache = scratch.path + "/cache"
    let locator = DatasetLocator(places: places)
    #expect(try locator.load(digest: digest, extent: extent).name == "mnist")
    #expect(try locator.load(digest: digest, extent: extent, request: folder).name == folder)
    #expect(throws: LocationError.noneWithDigest(digest, lookedAt: ["mnist"])) {
      try locator.load(digest: digest, extent: .all)
    }
    #expect(throws: LocationError.noneWithDigest(digest, lookedAt: [folder])) {
      try locator.load(digest: digest, extent: .all, request: folder)
    }
  }
}
