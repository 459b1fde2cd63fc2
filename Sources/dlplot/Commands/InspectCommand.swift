import ArgumentParser
import FigureFiles
import Guarding
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
      picture. "drawn by" names the libraries that drew the file, "here" those of this program; \
      "altered" says what of it is not as it was written. Exit status 2 where a file cannot be read.

        dlplot inspect activations.png
        dlplot inspect --json figures/*.png | jq '.[].facts'
      """)

  @Argument(help: ArgumentHelp("Figures or results.", valueName: "file"))
  var files: [String]

  @Flag(help: "Print a list of JSON objects (RFC 8785), with the facts that the numbers state.")
  var json = false

  func run() throws {
    var cards: [JSONValue] = []
    var isFirst = true
    var worst = ExitStatus.done.rawValue
    for path in files {
      let card: FigureCard
      do {
        // Of several files one picture at a time is kept.
        card = FigureCard(
          file: try FigureFile(path: path, otherNumerics: .accept), statesFacts: json)
      } catch {
        let failed = FailedFile(path, error)
        failed.report()
        cards.append([
          "file": .string(path), "status": .number(Double(failed.status)),
          "error": .string(failed.error),
        ])
        worst = max(worst, failed.status)
        continue
      }
      if json {
        cards.append(try card.json())
      } else {
        let name = "file      \(PrintablePath.text(path))\n"
        let head = files.count > 1 ? (isFirst ? "" : "\n") + name : ""
        try Console.output(head + card.text)
        isFirst = false
      }
    }
    if json { try Console.output(JSONValue.array(cards).canonicalText) }
    if let status = ExitStatus(rawValue: worst), status != .done { throw status }
  }
}
