internal import Charting

/// Turns strokes into polygons, so that a renderer has nothing to do but fill.
///
/// The road: curves become chords, the line is clipped around what is seen, cut into dashes, and
/// outlined by a `Pen`.
struct Stroker: Sendable {
  let pen: Pen
  private let dashes: DashPattern?

  /// Segments up to which a stroke is one polygon.
  static let wholeSegments = 512
  /// Segments of one piece of a longer stroke. A scan converter keeps the edges of a polygon that
  /// meet a row sorted, so that pieces are drawn several times faster than one long polygon.
  static let pieceSegments = 96
  /// Length at which a piece ends before it has that many: 8192 pixels, in 1/256 pixel.
  static let pieceLength = 8192.0 * 256

  init(_ style: StrokeStyle) {
    pen = Pen(style)
    dashes = DashPattern(style.dashes)
  }

  /// Polygons that together cover the stroke of `path` inside `clip`.
  ///
  /// More than one polygon comes back for long strokes only. They overlap where one piece follows
  /// the other, so that no seam shows; with a translucent colour they have to be united first.
  func polygons(of path: ScenePath, within clip: PixelRect) -> [PolygonSet] {
    guard pen.halfWidth > 0, !clip.isEmpty else { return [] }
    // A miter reaches four half widths, and no cut may be seen.
    let box = clip.grid(margin: 4 * pen.halfWidth + 512)
    var lines: [Polyline] = []
    for line in PolylineReduction.reduced(path).polylines {
      for part in line.cleaned.clipped(to: box, measured: dashes != nil) {
        if let dashes, part.points.count > 1 {
          for dash in dashes.dashes(of: part) { lines.append(dash.cleaned) }
        } else {
          lines.append(part)
        }
      }
    }
    return outlines(of: lines, within: clip)
  }

  private func outlines(of lines: [Polyline], within clip: PixelRect) -> [PolygonSet] {
    let total = lines.reduce(0) { $0 + $1.points.count }
    guard total > Self.wholeSegments else {
      var whole = PolygonSet()
      for line in lines { pen.outline(line, into: &whole) }
      return whole.isEmpty ? [] : [whole]
    }

    var sets: [PolygonSet] = []
    var set = PolygonSet()
    var segments = 0
    for line in lines {
      if line.points.count > Self.pieceSegments + Self.pieceSegments / 2 {
        sets += pieces(of: line, within: clip)
        continue
      }
      pen.outline(line, into: &set)
      segments += line.points.count
      if segments >= Self.pieceSegments {
        sets.append(set)
        set = PolygonSet()
        segments = 0
      }
    }
    if !set.isEmpty { sets.append(set) }
    return sets
  }

  /// The outlines of a long line: in bands where it never turns back, else in pieces, each of which
  /// but the first begins a little before the corner where the one before it ends.
  private func pieces(of line: Polyline, within clip: PixelRect) -> [PolygonSet] {
    var points = line.points
    if line.isClosed { points.append(points[0]) }
    var sets: [PolygonSet] = []
    for stretch in stretches(of: points) {
      let (start, end) = (stretch.range.lowerBound, stretch.range.upperBound)
      let isFirst = start == 0 && !line.isClosed
      let startCap: StrokeStyle.Cap? = isFirst ? nil : .butt
      let endCap: StrokeStyle.Cap? = end == points.count - 1 && !line.isClosed ? nil : .butt
      // The first piece of a closed line leads in from its last segments.
      let before = start == 0 && line.isClosed ? points.count - 1 : start
      let lead = isFirst ? [] : leadIn(to: before, in: points)
      guard let axis = stretch.axis else {
        var set = PolygonSet()
        pen.outline(
          Polyline(points: lead + points[start...end], isClosed: false), startCap: startCap,
          endCap: endCap, into: &set)
        sets.append(set)
        continue
      }
      sets += bands(
        of: Array(points[start...end]), after: lead, along: axis, startCap: startCap,
        endCap: endCap, within: clip)
    }
    return sets
  }

  /// The stretch of at least a pixel and a half width that ends before the corner at `index`.
  private func leadIn(to index: Int, in points: [Point]) -> [Point] {
    var missing = 256 + pen.halfWidth
    var corners: [Point] = []
    var here = index
    while here > 0, missing > 1, corners.count < Self.pieceSegments {
      let way = points[here - 1] - points[here]
      let length = way.squaredLength.squareRoot()
      if length > missing {
        corners.append(points[here] + way * (missing / length))
      } else {
        corners.append(points[here - 1])
      }
      missing -= length
      here -= 1
    }
    return corners.reversed()
  }
}
