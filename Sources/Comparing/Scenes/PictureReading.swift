package import Charting
package import Rendering

/// What a picture shows otherwise than the scene that it should show, in words.
///
/// The picture is all that is known of how it came about: it is compared with the page that the
/// scene gives, and each pixel that differs belongs to the entry that lies on top there.
package struct PictureReading: Equatable, Sendable {
  /// An entry on which changed pixels lie.
  package struct Finding: Equatable, Sendable {
    package var name: String
    package var pixels: Int
    package var fate: Fate
  }

  /// What seems to have become of an entry.
  package enum Fate: Equatable, Sendable {
    case missing
    /// In pixels, x to the right and y down.
    case moved(x: Int, y: Int)
    case recoloured(from: Color, to: Color)
    /// None of these.
    case touched
  }

  /// Of the picture's size, where it is another than the page's.
  package private(set) var size: PictureSize?
  /// The one colour of a picture without any drawing.
  package private(set) var blank: Color?
  /// Pixels that differ.
  package private(set) var count = 0
  /// The entries on which they lie, those with most of them first.
  package private(set) var findings: [Finding] = []
  /// Changed pixels where the scene draws nothing.
  package private(set) var onPaper = 0

  /// Entries of which it is found out what became of them.
  private static let examined = 4

  /// - Parameters:
  ///   - picture: What was found.
  ///   - page: What the scene gives.
  /// - Throws: `RenderError`.
  package init(
    of picture: Bitmap, page: Bitmap, scene: Scene, fonts: [any OutlineFont]
  ) throws {
    guard picture.width == page.width, picture.height == page.height else {
      size = PictureSize(picture, page)
      return
    }
    blank = Self.onlyColor(of: picture)
    let mask = ChangedPixels(picture, page)
    count = mask.count
    guard count > 0, blank == nil else { return }
    let ink = SceneInk(scene, fonts: fonts)
    let shares = try Self.shares(of: mask, ink)
    onPaper = shares.onPaper
    let order = shares.counts.indices.filter { shares.counts[$0] > 0 }
      .sorted { (-shares.counts[$0], $0) < (-shares.counts[$1], $1) }
    for (rank, index) in order.enumerated() {
      let fate =
        rank < Self.examined
        ? try EntryFate(index, in: picture, page: page, ink: ink).fate : .touched
      findings.append(
        Finding(name: ink.entries[index].name, pixels: shares.counts[index], fate: fate))
    }
  }

  private static func onlyColor(of picture: Bitmap) -> Color? {
    let rgba = picture.rgba
    guard rgba.count >= 4, rgba.dropFirst(4).elementsEqual(rgba.dropLast(4)) else { return nil }
    return Color(red: rgba[0], green: rgba[1], blue: rgba[2], alpha: rgba[3])
  }

  /// How many changed pixels lie on each entry, the topmost one counting.
  private static func shares(
    of mask: ChangedPixels, _ ink: SceneInk
  ) throws -> (counts: [Int], onPaper: Int) {
    var mask = mask
    var counts = [Int](repeating: 0, count: ink.entries.count)
    for index in ink.entries.indices.reversed() where mask.count > 0 {
      guard let box = ink.entries[index].box?.intersection(mask.box), !box.isEmpty,
        mask.hasAny(in: box)
      else { continue }
      counts[index] = mask.claim(box, where: try ink.coverage(of: ink.entries[index], in: box))
    }
    return (counts, mask.count)
  }
}

extension PictureReading: CustomStringConvertible {
  package var description: String {
    if let size { return size.description }
    if let blank { return "the picture is blank, \(blank.text) everywhere" }
    var clauses = findings.prefix(3).map(\.description)
    if findings.count > 3 {
      let rest = findings.dropFirst(3).reduce(0) { $0 + $1.pixels }
      clauses.append("\(rest) lie on \(findings.count - 3) more entries")
    }
    if onPaper > 0 { clauses.append("\(onPaper) lie where nothing is drawn") }
    return clauses.joined(separator: ", ")
  }
}

extension PictureReading.Finding: CustomStringConvertible {
  package var description: String {
    switch fate {
    case .missing: "\(name) is missing"
    case .moved(let x, let y):
      "\(name) is moved by \(SceneChange.Kind.way(x: Double(x), y: Double(y)))"
    case .recoloured(let from, let to): "\(name) is recoloured from \(from.text) to \(to.text)"
    case .touched: "\(pixels) lie on the \(name)"
    }
  }
}
