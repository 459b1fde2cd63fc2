import FigureFiles
import Figures
import Files
import Guarding
import Provenance

/// Draws a figure, gives it its recipe, writes the files, and says what it shows.
struct FigureWriter {
  let drawing: Drawing
  let outputs: Outputs
  let fontFiles: [String]
  /// Workers that draw.
  let threads: Int

  /// Writes a figure of a result that was just made.
  ///
  /// - Parameters:
  ///   - dataSets: What the result was made from.
  ///   - others: Files that were written before, which are reported with it.
  func write<Shown: Figure>(
    _ figure: Shown, dataSets: @autoclosure @Sendable () throws -> [Recipe.DataSet],
    after others: [String] = []
  ) throws {
    let drawn = try FigureDrawer(
      drawing: drawing, fontFiles: fontFiles, threads: threads,
      carriesNumbers: outputs.carriesNumbers,
      needsPixels: outputs.figures.contains { $0.format == .png }
    ).draw(figure, dataSets: try dataSets())
    // Everything is made before anything is written: an error leaves no file behind.
    var files: [(path: String, bytes: [UInt8])] = []
    for target in outputs.figures {
      files.append((target.path, try drawn.bytes(target.format)))
    }
    if let path = outputs.json {
      files.append((path, try RunFile(result: figure.result, recipe: drawn.recipe).bytes()))
    }
    if let path = outputs.csv { files.append((path, try figure.table().bytes)) }
    try OutputFile.write(files.map { ($0.path == "-" ? "/dev/stdout" : $0.path, $0.bytes) })
    try report(others + files.map(\.path), figure.findings)
  }

  private func report(_ paths: [String], _ findings: [String]) throws {
    guard !outputs.isQuiet else { return }
    let lines = paths.filter { $0 != "-" }.map(PrintablePath.text) + findings
    let text = lines.joined(separator: "\n")
    if outputs.usesStandardOutput { Console.error(text) } else { try Console.output(text) }
  }
}
