import ArgumentParser
import FigureFiles
import Provenance

/// `dlplot inspect`: what a figure says of itself.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Print the recipe and the identities that a figure or a result carries.",
    discussion: """
      Reads PNG and SVG figures and the results of --json. The four identities are SHA-256 \
      digests: config of what was asked, data of the numbers, scene of the drawing, pixels of \
      the picture.
      """)

  @Argument(help: ArgumentHelp("Figures or results.", valueName: "file"))
  var files: [String]

  func run() throws {
    for (index, path) in files.enumerated() {
      let card = FigureCard(file: try FigureFile(path: path, otherNumerics: .accept))
      if files.count > 1 {
        if index > 0 { try Console.output("") }
        try Console.output("file      \(path)")
      }
      try Console.output(card.text)
    }
  }
}
