import Charting
import Rendering

/// A box of a picture.
struct PagePart {
  let width: Int
  let height: Int
  /// One word for each pixel, as the bytes red, green, blue, alpha in the order of memory.
  private let words: [UInt32]

  init(_ picture: Bitmap) {
    self.init(
      picture, InkBox(left: 0, top: 0, right: picture.width, bottom: picture.height))
  }

  init(_ picture: Bitmap, _ box: InkBox) {
    (width, height) = (box.width, box.height)
    var words: [UInt32] = []
    words.reserveCapacity(width * height)
    picture.rgba.withUnsafeBytes { bytes in
      for y in box.top..<box.bottom {
        for x in box.left..<box.right {
          words.append(
            bytes.load(fromByteOffset: 4 * (y * picture.width + x), as: UInt32.self))
        }
      }
    }
    self.words = words
  }

  func differences(from other: PagePart) -> Int {
    zip(words, other.words).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) }
  }

  /// The colour that most of these pixels have; nil where no colour has more than half of them.
  func commonColor(at places: [Int]) -> Color? {
    // Boyer and Moore's vote: the only colour that may have more than half.
    var (candidate, votes): (UInt32, Int) = (0, 0)
    for place in places {
      if votes == 0 { candidate = words[place] }
      votes += words[place] == candidate ? 1 : -1
    }
    guard places.count(where: { words[$0] == candidate }) * 2 > places.count else { return nil }
    return withUnsafeBytes(of: candidate) {
      Color(red: $0[0], green: $0[1], blue: $0[2], alpha: $0[3])
    }
  }

  /// The distance at which most of the pixels have the colour that they had; nil where they have it
  /// nowhere more often than where they were.
  func shift(of places: [Int], color: Color, within reach: Int) -> (x: Int, y: Int)? {
    let word = Self.word(of: color)
    var best = (matches: matches(places, word, x: 0, y: 0), x: 0, y: 0)
    for y in -reach...reach {
      for x in -reach...reach {
        let count = matches(places, word, x: x, y: y)
        // Of equally good ones the shortest way.
        let isShorter = x * x + y * y < best.x * best.x + best.y * best.y
        if count > best.matches || count == best.matches && isShorter {
          best = (count, x, y)
        }
      }
    }
    return best.x == 0 && best.y == 0 ? nil : (best.x, best.y)
  }

  /// A colour as pixels are kept. By arithmetic: an optimized build of Swift 6.3 got the bytes of an
  /// array wrong that was read as a word.
  private static func word(of color: Color) -> UInt32 {
    let low = UInt32(color.red) | UInt32(color.green) << 8
    return UInt32(littleEndian: low | UInt32(color.blue) << 16 | UInt32(color.alpha) << 24)
  }

  private func matches(_ places: [Int], _ word: UInt32, x: Int, y: Int) -> Int {
    var count = 0
    for place in places {
      let (row, column) = (place / width + y, place % width + x)
      guard (0..<height).contains(row), (0..<width).contains(column) else { continue }
      if words[row * width + column] == word { count += 1 }
    }
    return count
  }
}
