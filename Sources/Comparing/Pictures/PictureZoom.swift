/// How large pictures are shown: each pixel as a square of several, or several as one.
struct PictureZoom: Equatable {
  /// Pixels on a side of what one pixel becomes; 1 where pictures are reduced.
  let enlargement: Int
  /// Pixels on a side of what becomes one pixel; 1 where pictures are enlarged.
  let reduction: Int

  /// Sides up to so many pixels are enlarged to.
  static let enlargedSide = 256

  /// The zoom for pictures of this size.
  ///
  /// - Parameter fits: Whether a picture of the size that it gets finds room.
  init(width: Int, height: Int, fits: (_ width: Int, _ height: Int) -> Bool) {
    enlargement = min(8, max(1, Self.enlargedSide / max(width, height, 1)))
    var reduction = 1
    while reduction < max(width, height),
      !fits((width + reduction - 1) / reduction, (height + reduction - 1) / reduction)
    {
      reduction += 1
    }
    self.reduction = reduction
  }

  /// The pixels that a length of the picture becomes; a part of one counts.
  func length(_ pixels: Int) -> Int { (pixels * enlargement + reduction - 1) / reduction }

  /// The pixels of the picture, of so many, that a shown pixel stands for.
  func source(_ shown: Int, of count: Int) -> Range<Int> {
    let start = shown * reduction / enlargement
    return start..<max(min(start + reduction, count), start)
  }

  /// A box of the picture as it is shown.
  func shown(_ box: PixelBox) -> PixelBox {
    let (x, y) = (box.x * enlargement / reduction, box.y * enlargement / reduction)
    return PixelBox(
      x: x, y: y, width: length(box.x + box.width) - x, height: length(box.y + box.height) - y)
  }
}
