import Foundation
import Testing

/// What `make install` puts in place works from anywhere, without the sources.
struct InstallTests {
  private let installed: Program
  private let scratch: Scratch
  private let prefix: String

  init() throws {
    scratch = try Scratch()
    prefix = scratch.path("prefix")
    let built = try Program()
    let outcome = try Program(path: Checkout.path("scripts/install.sh")).run(
      [prefix], environment: ["DLPLOT_BINARY": built.path])
    #expect(outcome.status == 0)
    #expect(outcome.output == "installed \(prefix)/bin/dlplot\n")
    installed = Program(path: "\(prefix)/bin/dlplot")
  }

  private static let images = ["activations", "--input", "mnist", "--samples", "50"]

  /// From the root folder, with nothing in the environment that would name data.
  private func run(_ arguments: [String]) throws -> Program.Outcome {
    try installed.run(
      arguments, in: URL(fileURLWithPath: "/"),
      environment: ["DLPLOT_DATA": nil, "XDG_CACHE_HOME": nil, "HOME": nil])
  }

  @Test("it draws the bundled digits from another folder")
  func draws() throws {
    let path = scratch.path("a.png")
    let outcome = try run(Self.images + ["-o", path])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(scratch.exists("a.png"))
    let digits = "\(prefix)/share/dlplot/data/mnist5k"
    #expect(try run(["data", "list"]).output.contains(" ready    \(digits)\n"))
    #expect(try run(["data", "verify"]).status == 0)
    // Nothing is read of the checkout: without the installed digits there are none.
    try FileManager.default.removeItem(atPath: "\(prefix)/share/dlplot/data")
    let without = try run(Self.images + ["-o", scratch.path("b.png")])
    #expect(without.status == 2)
    #expect(
      without.error
        == "dlplot: data set mnist5k not found: looked in \(digits) (set DLPLOT_DATA to the folder "
        + "that holds mnist5k, or install dlplot again)\n")
    #expect(!scratch.exists("b.png"))
  }

  @Test("it draws with the sources hidden", .mounts)
  func hidden() throws {
    let outcome = try installed.run(
      Self.images + ["-o", scratch.path("a.png")],
      mounting: "mount -t tmpfs tmpfs '\(Checkout.url.path)' && cd /",
      environment: ["DLPLOT_DATA": nil, "XDG_CACHE_HOME": nil, "HOME": nil])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(scratch.exists("a.png"))
  }

  @Test("a symbolic link to it works, too")
  func link() throws {
    let link = scratch.path("dlplot")
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: installed.path)
    let outcome = try Program(path: link).run(
      Self.images + ["-o", scratch.path("a.png")],
      environment: ["DLPLOT_DATA": nil, "XDG_CACHE_HOME": nil, "HOME": nil])
    #expect(outcome.status == 0, "\(outcome.error)")
  }
}
