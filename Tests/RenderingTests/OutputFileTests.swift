import Foundation
import Rendering
import Testing

/// Files are written whole or not at all.
struct OutputFileTests {
  private func scratch() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("dlplot-output-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  @Test("a file is replaced, keeps its mode, and nothing else stays in the folder")
  func replace() throws {
    let folder = try scratch()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("a.png").path
    try OutputFile.write([1, 2, 3], to: path)
    #expect(chmod(path, 0o640) == 0)
    try OutputFile.write([4], to: path)
    #expect(try InputFile.read(path) == [4])
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o640)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.png"])
  }

  @Test("a link is followed, to a file that is there and to one that is not yet")
  func links() throws {
    let folder = try scratch()
    defer { try? FileManager.default.removeItem(at: folder) }
    let link = folder.appendingPathComponent("link").path
    #expect(symlink("target", link) == 0)
    for bytes: [UInt8] in [[1], [2, 2]] {
      try OutputFile.write(bytes, to: link)
      #expect(try InputFile.read(folder.appendingPathComponent("target").path) == bytes)
    }
    var status = stat()
    #expect(lstat(link, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
  }

  @Test("a device is written straight; a full one is the machine's fault")
  func devices() throws {
    try OutputFile.write([1], to: "/dev/null")
    let error = #expect(throws: OutputError.self) { try OutputFile.write([1], to: "/dev/full") }
    #expect(error?.isMachineFault == true)
    #expect(error?.description == "cannot write /dev/full: no space left on device")
    var status = stat()
    #expect(stat("/dev/full", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
  }

  @Test("a folder, a missing folder: one line, and no file")
  func wrongPaths() throws {
    let folder = try scratch()
    defer { try? FileManager.default.removeItem(at: folder) }
    let cases = [
      (folder.path, "is a directory"), (folder.path + "/none/a.png", "no such folder"),
    ]
    for (path, reason) in cases {
      let error = #expect(throws: OutputError.self) { try OutputFile.write([1], to: path) }
      #expect(error?.description == "cannot write \(path): \(reason)")
      #expect(error?.isMachineFault == false)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }
}
