import Foundation
import Testing

/// `dlplot figures`: the gallery, a part of it, and what is there already.
struct FiguresCommandTests {
  private let program: Program
  private let scratch: Scratch

  init() throws {
    program = try Program()
    scratch = try Scratch()
  }

  private func figures(_ more: [String]) throws -> Program.Outcome {
    try program.run(["figures", "--out", scratch.path("out")] + more)
  }

  @Test("a part of the gallery goes into a new folder, and is not made twice")
  func twice() throws {
    let first = try figures(["--only", "trajectories.png,activations-he"])
    #expect(first.status == 0, "\(first.error)")
    #expect(Set(first.output.split(separator: "\n")).count == 2)
    #expect(!first.output.contains("numbers were there"))
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path("out")).sorted()
    #expect(names == ["activations-he.png", "trajectories.png"])
    let bytes = try Data(contentsOf: URL(fileURLWithPath: scratch.path("out/trajectories.png")))

    let second = try figures(["--only", "trajectories.png,activations-he"])
    #expect(
      second.output.split(separator: "\n").allSatisfy { $0.hasSuffix("(its numbers were there)") })
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: scratch.path("out/trajectories.png"))) == bytes)
    let third = try figures(["--only", "trajectories.png", "--again"])
    #expect(third.output == "\(scratch.path("out/trajectories.png"))\n")
  }

  @Test("a figure of other settings, or a damaged one, is made anew")
  func others() throws {
    let path = scratch.path("out/trajectories.png")
    try FileManager.default.createDirectory(
      atPath: scratch.path("out"), withIntermediateDirectories: true)
    #expect(try program.run(["trajectories", "--steps", "3", "-o", path, "--quiet"]).status == 0)
    #expect(try figures(["--only", "trajectories.png"]).output == "\(path)\n")
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    bytes[bytes.count / 3] ^= 1
    try bytes.write(to: URL(fileURLWithPath: path))
    #expect(try figures(["--only", "trajectories.png"]).output == "\(path)\n")
    #expect(try figures(["--only", "trajectories.png"]).output.contains("numbers were there"))
  }

  @Test("a figure is drawn again from its file, in other looks and formats")
  func redraw() throws {
    let source = scratch.path("a.png")
    #expect(try program.run(["trajectories", "-o", source, "--quiet"]).status == 0)
    for (name, more) in [("dark.png", ["--theme", "dark"]), ("a.svg", []), ("a.pdf", [])] {
      let outcome = try program.run(
        ["redraw", source, "-o", scratch.path(name), "--quiet"] + more)
      #expect(outcome.status == 0, "\(outcome.error)")
    }
    // From the SVG back to the same PNG.
    let back = scratch.path("back.png")
    #expect(
      try program.run(["redraw", scratch.path("a.svg"), "-o", back, "--quiet"]).status == 0)
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: back))
        == Data(contentsOf: URL(fileURLWithPath: source)))
  }

  @Test("without its numbers a figure is not drawn again, and says so")
  func withoutNumbers() throws {
    let source = scratch.path("a.png")
    #expect(try program.run(["trajectories", "--public", "-o", source, "--quiet"]).status == 0)
    let outcome = try program.run(["redraw", source, "-o", scratch.path("b.png")])
    #expect(outcome.status == 2)
    #expect(outcome.error.contains("--public"))
    #expect(!scratch.exists("b.png"))
  }

  @Test("an unknown name is told with the nearest one")
  func unknown() throws {
    let outcome = try figures(["--only", "optimizer.png"])
    #expect(outcome.status == 2)
    #expect(outcome.error.contains("did you mean optimizers.png?"), "\(outcome.error)")
    #expect(!scratch.exists("out"))
  }
}
