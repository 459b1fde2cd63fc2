import Charting
import Files
import Provenance
import Rendering
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct FontLibraryTests {
  private let bytes = TestFontFiles.trueType

  private func known(typicalPaths: [String] = []) -> KnownFont {
    KnownFont(
      fileName: "Test.ttf", byteCount: bytes.count,
      digest: (try? SHA256.hexDigest(of: bytes)) ?? "no digest",
      typicalPaths: typicalPaths, debianPackage: "fonts-test")
  }

  /// Of the same size, but with another byte at the end.
  private var forged: [UInt8] { bytes.dropLast() + [bytes[bytes.count - 1] ^ 1] }

  private func library(
    files: [String] = [], beside: String? = nil, folders: [String] = []
  ) -> FontLibrary {
    FontLibrary(files: files, besideProgram: beside, folders: folders)
  }

  @Test("a font is found by name of the user, beside the program, where it usually lies, and deep")
  func places() throws {
    let folder = try TemporaryFolder()
    folder.makeFolder("a")
    folder.makeFolder("a/b")
    try folder.put(bytes, "a/b/renamed.bin")
    try folder.put(bytes, "Test.ttf")
    let digest = known().digest
    #expect(try library(files: [folder["a/b/renamed.bin"]]).font(known()).digest == digest)
    #expect(try library(beside: folder.path).font(known()).digest == digest)
    #expect(
      try library().font(known(typicalPaths: ["/nowhere", folder["Test.ttf"]])).digest == digest)
    // Found by its digest, whatever it is called.
    #expect(try library(folders: ["/nowhere", folder["a"]]).font(known()).digest == digest)
  }

  @Test("a file of the right name with another content is not used, and named")
  func forgery() throws {
    let folder = try TemporaryFolder()
    folder.makeFolder("x")
    try folder.put(forged, "Test.ttf")
    try folder.put(forged + [0], "x/Test.ttf")
    try folder.put(forged, "x/other.ttf")
    let places = library(
      files: [folder["x/other.ttf"]], beside: folder.path, folders: [folder.path])
    #expect(
      throws: FontError.notFound(known(), rejected: [folder["Test.ttf"], folder["x/Test.ttf"]])
    ) { try places.font(known()) }
    try folder.put(bytes, "x/zzz")
    #expect(try places.font(known()).digest == known().digest)
  }

  @Test("the error of a missing font names the package, the option and the digest")
  func message() {
    let error = FontError.notFound(known(), rejected: ["/a/Test.ttf"])
    #expect(error.isMachineFault)
    #expect(
      error.description
        == "missing font Test.ttf: install it with 'apt-get install fonts-test' or name the file "
        + "with --font-file (SHA-256 \(known().digest)); of another content: /a/Test.ttf")
  }

  @Test("a file that the user names and that cannot be read is an error")
  func unreadable() throws {
    let folder = try TemporaryFolder()
    let missing = folder["missing.ttf"]
    let error = FontError.unreadable(.failed(.read, path: missing, code: ENOENT))
    #expect(throws: error) { try library(files: [missing]).font(known()) }
    #expect(!error.isMachineFault)
    #expect(error.description == "cannot read \(missing): no such file or directory")
  }

  @Test("a file that the user names is a font, of whatever kind, or an error that names it")
  func check() throws {
    let folder = try TemporaryFolder()
    try folder.put(bytes, "font.bin")
    try folder.put(forged + [0], "other.ttf")
    try library(files: [folder["font.bin"], folder["other.ttf"]]).checkFiles()
    try folder.put(Array("nothing".utf8), "text.ttf")
    try folder.put([], "empty.ttf")
    folder.makeFolder("folder.ttf")
    for (name, line) in [
      ("text.ttf", "\(folder["text.ttf"]) is no font (FreeType error "),
      ("empty.ttf", "\(folder["empty.ttf"]) is no font (FreeType error "),
      (
        "folder.ttf", "cannot read \(folder["folder.ttf"]): it is a folder, expected a file"
      ),
      ("none.ttf", "cannot read \(folder["none.ttf"]): no such file or directory"),
    ] {
      let error = #expect(throws: FontError.self) {
        try library(files: [folder["font.bin"], folder[name]]).checkFiles()
      }
      #expect(error?.isMachineFault == false)
      #expect(error?.description.hasPrefix(line) == true, "\(name)")
    }
  }

  @Test("folders that link to each other end")
  func circle() throws {
    let folder = try TemporaryFolder()
    folder.makeFolder("a")
    symlink(folder.path, folder["a/up"])
    #expect(throws: FontError.self) { try library(folders: [folder.path]).font(known()) }
  }

  @Test("the fonts of the figures are installed, and are of the right kind")
  func knownFonts() throws {
    for font in [KnownFonts.regular, KnownFonts.bold] {
      let face = try FontLibrary().font(font)
      #expect(face.digest == font.digest)
      #expect(face.ascent > 0 && face.descent > 0 && face.capHeight > 0)
      // Digits of one width, so that numbers line up.
      let widths = Set("0123456789".unicodeScalars.compactMap { face.glyph(for: $0)?.advance })
      #expect(widths.count == 1)
    }
  }
}
