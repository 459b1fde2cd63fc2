internal import Charting

/// Turns strokes into polygons, so that a renderer has nothing to do but fill.
///
/// The road: curves become chords, the line is clipped around what is seen, cut into dashes, and
/// outlined by a `Pen`.
struct Stroker: Sendable {
  private let pen: Pen
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
    return outlines(of: lines)
  }

  private func outlines(of lines: [Polyline]) -> [PolygonSet] {
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
      for piece in pieces(of: line) {
        pen.outline(piece.line, startCap: piece.startCap, endCap: piece.endCap, into: &set)
        segments += piece.line.points.count
        if segments >= Self.pieceSegments || piece.endCap != nil {
          sets.append(set)
          set = PolygonSet()
          segments = 0
        }
      }
    }
    if !set.isEmpty { sets.append(set) }
    return sets
  }

  private typealias Piece = (line: Polyline, startCap: StrokeStyle.Cap?, endCap: StrokeStyle.Cap?)

  /// Cuts a long line at corners. Each piece but the first begins a little before the corner where
  /// the one before it ends.
  private func pieces(of line: Polyline) -> [Piece] {
    guard line.points.count > Self.pieceSegments + Self.pieceSegments / 2 else {
      return [(line, nil, nil)]
    }
    var points = line.points
    if line.isClosed { points.append(points[0]) }
    var result: [Piece] = []
    var start = 0
    while start < points.count - 1 {
      let end = endOfPiece(from: start, in: points)
      let isFirst = start == 0 && !line.isClosed
      let isLast = end == points.count - 1 && !line.isClosed
      // The first piece of a closed line leads in from its last segments.
      let before = start == 0 && line.isClosed ? points.count - 1 : start
      var corners = isFirst ? [] : leadIn(to: before, in: points)
      corners.append(contentsOf: points[start...end])
      result.append(
        (
          Polyline(points: corners, isClosed: false), isFirst ? nil : .butt, isLast ? nil : .butt
        ))
      start = end
    }
    return result
  }

  private func endOfPiece(from start: Int, in points: [Point]) -> Int {
    let last = min(start + Self.pieceSegments, points.count - 1)
    var length = 0.0
    for end in start + 1..<last {
      length += (points[end] - points[end - 1]).squaredLength.squareRoot()
      if length >= Self.pieceLength { return end }
    }
    return last
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
