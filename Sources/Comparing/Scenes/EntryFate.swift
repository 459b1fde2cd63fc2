import Charting
import Rendering

/// Finds out from a picture what became of one entry of a scene: each guess is drawn and compared.
struct EntryFate {
  let fate: PictureReading.Fate

  /// Pixels along x and y within which an entry that was moved is looked for.
  private static let reach = 12
  /// Share of the changed pixels in an entry's reach that a guess must set right.
  private static let share = 0.98

  /// - Throws: `RenderError`.
  init(_ index: Int, in picture: Bitmap, page: Bitmap, ink: SceneInk) throws {
    let entry = ink.entries[index]
    guard let own = entry.box?.intersection(ink.page), !own.isEmpty else {
      fate = .touched
      return
    }
    let box = own.grown(by: Self.reach).intersection(ink.page)
    let found = PagePart(picture, box)
    let changed = found.differences(from: PagePart(page, box))
    func explains(_ other: SceneEntry?) throws -> Bool {
      let guess = PagePart(try ink.page(with: other, inPlaceOf: index, in: box))
      return Double(found.differences(from: guess)) <= (1 - Self.share) * Double(changed)
    }
    // Pixels, by their number in the box, whose colour is the entry's alone.
    let coverage = try ink.coverage(of: entry, in: box)
    let solid = coverage.indices.filter { coverage[$0] == 255 }
    if let color = found.commonColor(at: solid), color != entry.color,
      try explains(entry.recoloured(color))
    {
      fate = .recoloured(from: entry.color, to: color)
    } else if try explains(nil) {
      fate = .missing
    } else if let way = found.shift(of: solid, color: entry.color, within: Self.reach),
      try explains(entry.moved(x: way.x, y: way.y))
    {
      fate = .moved(x: way.x, y: way.y)
    } else {
      fate = .touched
    }
  }
}
