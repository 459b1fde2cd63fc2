import Rendering

/// The pixels at which two pictures of one size differ.
struct ChangedPixels {
  private let width: Int
  private var isChanged: [Bool]
  private(set) var count = 0
  /// The box around them.
  let box: InkBox

  /// - Precondition: Both have one size.
  init(_ first: Bitmap, _ second: Bitmap) {
    width = first.width
    let height = first.height
    isChanged = first.rgba.withUnsafeBytes { a in
      second.rgba.withUnsafeBytes { b in
        (0..<first.width * height).map {
          a.load(fromByteOffset: 4 * $0, as: UInt32.self)
            != b.load(fromByteOffset: 4 * $0, as: UInt32.self)
        }
      }
    }
    var box = InkBox(left: width, top: height, right: 0, bottom: 0)
    for y in 0..<height {
      for x in 0..<width where isChanged[y * width + x] {
        count += 1
        (box.left, box.right) = (min(box.left, x), max(box.right, x + 1))
        (box.top, box.bottom) = (min(box.top, y), max(box.bottom, y + 1))
      }
    }
    self.box = box
  }

  func hasAny(in box: InkBox) -> Bool {
    (box.top..<box.bottom).contains { y in
      isChanged[y * width + box.left..<y * width + box.right].contains(true)
    }
  }

  /// Takes away the pixels of a box that are covered, and counts them.
  mutating func claim(_ box: InkBox, where coverage: [UInt8]) -> Int {
    var claimed = 0
    var place = 0
    for y in box.top..<box.bottom {
      for x in box.left..<box.right {
        if coverage[place] > 0, isChanged[y * width + x] {
          isChanged[y * width + x] = false
          claimed += 1
        }
        place += 1
      }
    }
    count -= claimed
    return claimed
  }
}
