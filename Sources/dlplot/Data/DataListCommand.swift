internal import ArgumentParser
internal import Datasets
internal import Provenance

/// `dlplot data list`: which named data sets are at hand, and where.
struct DataListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the named data sets: what they hold, where they are, whether they are sound.",
    discussion: """
      Every set that is found is decoded whole, and is ready when its content has the digest that \
      is built into the program. Beside these sets, --data takes any folder of IDX files.
      """)

  func run() throws {
    let locator = DatasetLocator()
    let header = ["NAME", "TRAINING", "TEST", "IMAGES", "SIZE", "DIGEST", "STATE", "WHERE"]
    let rows = try KnownDataset.allCases.map { set in
      Self.row(for: try DatasetStatus(of: set, found: locator))
    }
    for line in Self.aligned([header] + rows) {
      try Console.output(line)
    }
  }

  private static func row(for status: DatasetStatus) -> [String] {
    let summary = status.summary
    let (state, place) =
      switch status.state {
      case .ready: ("ready", status.folder ?? "")
      case .missing(let remedy): ("missing", remedy)
      case .damaged(let reason): ("damaged", reason)
      }
    return [
      status.set.rawValue,
      summary.map { String($0.trainingCount) } ?? "-",
      summary.map { String($0.testCount) } ?? "-",
      summary.map { $0.shape.description } ?? "-",
      status.byteCount.map(byteText) ?? "-",
      // Enough to tell sets apart; `dlplot data verify` prints the whole digest.
      summary.map { String($0.digest.hex.prefix(12)) } ?? "-",
      state, place,
    ]
  }

  /// Pads each column but the last to the width of its longest cell.
  private static func aligned(_ rows: [[String]]) -> [String] {
    let columnCount = rows.map(\.count).max() ?? 0
    let widths = (0..<columnCount).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).enumerated().map { column, cell in
        let padding = column == columnCount - 1 ? 0 : cell.1 - cell.0.count
        return cell.0 + String(repeating: " ", count: padding)
      }.joined(separator: "  ")
    }
  }
}

/// A number of bytes in decimal units, as file managers show it: `26.4 MB`, `29.5 kB`.
func byteText(_ byteCount: Int) -> String {
  let (unit, name) = byteCount < 1_000_000 ? (1000, "kB") : (1_000_000, "MB")
  let tenths = (byteCount * 10 + unit / 2) / unit
  return "\(tenths / 10).\(tenths % 10) \(name)"
}
