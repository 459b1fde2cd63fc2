import Datasets
import Foundation
import Provenance
import Training

/// Trains what a JSON file says and writes the export as plain files for `parity.py`:
/// parity-export DATA CONFIG.json FOLDER
@main
enum ParityExport {
  /// One array of the folder.
  struct Entry: Codable {
    var name: String
    var type: String
    var shape: [Int]
  }

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4 else {
      print("usage: parity-export DATA CONFIG.json FOLDER")
      exit(2)
    }
    let text = try Data(contentsOf: URL(fileURLWithPath: arguments[2]))
    let config = try JSONValueDecoder(unknownKeys: .reject).decode(
      TrainingConfig.self, from: JSONValue(parsing: Array(text)))
    let data = try Dataset(reading: try DatasetLocator().locate(arguments[1]))
    let export = try TrainingExport(config, data: data)
    let folder = URL(fileURLWithPath: arguments[3])
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var entries: [Entry] = []
    for array in export.arrays {
      let (type, bytes) = content(array.values)
      entries.append(Entry(name: array.name, type: type, shape: array.shape))
      try bytes.write(to: folder.appendingPathComponent("\(array.name).bin"))
    }
    try JSONEncoder().encode(entries).write(to: folder.appendingPathComponent("arrays.json"))
  }

  static func content(_ values: NamedArray.Values) -> (type: String, bytes: Data) {
    switch values {
    case .float32(let values): ("<f4", values.withUnsafeBytes { Data($0) })
    case .float64(let values): ("<f8", values.withUnsafeBytes { Data($0) })
    case .int64(let values): ("<i8", values.withUnsafeBytes { Data($0) })
    case .uint8(let values): ("|u1", Data(values))
    }
  }
}
