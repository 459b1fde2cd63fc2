import Files
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct OutputFileTests {
  private func mode(_ path: String) -> mode_t? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode : nil
  }

  private func isLink(_ path: String) -> Bool { mode(path).map { $0 & S_IFMT == S_IFLNK } ?? false }

  @Test("a new file has its bytes, the permissions that the umask leaves, and nothing beside it")
  func newFile() throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try OutputFile.write(bytes, to: folder["a.png"])
    #expect(try InputFile.read(folder["a.png"]) == bytes)
    #expect(folder.names == ["a.png"])
    // A file that `open` makes shows what the umask is.
    let other = open(folder["b"], O_WRONLY | O_CREAT, 0o666)
    close(other)
    #expect(mode(folder["a.png"]) == mode(folder["b"]))
    try OutputFile.write([], to: folder["empty"])
    #expect(try InputFile.read(folder["empty"]) == [])
  }

  @Test(
    "a file is replaced and hands on its permissions", arguments: [mode_t(0o600), 0o644, 0o755])
  func replaced(permissions: mode_t) throws {
    let folder = try TemporaryFolder()
    try folder.put(Array("old and longer".utf8), "a.png", mode: permissions)
    let old = open(folder["a.png"], O_RDONLY)
    defer { close(old) }
    try OutputFile.write(Array("new".utf8), to: folder["a.png"])
    #expect(try InputFile.read(folder["a.png"]) == Array("new".utf8))
    #expect(mode(folder["a.png"]) == permissions | S_IFREG)
    #expect(folder.names == ["a.png"])
    // Who had opened the old file still reads it whole.
    var buffer = [UInt8](repeating: 0, count: 20)
    #expect(read(old, &buffer, 20) == 14)
  }

  @Test("symbolic links stay and what they point to is written, also what does not exist yet")
  func links() throws {
    let folder = try TemporaryFolder()
    folder.makeFolder("deep")
    try folder.put([1], "deep/target.png", mode: 0o640)
    symlink("deep/target.png", folder["one"])
    symlink(folder["one"], folder["two"])
    symlink("../new.png", folder["deep/dangling"])
    try OutputFile.write([2, 3], to: folder["two"])
    try OutputFile.write([4], to: folder["deep/dangling"])
    #expect(isLink(folder["one"]) && isLink(folder["two"]) && isLink(folder["deep/dangling"]))
    #expect(try InputFile.read(folder["deep/target.png"]) == [2, 3])
    #expect(mode(folder["deep/target.png"]) == 0o640 | S_IFREG)
    #expect(try InputFile.read(folder["new.png"]) == [4])
    #expect(folder.names == ["deep", "new.png", "one", "two"])
  }

  @Test(
    "a folder, a missing folder, a file as a folder and a circle of links are the user's errors")
  func wrongPaths() throws {
    let folder = try TemporaryFolder()
    folder.makeFolder("a")
    try folder.put([1], "file")
    symlink("loop", folder["loop"])
    let long = String(repeating: "x", count: 300)
    let cases = [
      (folder["a"], "is a directory"), (folder["a/"], "is a directory"),
      (folder["b/"], "is a directory"), (folder["none/x.png"], "no such folder"),
      (folder["file/x.png"], "not a directory"), (folder[long], "file name too long"),
      (folder["loop"], "too many levels of symbolic links"),
    ]
    for (path, reason) in cases {
      let error = #expect(throws: OutputError.self) { try OutputFile.write([1], to: path) }
      #expect(error?.description == "cannot write \(path): \(reason)")
      #expect(error?.isMachineFault == false)
    }
    #expect(folder.names == ["a", "file", "loop"])
  }

  @Test("devices and pipes are written straight and stay what they are")
  func devices() throws {
    try OutputFile.write([1, 2, 3], to: "/dev/null")
    #expect(mode("/dev/null").map { $0 & S_IFMT } == S_IFCHR)

    let folder = try TemporaryFolder()
    mkfifo(folder["pipe"], 0o600)
    let reader = open(folder["pipe"], O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    try OutputFile.write(Array("through".utf8), to: folder["pipe"])
    var buffer = [UInt8](repeating: 0, count: 20)
    #expect(read(reader, &buffer, 20) == 7)
    #expect(mode(folder["pipe"]).map { $0 & S_IFMT } == S_IFIFO)
  }

  @Test("a file that is already open is written where it stands, by its number")
  func descriptors() throws {
    let folder = try TemporaryFolder()
    try folder.put(Array("before ".utf8), "out")
    let file = open(folder["out"], O_WRONLY | O_APPEND)
    try OutputFile.write(Array("middle ".utf8), to: "/dev/fd/\(file)")
    symlink("/dev/fd/\(file)", folder["link"])
    try OutputFile.write(Array("after".utf8), to: folder["link"])
    #expect(try InputFile.read(folder["out"]) == Array("before middle after".utf8))
    close(file)
    #expect(throws: OutputError.self) { try OutputFile.write([1], to: "/dev/fd/9999") }
  }

  #if os(Linux)
    @Test("a full device is the machine's fault")
    func fullDevice() {
      let error = #expect(throws: OutputError.self) {
        try OutputFile.write([1], to: "/dev/full")
      }
      #expect(error?.description == "cannot write /dev/full: no space left on device")
      #expect(error?.isMachineFault == true)
    }

    @Test("of several files none is left where one cannot be written, in any order")
    func several() throws {
      let folder = try TemporaryFolder()
      try folder.put([7], "old.png")
      for bad in ["/dev/full", folder["no/x.csv"], folder.path] {
        for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
          let files: [(path: String, bytes: [UInt8])] = [
            (folder["new.png"], [1]), (bad, [2]), (folder["old.png"], [3]),
          ]
          let error = #expect(throws: OutputError.self) {
            try OutputFile.write(order.map { files[$0] })
          }
          #expect(error?.path == bad)
          #expect(folder.names == ["old.png"])
          #expect(try InputFile.read(folder["old.png"]) == [7])
        }
      }
      try OutputFile.write([(folder["new.png"], [1]), (folder["old.png"], [3])])
      #expect(try InputFile.read(folder["new.png"]) == [1])
      #expect(try InputFile.read(folder["old.png"]) == [3])
    }

    @Test("what cannot be written is found out beforehand, and nothing is made")
    func check() throws {
      let folder = try TemporaryFolder()
      try folder.put([7], "file", mode: 0o644)
      for (path, reason) in [
        (folder["no/x.png"], "no such folder"), (folder["file/x.png"], "not a directory"),
        (folder.path, "is a directory"),
      ] {
        let error = #expect(throws: OutputError.self) { try OutputFile.check(path) }
        #expect(error?.description == "cannot write \(path): \(reason)")
      }
      for path in [folder["x.png"], folder["file"], "/dev/full", "/dev/stdout"] {
        try OutputFile.check(path)
      }
      #expect(folder.names == ["file"])
    }

    @Test("a folder that may not be written is the machine's fault, and nothing stays")
    func forbiddenFolder() throws {
      let folder = try TemporaryFolder()
      chmod(folder.path, 0o555)
      let error = asNobody {
        #expect(throws: OutputError.self) { try OutputFile.write([1], to: folder["x.png"]) }
      }
      #expect(error?.description == "cannot write \(folder["x.png"]): permission denied")
      #expect(error?.isMachineFault == false)
      #expect(folder.names == [])
    }

    @Test("a file that may not be written is not replaced, though its folder would allow it")
    func forbiddenFile() throws {
      let folder = try TemporaryFolder()
      chmod(folder.path, 0o777)
      try folder.put([7], "x.png", mode: 0o444)
      let error = asNobody {
        #expect(throws: OutputError.self) { try OutputFile.write([1], to: folder["x.png"]) }
      }
      #expect(error?.description == "cannot write \(folder["x.png"]): permission denied")
      #expect(try InputFile.read(folder["x.png"]) == [7])
    }

    /// Runs a body on this thread without the rights of root to any file, which `setfsuid(2)` takes
    /// from one thread alone.
    private func asNobody<Value>(_ body: () -> Value) -> Value {
      typealias SetUser = @convention(c) (UInt32) -> Int32
      guard getuid() == 0, let symbol = dlsym(nil, "setfsuid") else { return body() }
      let setUser = unsafeBitCast(symbol, to: SetUser.self)
      _ = setUser(65534)
      defer { _ = setUser(0) }
      return body()
    }

    @Test(
      "a file that outgrows its limit leaves neither itself nor a part, and the old one as it was")
    func sizeLimit() throws {
      let folder = try TemporaryFolder()
      try folder.put([7], "old.png")
      // Large enough not to meet what other tests write at the same time.
      var limit = rlimit()
      getrlimit(__rlimit_resource_t(1), &limit)
      var low = limit
      low.rlim_cur = 32 << 20
      setrlimit(__rlimit_resource_t(1), &low)
      defer { setrlimit(__rlimit_resource_t(1), &limit) }
      let bytes = [UInt8](repeating: 1, count: 33 << 20)
      for name in ["new.png", "old.png"] {
        let error = #expect(throws: OutputError.self) {
          try OutputFile.write(bytes, to: folder[name])
        }
        #expect(error?.description == "cannot write \(folder[name]): file too large")
        #expect(error?.isMachineFault == true)
      }
      #expect(folder.names == ["old.png"])
      #expect(try InputFile.read(folder["old.png"]) == [7])
    }
  #endif
}
