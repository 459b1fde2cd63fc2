import ArgumentParser
import FigureFiles
import Provenance

/// `dlplot inspect`: what a figure says of itself.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Print what figures and results say of themselves.",
    discussion: """
      Reads PNG, SVG and PDF figures and the results of --json: title, command, what was asked, the \
      data that were read, the four identities and the alternative text. The identities are SHA-256 \
      digests: config of what was asked, data of the numbers, scene of the drawing, pixels of the \
      picture. "drawn by" names the libraries that drew the file, "here" those of this program.

        dlplot inspect activations.png
        dlplot inspect --json figures/*.png | jq '.[].facts'
      """)

  @Argument(help: ArgumentHelp("Figures or results.", valueName: "file"))
  var files: [String]

  @Flag(help: "Print a list of JSON objects (RFC 8785), with the facts that the numbers state.")
  var json = false

  func run() throws {
    // Everything is read before anything is printed: an error leaves no half answer.
    let cards = try files.map { path in
      let file = try FileFailure.naming(path) {
        try FigureFile(path: path, otherNumerics: .accept)
      }
      let card = FigureCard(file: file, statesFacts: json)
      // Pictures are not kept.
      return json ? try card.json() : .string(card.text)
    }
    if json { return try Console.output(JSONValue.array(cards).canonicalText) }
    for (index, (path, card)) in zip(files, cards).enumerated() {
      guard case .string(let text) = card else { continue }
      if files.count > 1 {
        if index > 0 { try Console.output("") }
        try Console.output("file      \(path)")
      }
      try Console.output(text)
    }
  }
}
