import Datasets
import Foundation
import NumPyFiles
import Provenance
import Training

/// Trains what a JSON file says and writes the export: parity-export DATA CONFIG.json FILE.npz
@main
enum ParityExport {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4 else {
      print("usage: parity-export DATA CONFIG.json FILE.npz")
      exit(2)
    }
    let text = try Data(contentsOf: URL(fileURLWithPath: arguments[2]))
    let config = try JSONValueDecoder(unknownKeys: .refuse).decode(
      TrainingConfig.self, from: JSONValue(parsing: Array(text)))
    let data = try Dataset(reading: try DatasetLocator().locate(arguments[1]))
    try TrainingExport(config, data: data).archive.write(to: arguments[3])
  }
}
