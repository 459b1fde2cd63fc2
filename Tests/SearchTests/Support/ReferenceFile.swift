import FoundationEssentials

/// A file that `Reference/vectors.py` made, as lines of words.
struct ReferenceFile {
  /// A line: the words before the colon, and those after it.
  struct Line {
    let key: [String]
    let values: [String]

    /// The values as numbers.
    func numbers() throws -> [Double] { try values.map(number) }
  }

  let lines: [Line]

  init(_ name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: folder.appending(path: "Reference/\(name)"), encoding: .utf8)
    lines = text.split(separator: "\n").map { line in
      let words = line.split(separator: " ").map(String.init)
      guard let colon = words.firstIndex(of: ":") else { return Line(key: [], values: words) }
      return Line(key: Array(words[..<colon]), values: Array(words[(colon + 1)...]))
    }
  }
}

/// A word of a reference file that is no number.
struct UnreadableNumber: Error {
  let text: String
}

func number(_ text: String) throws -> Double {
  guard let value = Double(text) else { throw UnreadableNumber(text: text) }
  return value
}

/// The largest difference of two rows, as a share of the larger number; infinite for rows of
/// different length.
func relativeDifference(_ a: [Double], _ b: [Double]) -> Double {
  guard a.count == b.count else { return .infinity }
  return zip(a, b).map { x, y in
    x == y ? 0 : (x - y).magnitude / max(x.magnitude, y.magnitude)
  }.max() ?? 0
}
