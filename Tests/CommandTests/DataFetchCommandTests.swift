import Foundation
import TestSupport
import Testing

/// `dlplot data fetch` from servers on the loopback interface.
struct DataFetchCommandTests {
  private let program: Program
  private let scratch: Scratch

  init() throws {
    program = try Program()
    scratch = try Scratch()
  }

  /// The first file of MNIST: its size is right, its content is not.
  private static let name = "train-images-idx3-ubyte.gz"
  private static let size = 9_912_422
  private static let wrong = [UInt8](repeating: 0x5A, count: size)

  /// An empty cache, and no proxy between the program and the server.
  private var environment: [String: String?] {
    ["XDG_CACHE_HOME": scratch.path("cache"), "no_proxy": "*", "NO_PROXY": "*"]
  }

  private func fetch(_ set: String, _ options: String...) throws -> Program.Outcome {
    try program.run(["data", "fetch", set] + options, environment: environment)
  }

  private func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

  private var files: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: scratch.path("cache/dlplot/mnist"))
        .filter { $0 != ".lock" }.sorted()
    }
  }

  private var partSize: Int? {
    let path = scratch.path("cache/dlplot/mnist/\(Self.name).part")
    return (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
  }

  @Test("a download that breaks off is kept, and gone on with by the next run")
  func resume() throws {
    let weak = LoopbackServer { _, number in
      number < 2 ? .cut(Self.wrong, after: 100_000) : .status(503)
    }
    let broken = try fetch("mnist", "--mirror", weak.address)
    #expect(broken.status == 3 && broken.output.isEmpty)
    let said = lines(broken.error)
    #expect(said.first == "\(Self.name): 9.9 MB from \(weak.address)")
    #expect(said.contains("\(Self.name): 9.9 MB from \(weak.address), going on at byte 200000"))
    #expect(
      said.last
        == "dlplot: cannot fetch \(Self.name): \(weak.address): "
        + "curl: (22) The requested URL returned error: 503")
    #expect(weak.requests.map(\.rangeStart) == [nil, 100_000, 200_000])
    #expect(try files == ["\(Self.name).part"])
    #expect(partSize == 200_000)

    // The rest comes; only then does the checksum tell that all of it is wrong, from the first try
    // put together from pieces and from the second whole.
    let server = LoopbackServer { _, _ in .file(Self.wrong) }
    let wrong = try fetch("mnist", "--mirror", server.address)
    #expect(wrong.status == 3 && wrong.output.isEmpty)
    #expect(server.requests.map(\.rangeStart) == [200_000, nil])
    let message = try #require(lines(wrong.error).last)
    #expect(
      message.hasPrefix(
        "dlplot: cannot fetch \(Self.name): \(server.address): wrong checksum: MD5 "))
    #expect(message.hasSuffix(", expected f68b3c2dcbeaaa9fbdd348bbdeb94873"))
    #expect(try files.isEmpty)
  }

  @Test("a run that is killed leaves a part, never the file")
  func killed() throws {
    let server = LoopbackServer { _, _ in .held(Self.wrong, after: 150_000) }
    let running = try program.start(
      ["data", "fetch", "mnist", "--quiet", "--mirror", server.address], environment: environment)
    // curl hands on whole blocks, so the last bytes may not be there.
    for _ in 0..<6000 where partSize ?? 0 < 100_000 { usleep(10_000) }
    running.kill()
    let outcome = try running.finish()
    #expect(outcome.status == SIGKILL && outcome.error.isEmpty && outcome.output.isEmpty)
    #expect(try files == ["\(Self.name).part"])
    let size = try #require(partSize)
    #expect((100_000...150_000).contains(size))

    let next = LoopbackServer { _, _ in .status(404) }
    #expect(try fetch("mnist", "--mirror", next.address).status == 3)
    #expect(next.requests.map(\.rangeStart) == [size])
    #expect(partSize == size)
  }

  @Test("a second run beside the first is refused")
  func busy() throws {
    let server = LoopbackServer { _, _ in .held(Self.wrong, after: 100_000) }
    let running = try program.start(
      ["data", "fetch", "mnist", "--quiet", "--mirror", server.address], environment: environment)
    for _ in 0..<6000 where partSize ?? 0 < 1000 { usleep(10_000) }
    let second = try fetch("mnist", "--mirror", server.address)
    #expect(second.status == 2)
    #expect(
      second.error
        == "dlplot: another download into \(scratch.path("cache/dlplot/mnist")) is under way\n")
    running.kill()
    _ = try running.finish()
  }

  @Test("no server, an address that is none, and no cache")
  func unreachable() throws {
    let nobody = try fetch("mnist", "--quiet", "--mirror", "http://127.0.0.1:1/")
    #expect(nobody.status == 3 && nobody.output.isEmpty)
    #expect(
      nobody.error.hasPrefix(
        "dlplot: cannot fetch \(Self.name): http://127.0.0.1:1/: curl: (7) Failed to connect"))
    #expect(lines(nobody.error).count == 1)
    #expect(try files.isEmpty)

    let address = try fetch("mnist", "--mirror", "example.org")
    #expect(address.status == 2)
    #expect(address.error.hasPrefix("dlplot: invalid --mirror: example.org (an address "))

    let homeless = try program.run(
      ["data", "fetch", "mnist"], environment: ["XDG_CACHE_HOME": nil, "HOME": nil])
    #expect(homeless.status == 2)
    #expect(homeless.error.hasPrefix("dlplot: no folder to download into: "))
  }

  @Test("no curl: it is named with how to install it")
  func missingCurl() throws {
    let outcome = try program.run(
      ["data", "fetch", "mnist", "--quiet"],
      environment: environment.merging(["PATH": scratch.path("bin")]) { $1 })
    #expect(outcome.status == 3)
    #expect(
      outcome.error
        == "dlplot: curl is missing, which downloads files: apt-get install curl\n")
  }

  @Test("no network at all: one line names every mirror", .mounts)
  func noNetwork() throws {
    var environment = environment
    for name in ["http_proxy", "https_proxy", "all_proxy"] {
      environment[name] = .some(nil)
      environment[name.uppercased()] = .some(nil)
    }
    let outcome = try program.run(
      ["data", "fetch", "mnist", "--quiet"], environment: environment,
      through: ["/usr/bin/unshare", "--net"])
    #expect(outcome.status == 3 && outcome.output.isEmpty)
    #expect(lines(outcome.error).count == 1)
    #expect(outcome.error.hasPrefix("dlplot: cannot fetch \(Self.name): https://ossci-datasets"))
    #expect(outcome.error.contains("; https://storage.googleapis.com/cvdf-datasets/mnist/: curl"))
    #expect(try files.isEmpty)
  }

  /// Fashion-MNIST as Debian packs it, where it is installed.
  private static let packaged = "/usr/share/datasets/fashion-mnist"

  @Test(
    "a whole set comes from a server, is right, and is used",
    .enabled(
      if: FileManager.default.fileExists(atPath: packaged),
      "needs the true files: apt-get install dataset-fashion-mnist"))
  func wholeSet() throws {
    let server = LoopbackServer { request, number in
      // Debian leaves name and time out of the header of gzip; these are the authors'.
      let name = String(request.path.dropFirst())
      guard let file = FileManager.default.contents(atPath: "\(Self.packaged)/\(name)") else {
        return .status(404)
      }
      let time: UInt32 = name.hasPrefix("train") ? 1_504_176_606 : 1_504_176_627
      let stamp = withUnsafeBytes(of: time.littleEndian) { Array($0) }
      let header = [0x1F, 0x8B, 8, 8] + stamp + [0, 3] + Array(name.dropLast(3).utf8) + [0]
      let bytes = header + file.dropFirst(10)
      return number == 0 ? .cut(bytes, after: 5_000_000) : .file(bytes)
    }
    let outcome = try fetch("fashion", "--mirror", server.address)
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(server.requests.map(\.rangeStart) == [nil, 5_000_000, nil, nil, nil])
    let folder = scratch.path("cache/dlplot/fashion")
    #expect(
      lines(outcome.output) == [
        "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84  "
          + "\(folder)/train-images-idx3-ubyte.gz",
        "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845  "
          + "\(folder)/train-labels-idx1-ubyte.gz",
        "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073  "
          + "\(folder)/t10k-images-idx3-ubyte.gz",
        "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5  "
          + "\(folder)/t10k-labels-idx1-ubyte.gz",
        "fashion: 60000 training and 10000 test images of 28x28, 10 classes, digest "
          + "5cf0562c46b89a77940b86f40a9a4325e7bed59d53ec555c4d14f0bed41ca53a",
      ])
    let again = try fetch("fashion", "--mirror", "http://127.0.0.1:1/")
    #expect(again.status == 0 && again.output == outcome.output)
    let verified = try program.run(["data", "verify", "fashion"], environment: environment)
    #expect(verified.status == 0)
    #expect(verified.output.contains("\(folder)/t10k-labels-idx1-ubyte.gz: ok, matches "))
    let drawn = try program.run(
      ["activations", "--input", "mnist", "--data", "fashion", "-o", scratch.path("a.png")],
      environment: environment)
    #expect(drawn.status == 0, "\(drawn.error)")
  }
}
