/// A display list: everything that is drawn, resolved to pixels, before any library touches it.
///
/// Two scenes that are equal give the same pixels on every machine. Coordinates are integers in
/// units of 1/256 pixel, x to the right and y down, so that no renderer has anything left to round.
package struct Scene: Equatable, Sendable {
  /// Width of the page in pixels.
  package var width: Int
  /// Height of the page in pixels.
  package var height: Int
  /// Pixels for each point of 1/72 inch.
  package var pixelsPerPoint: Double
  /// The colour under everything; opaque.
  package var paper: Color
  /// SHA-256 digests, in hexadecimal, of the font files that `GlyphRun.face` counts through.
  package var faces: [String]
  /// What is drawn, back to front.
  package var nodes: [SceneNode]

  package init(
    width: Int, height: Int, pixelsPerPoint: Double, paper: Color, faces: [String] = [],
    nodes: [SceneNode] = []
  ) {
    self.width = width
    self.height = height
    self.pixelsPerPoint = pixelsPerPoint
    self.paper = paper
    self.faces = faces
    self.nodes = nodes
  }
}

/// One entry of the display list.
package indirect enum SceneNode: Equatable, Sendable {
  /// The inside of a path (nonzero winding) in one colour.
  case fill(ScenePath, Color)
  /// Rectangles of one colour; edges on whole pixels stay sharp.
  case rectangles([SceneRect], Color)
  /// A path drawn with a pen.
  case stroke(ScenePath, StrokeStyle, Color)
  /// A line of text as placed glyph outlines.
  case text(GlyphRun)
  /// Entries that belong together, with a meaning and possibly a clip.
  case group(SceneGroup)
}

/// A point in 1/256 pixel.
package struct ScenePoint: Equatable, Hashable, Sendable {
  package var x: Int32
  package var y: Int32

  package init(x: Int32, y: Int32) {
    self.x = x
    self.y = y
  }
}

/// An axis-parallel rectangle in 1/256 pixel.
package struct SceneRect: Equatable, Hashable, Sendable {
  package var x: Int32
  package var y: Int32
  package var width: Int32
  package var height: Int32

  package init(x: Int32, y: Int32, width: Int32, height: Int32) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  package var maxX: Int32 { x + width }
  package var maxY: Int32 { y + height }
}

/// Lines and cubic curves.
package struct ScenePath: Equatable, Sendable {
  package enum Element: Equatable, Sendable {
    case move(ScenePoint)
    case line(ScenePoint)
    /// A cubic Bézier curve: two control points, then the end.
    case curve(ScenePoint, ScenePoint, ScenePoint)
    case close
  }

  package var elements: [Element]

  package init(_ elements: [Element] = []) {
    self.elements = elements
  }

  /// An open or closed line through `points`.
  package init(points: [ScenePoint], closed: Bool = false) {
    elements = []
    elements.reserveCapacity(points.count + 1)
    for (index, point) in points.enumerated() {
      elements.append(index == 0 ? .move(point) : .line(point))
    }
    if closed && !points.isEmpty { elements.append(.close) }
  }
}

/// How a pen draws a path; lengths in 1/256 pixel.
package struct StrokeStyle: Equatable, Sendable {
  package enum Cap: UInt8, Equatable, Sendable { case butt, round, square }
  package enum Join: UInt8, Equatable, Sendable { case miter, round, bevel }

  package var width: Int32
  /// Lengths of dash, gap, dash, gap and so on; empty for a solid line. An even number of entries.
  package var dashes: [Int32]
  package var cap: Cap
  /// A miter longer than four times the half width becomes a bevel.
  package var join: Join

  package init(width: Int32, dashes: [Int32] = [], cap: Cap = .round, join: Join = .round) {
    self.width = width
    self.dashes = dashes
    self.cap = cap
    self.join = join
  }
}

/// A colour in sRGB with straight (not premultiplied) alpha.
package struct Color: Equatable, Hashable, Sendable {
  package var red: UInt8
  package var green: UInt8
  package var blue: UInt8
  package var alpha: UInt8

  package init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }
}

/// A line of text, shaped and placed.
package struct GlyphRun: Equatable, Sendable {
  package struct Glyph: Equatable, Sendable {
    /// Index of the outline in the font file.
    package var id: UInt16
    /// Index in `Scene.faces`.
    package var face: UInt8
    /// Size of the em square in 1/256 pixel (superscripts are smaller than their neighbours).
    package var size: Int32
    /// Where the glyph's origin lies on the page.
    package var origin: ScenePoint

    package init(id: UInt16, face: UInt8, size: Int32, origin: ScenePoint) {
      self.id = id
      self.face = face
      self.size = size
      self.origin = origin
    }
  }

  package enum Turn: UInt8, Equatable, Sendable {
    /// Reads left to right.
    case none
    /// Reads from the bottom to the top (turned by 90 degrees to the left), as y axis titles do.
    case upward
  }

  package var glyphs: [Glyph]
  package var color: Color
  package var turn: Turn
  /// What the glyphs say, for readers that cannot see them; no part of the scene's identity.
  package var text: String
  /// The box that the text claims (advance by ascent and descent), for checks of overlap.
  package var box: SceneRect

  package init(glyphs: [Glyph], color: Color, turn: Turn, text: String, box: SceneRect) {
    self.glyphs = glyphs
    self.color = color
    self.turn = turn
    self.text = text
    self.box = box
  }
}

/// Entries that belong together.
package struct SceneGroup: Equatable, Sendable {
  /// What a group is for the reader of the chart.
  package enum Role: String, Equatable, Sendable {
    case title, subtitle, caption, note, legend, panel, panelTitle, rowTitle, columnTitle
    case axis, axisTitle, tickLabels, grid, data, annotation, verdict, colorBar
  }

  package var role: Role
  /// A name for readers and style sheets: the series, the panel.
  package var label: String
  /// Which panel of the chart this is, or which mark of its panel, from zero; nil for the rest.
  package var number: Int?
  /// What lies outside is not drawn.
  package var clip: SceneRect?
  package var nodes: [SceneNode]

  package init(
    role: Role, label: String = "", number: Int? = nil, clip: SceneRect? = nil,
    nodes: [SceneNode] = []
  ) {
    self.role = role
    self.label = label
    self.number = number
    self.clip = clip
    self.nodes = nodes
  }
}
