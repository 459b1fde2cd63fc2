import Foundation
import Provenance
import Rendering
import TestSupport
import Testing

/// `dlplot compare` on figures, on PNGs of others, and on files that are broken.
struct CompareCommandTests {
  private let program: Program
  private let scratch: Scratch

  init() throws {
    program = try Program()
    scratch = try Scratch()
  }

  private func draw(_ arguments: [String], _ name: String) throws -> String {
    let path = scratch.path(name)
    let outcome = try program.run(arguments + ["-o", path, "--quiet"])
    #expect(outcome.status == 0, "\(outcome.error)")
    return path
  }

  /// A white PNG with some pixels painted.
  private func png(
    _ name: String, width: Int = 100, height: Int = 60,
    _ pixels: [(x: Int, y: Int, level: UInt8)] = []
  ) throws -> String {
    var rgba = [UInt8](repeating: 255, count: width * height * 4)
    for pixel in pixels {
      for channel in 0..<3 { rgba[(pixel.y * width + pixel.x) * 4 + channel] = pixel.level }
    }
    return try scratch.write(
      try Bitmap(width: width, height: height, rgba: rgba).png(), to: name)
  }

  @Test("equal pictures, whoever packed them, are equal")
  func equal() throws {
    let one = try png("a.png")
    // The same white: grey of 1 bit, in one stored block.
    let rows = (0..<60).flatMap { _ in [0] + [UInt8](repeating: 255, count: 13) }
    let length = UInt16(rows.count)
    let head = [UInt8(truncatingIfNeeded: length), UInt8(length >> 8)]
    var sums = (1, 0)
    for byte in rows {
      sums = ((sums.0 + Int(byte)) % 65521, (sums.0 + Int(byte) + sums.1) % 65521)
    }
    let packed = RawPNG([
      RawPNG.Chunk("IHDR", RawPNG.header(width: 100, height: 60, depth: 1)),
      RawPNG.Chunk(
        "IDAT",
        [0x78, 1, 1] + head + head.map { ~$0 } + rows
          + RawPNG.bigEndian(UInt32(sums.1 << 16 | sums.0))),
      RawPNG.Chunk("IEND"),
    ])
    let other = try scratch.write(packed.bytes, to: "b.png")
    for files in [[one, one], [one, other]] {
      let outcome = try program.run(["compare"] + files)
      #expect(outcome.output == "equal: 100x60, every pixel the same\n")
      #expect(outcome.status == 0 && outcome.error.isEmpty)
    }
    #expect(try program.run(["compare", one, other, "--quiet"]).output.isEmpty)
  }

