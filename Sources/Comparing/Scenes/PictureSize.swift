import Rendering

/// A picture of another size than the page that it should show.
package struct PictureSize: Equatable, Sendable, CustomStringConvertible {
  /// A side of the page.
  package enum Side: String, CaseIterable, Equatable, Sendable {
    case left, top, right, bottom
  }

  /// Width and height in pixels.
  package let found: [Int]
  package let expected: [Int]
  /// What is cut off, where what is left is as it should be.
  package let cut: [Side]

  init(_ picture: Bitmap, _ page: Bitmap) {
    found = [picture.width, picture.height]
    expected = [page.width, page.height]
    cut = Self.cut(picture, page)
  }

  private static func cut(_ picture: Bitmap, _ page: Bitmap) -> [Side] {
    let (dx, dy) = (page.width - picture.width, page.height - picture.height)
    guard dx >= 0, dy >= 0 else { return [] }
    for left in dx > 0 ? [0, dx] : [0] {
      for top in dy > 0 ? [0, dy] : [0] where isPart(picture, of: page, left: left, top: top) {
        var sides: [Side] = []
        if dx > 0 { sides.append(left > 0 ? .left : .right) }
        if dy > 0 { sides.append(top > 0 ? .top : .bottom) }
        return sides
      }
    }
    return []
  }

  private static func isPart(_ picture: Bitmap, of page: Bitmap, left: Int, top: Int) -> Bool {
    (0..<picture.height).allSatisfy { y in
      let row = 4 * y * picture.width
      let other = 4 * ((y + top) * page.width + left)
      return picture.rgba[row..<row + 4 * picture.width]
        .elementsEqual(page.rgba[other..<other + 4 * picture.width])
    }
  }

  package var description: String {
    let sizes = "it is \(found[0])x\(found[1]) instead of \(expected[0])x\(expected[1]) pixels"
    guard !cut.isEmpty else { return sizes }
    return "\(sizes), cut off at the \(cut.map(\.rawValue).joined(separator: " and "))"
  }
}
