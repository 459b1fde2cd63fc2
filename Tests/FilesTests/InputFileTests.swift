import Files
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct InputFileTests {
  @Test("files of any size are read whole", arguments: [0, 1, 65535, 65536, 65537, 300_000])
  func sizes(count: Int) throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    try folder.put(bytes, "a")
    #expect(try InputFile.read(folder["a"]) == bytes)
  }

  @Test("files that state no size are read to their end")
  func withoutSize() throws {
    #expect(try InputFile.read("/proc/self/stat").count > 20)
  }

  @Test("what cannot be read, or is too large, is an error that names it")
  func errors() throws {
    let folder = try TemporaryFolder()
    try folder.put([1, 2, 3], "a")
    func message(_ path: String, limit: Int = 10) -> String? {
      do {
        _ = try InputFile.read(path, limit: limit)
        return nil
      } catch {
        return error.description
      }
    }
    #expect(message(folder["a"], limit: 3) == nil)
    #expect(
      message(folder["a"], limit: 2) == "cannot read \(folder["a"]): more than 2 bytes")
    #expect(message("/dev/zero") == "cannot read /dev/zero: more than 10 bytes")
    #expect(
      message(folder["b"]) == "cannot read \(folder["b"]): no such file or directory")
    #expect(message(folder.path) == "cannot read \(folder.path): is a directory")
  }
}
