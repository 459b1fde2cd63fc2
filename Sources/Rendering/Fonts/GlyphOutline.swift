package import Charting

/// The shape of a glyph: closed contours of lines and quadratic curves, filled by nonzero winding.
package struct GlyphOutline: Equatable, Sendable {
  /// A point in font units, y up. Points between two control points lie on halves of a unit.
  package struct Point: Equatable, Sendable {
    package var x: Double
    package var y: Double

    package init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }

    static func midpoint(_ a: Point, _ b: Point) -> Point {
      Point(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)
    }
  }

  package enum Segment: Equatable, Sendable {
    case line(to: Point)
    case curve(control: Point, to: Point)
  }

  package struct Contour: Equatable, Sendable {
    package var start: Point
    package var segments: [Segment]

    package init(start: Point, segments: [Segment]) {
      self.start = start
      self.segments = segments
    }
  }

  package var contours: [Contour]

  package init(contours: [Contour]) {
    self.contours = contours
  }
}

extension GlyphOutline.Contour {
  /// A contour as `glyf` tables store it: points on the curve and control points off it, with a
  /// point halfway between two control points left out. Nil for no points.
  ///
  /// Source: "Digitizing letterform designs" in Apple's TrueType Reference Manual.
  init?(points: [(point: GlyphOutline.Point, isOnCurve: Bool)]) {
    guard let first = points.first, let last = points.last else { return nil }
    // The walk begins on the curve and goes once around.
    var rest = points[...]
    if first.isOnCurve {
      start = first.point
      rest = points.dropFirst()
    } else if last.isOnCurve {
      start = last.point
      rest = points.dropLast()
    } else {
      start = .midpoint(last.point, first.point)
    }

    segments = []
    var control: GlyphOutline.Point?
    for (point, isOnCurve) in rest {
      switch (control, isOnCurve) {
      case (nil, true):
        segments.append(.line(to: point))
      case (nil, false):
        control = point
      case (let pending?, true):
        segments.append(.curve(control: pending, to: point))
        control = nil
      case (let pending?, false):
        segments.append(.curve(control: pending, to: .midpoint(pending, point)))
        control = point
      }
    }
    if let control { segments.append(.curve(control: control, to: start)) }
  }
}

/// A typeface whose glyphs can be drawn.
package protocol OutlineFont: Typeface {
  /// The outline of a glyph in font units; without contours for a blank.
  func outline(of glyph: UInt16) throws(FontError) -> GlyphOutline
}
