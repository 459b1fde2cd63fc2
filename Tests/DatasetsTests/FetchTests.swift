import Datasets
import Files
import Glibc
import TestSupport
import Testing

/// Downloads from a server on the loopback interface by the real curl.
@Suite("Fetching data sets")
struct FetchTests {
  private let scratch = ScratchFolder()
  private let file = Payload.file
  private let bytes = Payload.bytes

  /// What happened, without the flood of `.received`.
  private func fetch(
    _ mirrors: [String], files: [PublishedFile] = [Payload.file], environment: [String] = []
  ) throws -> [FetchEvent] {
    var events: [FetchEvent] = []
    try fetch(mirrors, files: files, environment: environment) { events.append($0) }
    return events
  }

  private func fetch(
    _ mirrors: [String], files: [PublishedFile] = [Payload.file], environment: [String] = [],
    report: (FetchEvent) -> Void
  ) throws {
    // No proxy of the machine that the tests run on.
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin"
    let fetcher = try DatasetFetcher(
      files: files, mirrors: mirrors, folder: scratch.path + "/cache/set",
      curl: Curl(environment: ["PATH=\(path)"] + environment))
    try fetcher.fetch { event in
      if case .received = event { return }
      report(event)
    }
  }

  private var fetched: [UInt8]? { scratch.read("cache/set/" + file.name) }
  private var part: [UInt8]? { scratch.read("cache/set/" + file.name + ".part") }
  private var finished: FetchEvent {
    .finished(
      file: file.name, path: "\(scratch.path)/cache/set/\(file.name)", sha256: file.sha256)
  }

  private func started(_ mirror: LoopbackServer, at offset: Int = 0) -> FetchEvent {
    .started(file: file.name, mirror: mirror.address, offset: offset)
  }

  @Test("A file comes whole, gets its name, and is not fetched again")
  func wholeFile() throws {
    let server = LoopbackServer { _, _ in .file(Payload.bytes) }
    #expect(try fetch([server.address]) == [started(server), finished])
    #expect(fetched == bytes)
    #expect(part == nil)
    #expect(server.requests == [.init(path: "/" + file.name, rangeStart: nil)])
    #expect(try fetch([server.address]) == [.present(file: file.name)])
    #expect(server.requests.count == 1)
  }

  @Test("Progress counts up to the size of the file")
  func progress() throws {
    let server = LoopbackServer { _, _ in .file(Payload.bytes) }
    var counts: [Int] = []
    let fetcher = try DatasetFetcher(
      files: [file], mirrors: [String(server.address.dropLast())], folder: scratch.path + "/set",
      curl: Curl(environment: []))
    #expect(fetcher.totalByteCount == 300_000)
    try fetcher.fetch { event in
      if case .received(file: Payload.file.name, let count) = event { counts.append(count) }
    }
    #expect(counts.last == 300_000)
    #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test("What an earlier download has left is completed")
  func resume() throws {
    scratch.write(Array(bytes[..<100_000]), to: "cache/set/\(file.name).part")
    let server = LoopbackServer { _, _ in .file(Payload.bytes) }
    #expect(try fetch([server.address]) == [started(server, at: 100_000), finished])
    #expect(server.requests == [.init(path: "/" + file.name, rangeStart: 100_000)])
    #expect(fetched == bytes)
    #expect(part == nil)
  }

  @Test("A complete file that was not renamed any more needs no server")
  func completePart() throws {
    scratch.write(bytes, to: "cache/set/\(file.name).part")
    #expect(try fetch(["http://127.0.0.1:1/"]) == [finished])
    #expect(fetched == bytes)
  }

  @Test("A connection that breaks is taken up again where it broke")
  func cut() throws {
    let server = LoopbackServer { _, number in
      number == 0 ? .cut(Payload.bytes, after: 120_000) : .file(Payload.bytes)
    }
    let events = try fetch([server.address])
    #expect(events.count == 4)
    #expect(events.first == started(server))
    guard case .resuming(file.name, server.address, let reason) = events[1] else {
      Issue.record("\(events[1])")
      return
    }
    #expect(reason.hasPrefix("curl: (18) "))
    #expect(events[2...] == [started(server, at: 120_000), finished])
    #expect(server.requests.map(\.rangeStart) == [nil, 120_000])
    #expect(fetched == bytes)
  }

  @Test("A mirror that breaks again and again is left after three more tries; the next goes on")
  func alwaysCut() throws {
    let weak = LoopbackServer { _, _ in .cut(Payload.bytes, after: 50_000) }
    let good = LoopbackServer { _, _ in .file(Payload.bytes) }
    let events = try fetch([weak.address, good.address])
    #expect(weak.requests.map(\.rangeStart) == [nil, 50_000, 100_000, 150_000])
    #expect(good.requests.map(\.rangeStart) == [200_000])
    #expect(events.last == finished)
    #expect(fetched == bytes)
  }

  @Test("Pieces that do not fit together are thrown away, once")
  func wrongPart() throws {
    scratch.write([UInt8](repeating: 1, count: 1000), to: "cache/set/\(file.name).part")
    let server = LoopbackServer { _, _ in .file(Payload.bytes) }
    let events = try fetch([server.address])
    #expect(events.count == 4)
    #expect(events.first == started(server, at: 1000))
    guard case .startingOver(file.name, server.address, let reason) = events[1] else {
      Issue.record("\(events[1])")
      return
    }
    #expect(reason.hasPrefix("wrong checksum: MD5 "))
    #expect(events[2...] == [started(server), finished])
    #expect(fetched == bytes)
  }

  @Test("A server without ranges sends all once more")
  func noRanges() throws {
    scratch.write(Array(bytes[..<1000]), to: "cache/set/\(file.name).part")
    let server = LoopbackServer { _, _ in .wholeFile(Payload.bytes) }
    let events = try fetch([server.address])
    #expect(events.last == finished)
    #expect(server.requests.map(\.rangeStart) == [1000, nil])
    #expect(fetched == bytes)
  }

  @Test("A range beyond the end of a wrong, shorter file")
  func shorterFile() throws {
    scratch.write(Array(bytes[..<1000]), to: "cache/set/\(file.name).part")
    let wrong = LoopbackServer { _, _ in .file(Array(Payload.bytes[..<900])) }
    let good = LoopbackServer { _, _ in .file(Payload.bytes) }
    #expect(try fetch([wrong.address, good.address]).last == finished)
    #expect(wrong.requests.map(\.rangeStart) == [1000, nil])
    #expect(good.requests.map(\.rangeStart) == [nil])
    #expect(fetched == bytes)
  }

  @Test("The second mirror is used when the first refuses", arguments: [404, 403, 500, 503])
  func refusal(status: Int) throws {
    let first = LoopbackServer { _, _ in .status(status) }
    let second = LoopbackServer { _, _ in .file(Payload.bytes) }
    #expect(
      try fetch([first.address, second.address]) == [
        started(first),
        .mirrorFailed(
          file: file.name, mirror: first.address,
          reason: "curl: (22) The requested URL returned error: \(status)"),
        started(second), finished,
      ])
    #expect(fetched == bytes)
  }

