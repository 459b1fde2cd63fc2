import Comparing

/// Two pictures of one size, compared pixel by pixel as the documentation says, without haste.
struct PlainComparison {
  private(set) var changed = 0
  private(set) var hidden = 0
  private(set) var strong = 0
  private(set) var beyond = 0
  private(set) var largest = 0
  /// Sums of the largest difference of a channel, by tile.
  private(set) var sums: [[Int]: Int] = [:]
  private let pictures: [TestPicture]

  init(_ one: TestPicture, _ other: TestPicture, _ tolerance: Tolerance) {
    pictures = [one, other]
    for y in 0..<one.height {
      for x in 0..<one.width where one[x, y] != other[x, y] {
        let differences = zip(shown(0, x, y), shown(1, x, y)).map { abs($0 - $1) }
        let level = differences.max() ?? 0
        changed += 1
        if level == 0 { hidden += 1 }
        if level > 24 { strong += 1 }
        largest = max(largest, level)
        sums[[x / 32, y / 32], default: 0] += level
        let isAllowed = differences.enumerated().allSatisfy { channel, difference in
          difference <= tolerance.flat
            || difference <= tolerance.edge
              && (0..<2).allSatisfy { range($0, x, y, channel) >= tolerance.edgeRatio * difference }
        }
        if !isAllowed { beyond += 1 }
      }
    }
  }

  /// Over white by the rule of "over", rounded to nearest; then alpha.
  private func shown(_ picture: Int, _ x: Int, _ y: Int) -> [Int] {
    let pixel = pictures[picture][x, y]
    let alpha = Double(pixel.w) / 255
    let colors = (0..<3).map {
      Int((Double(pixel[$0]) * alpha + 255 * (1 - alpha)).rounded())
    }
    return colors + [Int(pixel.w)]
  }

  private func range(_ picture: Int, _ x: Int, _ y: Int, _ channel: Int) -> Int {
    var levels: [Int] = []
    for row in y - 1...y + 1 where (0..<pictures[picture].height).contains(row) {
      for column in x - 1...x + 1 where (0..<pictures[picture].width).contains(column) {
        levels.append(shown(picture, column, row)[channel])
      }
    }
    return (levels.max() ?? 0) - (levels.min() ?? 0)
  }
}
