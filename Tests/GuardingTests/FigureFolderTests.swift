import FigureFiles
import Files
import Foundation
import Guarding
import TestSupport
import Testing

/// Which files of a folder are looked at.
struct FigureFolderTests {
  private let stage: Stage

  init() throws { stage = try Stage() }

  @Test("figures of all folders, in the order of their bytes; nothing hidden, nothing else")
  func files() throws {
    for name in [
      "b.png", "a.png", "Z.PNG", "plot.svg", "paper.pdf", "note.txt", "apng", "sub/deep/c.png",
      ".hidden.png",
      ".git/d.png", "sub/.cache/e.png", "png/readme.md",
    ] {
      try stage.put([1], name)
    }
    let folder = try FigureFolder(path: stage.figures)
    #expect(folder.files == ["Z.PNG", "a.png", "b.png", "paper.pdf", "plot.svg", "sub/deep/c.png"])
    #expect(folder.linksOut.isEmpty && folder.guardedFolders.isEmpty)
    #expect(folder.path(of: "sub/deep/c.png") == stage.figures + "/sub/deep/c.png")
  }

  @Test("links to files inside are followed; those that lead out, nowhere or to folders are not")
  func links() throws {
    try stage.put([1], "a.png")
    try stage.put([1], "sub/b.png")
    try Data([1]).write(to: URL(fileURLWithPath: stage.root["secret.png"]))
    // A folder whose name begins like this one's is outside too.
    stage.root.makeFolder("figures2")
    try Data([1]).write(to: URL(fileURLWithPath: stage.root["figures2/x.png"]))
    try stage.link("inside.png", to: "sub/b.png")
    try stage.link("outside.png", to: "../secret.png")
    try stage.link("near.png", to: "../figures2/x.png")
    try stage.link("dangling.png", to: "gone.png")
    try stage.link("loop.png", to: "loop.png")
    try stage.link("around", to: ".")
    try stage.link("up", to: "..")
    try stage.link("folder.png", to: "sub")
    let folder = try FigureFolder(path: stage.figures)
    #expect(folder.files == ["a.png", "inside.png", "sub/b.png"])
    #expect(folder.linksOut == ["near.png", "outside.png"])
    #expect(folder.brokenLinks == ["dangling.png", "loop.png"])
  }

  @Test("the folder itself may be a link")
  func linkedRoot() throws {
    try stage.put([1], "a.png")
    try stage.link("same.png", to: "a.png")
    try FileManager.default.createSymbolicLink(
      atPath: stage.root["link"], withDestinationPath: "figures")
    let folder = try FigureFolder(path: stage.root["link"])
    #expect(folder.files == ["a.png", "same.png"])
  }

  @Test("a folder with a guard.json of its own guards itself")
  func nested() throws {
    try stage.put([1], "a.png")
    try stage.put([1], "own/b.png")
    try stage.put([1], "own/guard.json")
    let folder = try FigureFolder(path: stage.figures)
    #expect(folder.files == ["a.png"])
    #expect(folder.guardedFolders == ["own"])
  }

  @Test("what is no folder is said")
  func noFolder() throws {
    try stage.put([1], "a.png")
    #expect(throws: GuardError.notAFolder(path: stage.root["x"], got: nil)) {
      try FigureFolder(path: stage.root["x"])
    }
    #expect(throws: GuardError.notAFolder(path: stage.figures + "/a.png", got: .file)) {
      try FigureFolder(path: stage.figures + "/a.png")
    }
  }
}