  @Test("Redirections are followed")
  func redirection() throws {
    let server = LoopbackServer { request, _ in
      request.path.hasPrefix("/moved") ? .file(Payload.bytes) : .redirect(to: "/moved/file")
    }
    #expect(try fetch([server.address]).last == finished)
    #expect(fetched == bytes)
  }

  @Test("A wrong checksum from every mirror leaves nothing behind")
  func wrongContent() throws {
    let wrong = bytes.map { ~$0 }
    let first = LoopbackServer { _, _ in .file(wrong) }
    let second = LoopbackServer { _, _ in .file(Array(wrong.dropLast())) }
    do {
      _ = try fetch([first.address, second.address])
      Issue.record("no error")
    } catch let error as FetchError {
      #expect(
        error.description
          == "cannot fetch \(file.name): \(first.address): wrong checksum: "
          + "MD5 \(Payload.invertedMD5), expected \(file.md5 ?? ""); "
          + "\(second.address): 299999 bytes, expected 300000")
      #expect(error.isMachineFault)
    }
    #expect(first.requests.count == 1)
    #expect(fetched == nil)
    #expect(part == nil)
  }

  @Test("MD5 alone is not believed")
  func sha256Counts() throws {
    let server = LoopbackServer { _, _ in .file(Payload.bytes) }
    let file = PublishedFile(
      .training, .images, byteCount: self.file.byteCount, md5: self.file.md5,
      sha256: String(repeating: "0", count: 64), contentDigest: "")
    #expect(throws: FetchError.self) { try fetch([server.address], files: [file]) }
    #expect(fetched == nil)
  }

  @Test("A server that closes without an answer, and one that is not there")
  func noAnswer() throws {
    let silent = LoopbackServer { _, _ in .nothing }
    do {
      _ = try fetch([silent.address, "http://127.0.0.1:1/"])
      Issue.record("no error")
    } catch let FetchError.unreachable(name, attempts) {
      #expect(name == file.name)
      #expect(attempts.map(\.mirror) == [silent.address, "http://127.0.0.1:1/"])
      #expect(attempts[0].reason == "curl: (52) Empty reply from server")
      #expect(attempts[1].reason.hasPrefix("curl: (7) "))
    }
    #expect(silent.requests.count == 1)
    #expect(part == nil)
  }

  @Test("A server that sends more than the file has is stopped")
  func tooLong() throws {
    let server = LoopbackServer { _, _ in
      .uncounted([UInt8](repeating: 7, count: 50_000_000))
    }
    var largest = 0
    let fetcher = try DatasetFetcher(
      files: [file], mirrors: [server.address], folder: scratch.path + "/set",
      curl: Curl(environment: []))
    #expect(throws: FetchError.self) {
      try fetcher.fetch { event in
        if case .received(_, let count) = event { largest = max(largest, count) }
      }
    }
    // A pipe holds 64 KiB, and that is how much is read at once.
    #expect(largest <= 300_000 + 65_536)
    #expect(!scratch.exists("set/" + file.name))
  }

  @Test("An uncounted answer that is short is no file")
  func shortUncounted() throws {
    let short = LoopbackServer { _, _ in .uncounted(Array(Payload.bytes[..<299_000])) }
    let good = LoopbackServer { _, _ in .uncounted(Payload.bytes) }
    #expect(throws: FetchError.self) { try fetch([short.address]) }
    #expect(fetched == nil)
    #expect(try fetch([good.address]).last == finished)
  }

  @Test("A wrong file of the right name is replaced")
  func wrongFileInPlace() throws {
    scratch.write([1, 2, 3], to: "cache/set/" + file.name)
    let server = LoopbackServer { _, _ in .file(Payload.bytes) }
    #expect(try fetch([server.address]) == [started(server), finished])
    #expect(fetched == bytes)
  }

  @Test("The user's ~/.curlrc is not read")
  func curlrc() throws {
    scratch.write(Array("proxy = 127.0.0.1:1\noutput = /dev/null\n".utf8), to: ".curlrc")
    let server = LoopbackServer { _, _ in .file(Payload.bytes) }
    #expect(try fetch([server.address], environment: ["HOME=\(scratch.path)"]).last == finished)
  }

  @Test("Files are taken from a folder, too")
  func fileAddress() throws {
    scratch.write(bytes, to: "mirror/" + file.name)
    #expect(try fetch(["file://\(scratch.path)/mirror"]).last == finished)
    #expect(fetched == bytes)
  }

  @Test("Two downloads into one folder do not mix")
  func lock() throws {
    scratch.write([], to: "cache/set/.lock")
    let descriptor = open(scratch.path + "/cache/set/.lock", O_RDWR | O_CLOEXEC)
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    #expect(throws: FetchError.busy(folder: scratch.path + "/cache/set")) {
      try fetch(["http://127.0.0.1:1/"])
    }
    flock(descriptor, LOCK_UN)
    close(descriptor)
    scratch.write(bytes, to: "cache/set/\(file.name).part")
    #expect(try fetch(["http://127.0.0.1:1/"]) == [finished])
  }

  @Test("A missing curl is named with how to install it")
  func missingCurl() throws {
    let fetcher = try DatasetFetcher(
      files: [file], mirrors: ["http://127.0.0.1:1/"], folder: scratch.path + "/set",
      curl: Curl(program: scratch.path + "/curl"))
    #expect(throws: FetchError.curlMissing) { try fetcher.fetch { _ in } }
    #expect(FetchError.curlMissing.isMachineFault)
    #expect(
      FetchError.curlMissing.description
        == "curl is missing, which downloads files: apt-get install curl")
    #expect(!scratch.exists("set/\(file.name).part"))
  }

  @Test(
    "Addresses that curl is not given",
    arguments: [
      "", "example.org", "-o/etc/passwd", "ftp://a/", "http://", "https://a b/", "file://a",
    ])
  func invalidMirror(text: String) {
    #expect(throws: FetchError.invalidMirror(text)) {
      try DatasetFetcher(.mnist, mirror: text, places: SearchPlaces(cache: scratch.path))
    }
  }

  @Test("Named sets go to the user's cache, from their mirrors in order")
  func namedSets() throws {
    let places = SearchPlaces(cache: "/home/user/.cache/dlplot")
    let fetcher = try DatasetFetcher(.mnist, places: places)
    #expect(fetcher.folder == "/home/user/.cache/dlplot/mnist")
    #expect(fetcher.mirrors == KnownDataset.mnist.mirrors)
    #expect(fetcher.totalByteCount == 11_594_722)
    #expect(
      fetcher.files.map(\.name) == [
        "train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz",
        "t10k-labels-idx1-ubyte.gz",
      ])
    #expect(throws: FetchError.noMirror(.mnist5k)) {
      try DatasetFetcher(.mnist5k, places: places)
    }
    #expect(throws: FetchError.noCacheFolder) {
      try DatasetFetcher(.mnist, places: SearchPlaces())
    }
  }

  @Test("A cache that may not be written")
  func closedCache() throws {
    let folder = scratch.makeFolder("closed")
    chmod(folder, 0o555)
    let fetcher = try DatasetFetcher(
      files: [file], mirrors: ["http://127.0.0.1:1/"], folder: folder + "/cache/set")
    withoutPrivileges {
      #expect(
        throws: FileError.failed(.createFolder, path: folder + "/cache", code: EACCES)
      ) {
        try fetcher.fetch { _ in }
      }
    }
  }
}

/// A file of 300,000 bytes to download; its sums are from expected_values.py.
private enum Payload {
  static let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 * 7 + ($0 >> 8)) }
  static let file = PublishedFile(
    .training, .images, byteCount: 300_000, md5: "07ce78c6751154bf7d8b781cad7a1c83",
    sha256: "d08928a168952dcd1f23061570816ee3b9d5c5c01ec65e00adbda68d328f4dbb", contentDigest: "")
  static let invertedMD5 = "197d2d39eada59eff54ed0a342fba5e5"
}
