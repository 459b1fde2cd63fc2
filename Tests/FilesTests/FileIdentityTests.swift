import Files
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct FileIdentityTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    folder.makeFolder("a")
    symlink("a", folder["way"])
    try folder.put([1], "a/file")
    try folder.put([1], "a/copy")
  }

  private func areSame(_ first: String, _ second: String) -> Bool {
    FileIdentity(path: first) == FileIdentity(path: second)
  }

  @Test("a file that is there is the same by every spelling and every link")
  func there() {
    symlink("a/file", folder["link"])
    link(folder["a/file"], folder["second"])
    for other in ["a/./file", "a/../a/file", "a//file", "way/file", "link", "second"] {
      #expect(areSame(folder["a/file"], folder[other]), "\(other)")
    }
    #expect(!areSame(folder["a/file"], folder["a/copy"]))
    #expect(!areSame(folder["a/file"], folder["a/none"]))
  }

  @Test("a file to come is known by its folder and its name, behind links")
  func new() {
    symlink("new", folder["a/link"])
    symlink(folder["a/new"], folder["far"])
    for other in ["a/./new", "way/new", "a/link", "far"] {
      #expect(areSame(folder["a/new"], folder[other]), "\(other)")
    }
    #expect(!areSame(folder["a/new"], folder["new"]))
    #expect(!areSame(folder["a/new"], folder["a/New.png"]))
    #expect(areSame("new-file-of-no-one", "./new-file-of-no-one"))
    // One é is a character, the other a letter with an accent: two names of two files.
    #expect(!areSame(folder["a/\u{E9}"], folder["a/e\u{301}"]))
  }

  @Test("what lies in no folder and what is a device go by their spelling, and a circle ends")
  func spelled() {
    symlink("round", folder["round"])
    for path in [folder["none/a"], folder["round"], "/dev/null"] {
      #expect(areSame(path, path))
    }
    #expect(!areSame(folder["none/a"], folder["none/b"]))
    #expect(!areSame("/dev/null", "/dev/./null"))
  }
}
