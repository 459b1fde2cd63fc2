import Files
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct FileSystemTests {
  @Test("what a path leads to, links followed, and the size of files")
  func kinds() throws {
    let folder = try TemporaryFolder()
    try folder.put([1, 2, 3], "file")
    folder.makeFolder("folder")
    symlink("file", folder["link"])
    symlink("nothing", folder["dangling"])
    #expect(try FileSystem.kind(of: folder["file"]) == .file)
    #expect(try FileSystem.kind(of: folder["link"]) == .file)
    #expect(try FileSystem.kind(of: folder["folder"]) == .folder)
    #expect(try FileSystem.kind(of: "/dev/null") == .other)
    #expect(try FileSystem.kind(of: folder["dangling"]) == nil)
    #expect(try FileSystem.kind(of: folder["file/below"]) == nil)
    #expect(FileSystem.size(of: folder["link"]) == 3)
    #expect(FileSystem.size(of: folder["none"]) == nil)
  }

  @Test("names come in the order of their bytes")
  func names() throws {
    let folder = try TemporaryFolder()
    for name in ["b", "é", "B", "a", ".hidden"] { try folder.put([], name) }
    #expect(FileSystem.names(in: folder.path) == [".hidden", "B", "a", "b", "é"])
    #expect(FileSystem.names(in: folder["none"]) == [])
  }

  @Test("folders are made with those above them; a file in the way is an error")
  func createFolder() throws {
    let folder = try TemporaryFolder()
    try FileSystem.createFolder(folder["a/b/c"])
    try FileSystem.createFolder(folder["a/b/c"])
    #expect(try FileSystem.kind(of: folder["a/b/c"]) == .folder)
    try folder.put([], "file")
    let error = #expect(throws: FileError.self) {
      try FileSystem.createFolder(folder["file"])
    }
    #expect(error?.description == "cannot create folder \(folder["file"]): not a directory")
    #expect(error?.isMachineFault == false)
  }

  @Test(
    "paths are cut at their last slash",
    arguments: [("a", "."), ("/a", "/"), ("a/b", "a"), ("/a/b", "/a"), ("a/", "a"), ("", ".")])
  func parents(path: String, parent: String) {
    #expect(Path.parent(of: path) == parent)
  }

  @Test("paths are joined with one slash")
  func joining() {
    #expect(Path.join("a", "b") == "a/b")
    #expect(Path.join("a/", "b") == "a/b")
    #expect(Path.join("/", "b") == "/b")
  }

  @Test("a file is read in pieces from where the last read ended")
  func pieces() throws {
    let folder = try TemporaryFolder()
    try folder.put([1, 2, 3, 4, 5], "file")
    let file = try InputFile(path: folder["file"])
    var buffer = [UInt8](repeating: 0, count: 3)
    #expect(file.size == 5)
    #expect(try file.start(2) == [1, 2])
    #expect(try buffer.withUnsafeMutableBytes { try file.read(into: $0) } == 3)
    #expect(buffer == [1, 2, 3])
    #expect(try buffer.withUnsafeMutableBytes { try file.read(into: $0) } == 2)
    #expect(buffer == [4, 5, 3])
    #expect(try buffer.withUnsafeMutableBytes { try file.read(into: $0) } == 0)
  }

  @Test("the disk's failure is the machine's fault, a wrong path is not")
  func faults() {
    for code in [EIO, ENOSPC, ENOMEM] {
      #expect(FileError.failed(.read, path: "a", code: code).isMachineFault)
    }
    for code in [ENOENT, EACCES, EISDIR] {
      #expect(!FileError.failed(.read, path: "a", code: code).isMachineFault)
    }
    #expect(!FileError.tooLarge(path: "a", limit: 1).isMachineFault)
  }

  @Test("memory that no machine has is refused before an array asks for it")
  func memory() {
    #expect(MemoryTrial.succeeds(for: 1 << 25))
    #expect(!MemoryTrial.succeeds(for: 1 << 50))
    #expect(!MemoryTrial.succeeds(for: Int.max))
  }
}