  @Test("what differs is counted and placed, and the exit status is 1")
  func different() throws {
    let one = try png("a.png")
    let other = try png("b.png", [(40, 10, 0), (41, 10, 100), (70, 50, 254)])
    let outcome = try program.run(["compare", one, other])
    #expect(outcome.status == 1 && outcome.error.isEmpty)
    #expect(
      outcome.output == """
        different: 3 of 6,000 pixels (<0.1 %) differ, by up to 255 levels
        changed     3 pixels (<0.1 %)
        visible     2 pixels beyond the tolerance, 2 by more than 24 levels
        where       31x41+40+10
        largest     255 levels of 255
        worst tile  32x32+32+0: 0.2 % changed, by 0.40 levels on average

        """)
    #expect(try program.run(["compare", one, other, "--quiet"]).status == 1)
    let sizes = try program.run(["compare", one, try png("c.png", width: 90)])
    #expect(sizes.status == 1)
    #expect(
      sizes.output == """
        different: the sizes differ: 100x60 and 90x60
        size        100x60 and 90x60, compared where they overlap

        """)
  }

  @Test("the tolerance passes what it says, and no more")
  func tolerances() throws {
    let one = try png("a.png")
    let faint = try png("b.png", [(40, 10, 253)])
    let dark = try png("c.png", [(40, 10, 200)])
    func run(_ other: String, _ tolerance: String?) throws -> Program.Outcome {
      try program.run(["compare", one, other] + (tolerance.map { ["--tolerance", $0] } ?? []))
    }
    var outcome = try run(faint, nil)
    #expect(outcome.status == 1)
    #expect(
      outcome.output.hasPrefix(
        "different: 1 of 6,000 pixels (<0.1 %) differ, by up to 2 levels; "
          + "--tolerance unseen passes it\n"))
    #expect(try run(faint, "none").status == 1)
    outcome = try run(faint, "unseen")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("within tolerance: 1 of 6,000 pixels (<0.1 %) differ"))
    #expect(try run(faint, "flat=1").status == 1)
    #expect(try run(dark, "unseen").status == 1)
    #expect(try run(dark, "pixels=1").status == 0)
    #expect(try run(dark, "flat=55").status == 0)
    #expect(try run(dark, "flat=54").status == 1)
    #expect(try run(dark, "pixels=1,tile=0.05").status == 1)
    #expect(try run(dark, "pixels=1,tile=0.06").status == 0)
  }

  @Test("--json says the same as a value")
  func json() throws {
    let one = try png("a.png")
    let other = try png("b.png", [(40, 10, 0)])
    let outcome = try program.run(["compare", one, other, "--json"])
    #expect(outcome.status == 1)
    let json = try JSONValue(parsing: outcome.output, limits: JSONLimits())
    #expect(json["verdict"] == "different")
    #expect(json["referencePath"] == .string(one) && json["newPath"] == .string(other))
    let picture = try #require(json["picture"])
    #expect(picture["changed"] == 1 && picture["largest"] == 255 && picture["compared"] == 6000)
    #expect(picture["box"]?["x"] == 40 && picture["box"]?["y"] == 10)
    #expect(picture["worstTile"]?["changedShare"]?.numberValue == 1.0 / 1024)
    #expect(json["figures"] == nil)
    let quiet = try program.run(["compare", one, other, "--json", "--quiet"])
    #expect(quiet.status == 1 && quiet.output.isEmpty)
  }

  @Test("--diff writes both pictures and what differs, also of equal ones")
  func diff() throws {
    let one = try png("a.png")
    let other = try png("b.png", [(40, 10, 0)])
    let path = scratch.path("d.png")
    #expect(try program.run(["compare", one, other, "--diff", path]).status == 1)
    let picture = try DecodedPNG(path: path).bitmap
    // 100x60 are shown twice as large.
    #expect(picture.width == 3 * 200 + 4 * 12 && picture.height == 120 + 70)
    let place = ((36 + 20) * picture.width + 12 + 2 * 212 + 80) * 4
    #expect(Array(picture.rgba[place..<place + 4]) == [0xE0, 0x00, 0x38, 255])
    #expect(try program.run(["compare", one, one, "--diff", path]).status == 0)
    #expect(try DecodedPNG(path: path).bitmap.width == picture.width)
    for (diff, allowed) in [
      (one, "another file than the two"), ("d.svg", "a .png file"), ("", "a .png file"),
    ] {
      let outcome = try program.run(["compare", one, other, "--diff", diff])
      #expect(outcome.status == 2)
      #expect(
        outcome.error == "dlplot: invalid --diff: \(diff.isEmpty ? "''" : diff) (\(allowed))\n")
    }
    // However it is spelled.
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("link.png"), withDestinationPath: "a.png")
    try FileManager.default.linkItem(atPath: other, toPath: scratch.path("second.png"))
    let before = try Data(contentsOf: URL(fileURLWithPath: one))
    for diff in ["./a.png", "link.png", "second.png"] {
      let outcome = try program.run(
        ["compare", "a.png", "b.png", "--diff", diff], in: scratch.url)
      #expect(outcome.status == 2 && outcome.output.isEmpty)
      #expect(
        outcome.error == "dlplot: invalid --diff: \(diff) (another file than the two)\n")
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: one)) == before)
    let missing = try program.run(["compare", one, other, "--diff", "/missing/d.png"])
    #expect(missing.status == 2 && missing.error.contains("/missing/d.png"))
  }

  @Test("two figures of ours: what was asked for, what came out, what it means")
  func figures() throws {
    let source = ["optimizers", "--iterations", "30", "--hidden", "10", "--smoothing", "0"]
    let one = try draw(source + ["--optimizer", "sgd,adam:0.001"], "a.png")
    let other = try draw(source + ["--optimizer", "sgd,adam:0.01"], "b.png")
    let outcome = try program.run(["compare", one, other])
    #expect(outcome.status == 1)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.contains("config      optimizers[1] adam:0.001 -> adam:0.01"))
    #expect(lines.contains { $0.hasPrefix("data        variants[1].") })
    let adam = try #require(lines.first { $0.hasPrefix("shows       Adam") })
    #expect(adam.contains("final loss "))
    // SGD is the same in both.
    #expect(!lines.contains { $0.hasPrefix("shows       SGD") })
    // What is drawn otherwise is told by its name, as `verify` does.
    let scene = try #require(lines.first { $0.hasPrefix("scene       ") })
    #expect(scene.contains(" \"") && scene.hasSuffix(" more parts differ"), "\(scene)")

    // What the sentence says is what the figures carry.
    let json = try JSONValue(
      parsing: try program.run(["compare", one, other, "--json"]).output, limits: JSONLimits())
    guard case .array(let facts)? = json["figures"]?["facts"] else {
      Issue.record("no facts")
      return
    }
    let loss = try #require(facts.first { $0["quantity"] == "final loss" })
    for (name, path) in [("reference", one), ("new", other)] {
      let text = try #require(try AlteredPNG(path: path)[text: "Description"])
      let value = try #require(loss[name]?.stringValue)
      #expect(text.contains(value), "\(value) in \(text)")
    }
    #expect(try program.run(["compare", one, one]).output.contains("figures     the same config"))
  }

  @Test("a look that differs, a picture that was touched and a recipe that was altered are named")
  func ladder() throws {
    let source = ["trajectories", "--steps", "5"]
    let one = try draw(source, "a.png")
    let dark = try program.run(["compare", one, try draw(source + ["--theme", "dark"], "d.png")])
    #expect(dark.output.contains("\nconfig      theme light -> dark\n"))
    #expect(dark.output.contains("\nscene       the page is #14181d instead of #ffffff; title \""))
    #expect(!dark.output.contains("\ndata"))
    let bare = try program.run(
      ["compare", one, try draw(["trajectories", "--steps", "6", "--public"], "p.png")])
    #expect(bare.output.contains("\ndata        other numbers (one of the figures carries none)\n"))
    #expect(bare.output.contains("\nshows       not known: no numbers in "))

    // The pixels of another figure under this one's recipe.
    var png = try AlteredPNG(path: one)
    let pixels = try AlteredPNG(path: scratch.path("p.png")).chunks.filter { $0.type == "IDAT" }
    let place = try #require(png.chunks.firstIndex { $0.type == "IDAT" })
    png.chunks.removeAll { $0.type == "IDAT" }
    png.chunks.insert(contentsOf: pixels, at: place)
    try png.write(to: scratch.path("t.png"))
    let touched = try program.run(["compare", one, scratch.path("t.png")])
    #expect(touched.status == 1)
    #expect(
      touched.output.contains(
        "\npicture     the pixels of B are not those that it was written with\n"))

    png = try AlteredPNG(path: one)
    png[text: "dlplot"] = try #require(png[text: "dlplot"])
      .replacingOccurrences(of: "\"steps\":5", with: "\"steps\":7")
    try png.write(to: scratch.path("r.png"))
    let altered = try program.run(["compare", one, scratch.path("r.png")])
    #expect(altered.status == 0)
    #expect(altered.output.contains("\nfigures     B: "))
    let plain = try program.run(["compare", one, try self.png("w.png")])
    #expect(plain.output.contains("\nfigures     only A carries a recipe\n"))
  }

  @Test("files that are no PNG are an error that says what is")
  func otherKinds() throws {
    let one = try png("a.png")
    let source = ["trajectories", "--steps", "5"]
    for (other, allowed) in [
      (try draw(source, "a.svg"), "a PNG, not an SVG; redraw makes one of it"),
      (try draw(source, "a.pdf"), "a PNG, not a PDF; redraw makes one of it"),
      (try draw(source + ["--public"], "b.pdf"), "a PNG, not a PDF"),
      (try scratch.write([0xFF, 0xD8, 0xFF, 0xE0], to: "a.jpg"), "a PNG, not a JPEG"),
      (try scratch.write(Array("nothing".utf8), to: "a.txt"), "a PNG"),
      (try scratch.write([], to: "empty.png"), "a PNG"),
    ] {
      for files in [[one, other], [other, one]] {
        let outcome = try program.run(["compare"] + files)
        #expect(outcome.status == 2 && outcome.output.isEmpty)
        #expect(outcome.error == "dlplot: invalid file: \(other) (\(allowed))\n")
      }
    }
    for other in [scratch.path("missing.png"), scratch.url.path, "-"] {
      let outcome = try program.run(["compare", one, other])
      #expect(outcome.status == 2)
      #expect(outcome.error.hasPrefix("dlplot: cannot read \(other): "))
    }
  }

  /// Runs what follows with a gigabyte of address space.
  private static let gigabyte = ["/usr/bin/prlimit", "--as=1073741824"]

  @Test("broken files give one line and exit 2, within a gigabyte of memory")
  func broken() throws {
    let one = try png("a.png")
    var files: [(String, [UInt8])] = []
    let whole = RawPNG(bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: one))))
    for index in whole.chunks.indices {
      var png = whole
      png.chunks[index].checksumError = 1
      files.append(("checksum of \(png.chunks[index].name)", png.bytes))
    }
    for count in [9, 20, 40, whole.bytes.count - 30, whole.bytes.count - 1] {
      files.append(("\(count) bytes", Array(whole.bytes[..<count])))
    }
    for (width, height) in [
      (UInt32(1) << 31, UInt32(1)), (1, (1 << 31) - 1), (0, 1), (30000, 30000),
    ] {
      var png = whole
      png.chunks[0].data = RawPNG.header(width: width, height: height, color: 2)
      files.append(("\(width)x\(height)", png.bytes))
    }
    // One pixel, and a stream that goes on and on.
    var bomb = RawPNG(width: 1, height: 1)
    bomb.chunks[1].data = RawPNG.zeros(2 << 30)
    files.append(("endless rows", bomb.bytes))
    for (name, head) in [("zTXt", "k\0\0"), ("iTXt", "k\0\u{1}\0\0\0")] {
      var png = RawPNG(width: 1, height: 1)
      png.chunks.insert(RawPNG.Chunk(name, Array(head.utf8) + RawPNG.zeros(1 << 30)), at: 1)
      files.append(("\(name) bomb", png.bytes))
    }
    var stated = RawPNG(width: 1, height: 1)
    stated.chunks.insert(RawPNG.Chunk("iTXt", Array("k\0\0\0\0\0t".utf8)), at: 1)
    stated.chunks[1].statedLength = 1 << 30
    files.append(("iTXt of a gigabyte, cut", stated.bytes))

    for (name, bytes) in files {
      let path = try scratch.write(bytes, to: "broken.png")
      for arguments in [[one, path], [path, path]] {
        let outcome = try program.run(["compare"] + arguments, through: Self.gigabyte)
        #expect(outcome.status == 2, "\(name): \(outcome.status) \(outcome.output)")
        #expect(outcome.output.isEmpty)
        #expect(outcome.error.hasPrefix("dlplot: \(path) is "), "\(name): \(outcome.error)")
        #expect(outcome.error.split(separator: "\n").count == 1, "\(name): \(outcome.error)")
      }
    }
  }

  @Test("a text of a gigabyte that is really there is not read into memory")
  func gigabyte() throws {
    let one = try png("a.png")
    let path = scratch.path("large.png")
    var png = RawPNG(width: 1, height: 1)
    png.chunks.insert(RawPNG.Chunk("iTXt", Array("k\0\0\0\0\0t".utf8)), at: 1)
    png.chunks[1].statedLength = 1 << 30
    let start = RawPNG.signature + png.chunks[0].bytes + png.chunks[1].bytes.dropLast(4)
    try Data(start).write(to: URL(fileURLWithPath: path))
    // Zeros that take no room on the disk.
    #expect(truncate(path, 33 + 8 + (1 << 30) + 4) == 0)
    let outcome = try program.run(
      ["compare", one, path], through: Self.gigabyte)
    #expect(outcome.status == 2)
    #expect(outcome.error.hasPrefix("dlplot: \(path) is a damaged PNG: "), "\(outcome.error)")
    #expect(outcome.error.split(separator: "\n").count == 1)
  }

  @Test("large pictures compare within a gigabyte; where memory is short, that is said")
  func large() throws {
    let one = try scratch.write(RawPNG(width: 8000, height: 8000).bytes, to: "a.png")
    let other = try scratch.write(RawPNG(width: 8000, height: 8000, color: 2).bytes, to: "b.png")
    let outcome = try program.run(
      ["compare", one, other], through: Self.gigabyte)
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.output == "equal: 8000x8000, every pixel the same\n")
    let short = try program.run(
      ["compare", one, other], through: ["/usr/bin/prlimit", "--as=536870912"])
    #expect(short.status == 3)
    #expect(short.error.hasSuffix(": out of memory\n"), "\(short.error)")
    #expect(short.error.split(separator: "\n").count == 1)
  }
}
