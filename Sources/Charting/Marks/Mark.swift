/// Something that stands for data inside a panel.
///
/// A mark knows its range, what the legend says of it, and how to draw itself where a frame puts
/// it. Charts of any kind are made of marks; there are no chart types.
package protocol Mark: Sendable {
  /// The values that an axis must show, finite or not; non-finite ones are passed over.
  var xExtent: [Double] { get }
  var yExtent: [Double] { get }
  /// What the mark shows, for those who read or compare scenes; empty where it has no name.
  var name: String { get }
  /// What the legend says of the mark; empty where it says nothing.
  var legendEntries: [LegendEntry] { get }
  /// A point and name for a label beside the data.
  var directLabel: DirectLabel? { get }
  /// What the mark shows, for checks of what a chart says.
  var content: MarkContent { get }
  /// Words that `annotate` wants to set; one without a free place is left out.
  var words: [String] { get }
  /// Whether the mark colours the whole panel, so that words need a veil of paper under them.
  var isGround: Bool { get }
  /// How far the mark may reach over the edges of the panel, in points, so that a line along an
  /// edge, as that of an accuracy of 1, keeps its width.
  var overhang: Double { get }
  /// Places on the page where the mark has ink that words should keep off.
  func obstacles(in frame: Frame) -> [Point]
  /// Draws into a canvas that is clipped to the panel.
  func draw(in frame: Frame, on canvas: inout Canvas) throws(ChartError)
  /// Draws signs and words, which stand above the data of all marks of the panel.
  func annotate(in frame: Frame, on canvas: inout Canvas) throws(ChartError)
}

extension Mark {
  package var name: String { legendEntries.first?.name ?? "" }
  package var legendEntries: [LegendEntry] { [] }
  package var directLabel: DirectLabel? { nil }
  package var content: MarkContent { .sign }
  package var words: [String] { [] }
  package var isGround: Bool { false }
  package var overhang: Double { 0 }
  package func obstacles(in frame: Frame) -> [Point] { [] }
  package func annotate(in frame: Frame, on canvas: inout Canvas) throws(ChartError) {}
}

/// Identity of a series through a chart: its number decides colour, dash and marker.
package struct Series: Equatable, Hashable, Sendable {
  package var index: Int
  package var name: String

  package init(_ index: Int, _ name: String) {
    self.index = index
    self.name = name
  }
}

/// A line of a legend.
package struct LegendEntry: Equatable, Sendable {
  /// A sample of how a mark looks.
  package enum Swatch: Equatable, Sendable {
    /// With the dashes of this series, nil for solid; `width` in points, nil for the theme's.
    case line(series: Int?, width: Double?)
    /// A solid area, as bars are.
    case area
    /// The outline of an area, as hollow bars are.
    case outline
    /// A translucent area, as bands are.
    case band
    /// `radius` in points.
    case marker(Marker, radius: Double)
    /// The sign of a run that ended in NaN or infinity.
    case divergence
  }

  package var name: String
  package var ink: Ink
  /// Drawn one over the other: a series of lines and points has both.
  package var swatches: [Swatch]

  package init(name: String, ink: Ink, swatch: Swatch) {
    self.name = name
    self.ink = ink
    swatches = [swatch]
  }
}

/// A name that wants to stand beside the last point of a line.
package struct DirectLabel: Equatable, Sendable {
  package var name: String
  package var ink: Ink
  package var x: Double
  package var y: Double

  package init(name: String, ink: Ink, x: Double, y: Double) {
    self.name = name
    self.ink = ink
    self.x = x
    self.y = y
  }
}

/// The rectangle of a panel and the scales that map values into it.
package struct Frame: Equatable, Sendable {
  package var rect: Rect
  package var x: AxisScale
  package var y: AxisScale

  package init(rect: Rect, x: AxisScale, y: AxisScale) {
    self.rect = rect
    self.x = x
    self.y = y
  }

  /// Where a value of the x axis lies on the page, in points.
  package func x(_ value: Double) -> Double { rect.x + x.position(value) * rect.width }
  /// Where a value of the y axis lies on the page, in points.
  package func y(_ value: Double) -> Double {
    // Names are read from the top, numbers rise.
    if case .bands = y { return rect.y + y.position(value) * rect.height }
    return rect.maxY - y.position(value) * rect.height
  }
  package func point(_ x: Double, _ y: Double) -> Point { Point(x: self.x(x), y: self.y(y)) }
}
