/// Lines over coordinates that stand beside each other, each with numbers of its own.
///
/// The x axis has a band for each coordinate; the y axis is one band without a name.
package struct ParallelLines: Mark, Equatable {
  /// A coordinate: where its words stand, from 0 at the bottom to 1 at the top.
  package struct Coordinate: Equatable, Sendable {
    package var places: [Double]
    package var words: [String]
    /// Whether the words are names, which may lose letters where there is little room; numbers may
    /// not.
    package var isNamed: Bool

    package init(places: [Double], words: [String], isNamed: Bool = false) {
      self.places = places
      self.words = words
      self.isNamed = isNamed
    }
  }

  package var coordinates: [Coordinate]
  /// Places of each line on the coordinates, 0...1; NaN breaks it.
  package var lines: [[Double]]
  /// What the colours of the lines say.
  package var values: [Double]
  package var scale: ColorScale
  /// Width of a line in points.
  package var width: Double

  package init(
    coordinates: [Coordinate], lines: [[Double]], values: [Double], scale: ColorScale,
    width: Double = 1.1
  ) {
    self.coordinates = coordinates
    self.lines = lines
    self.values = values
    self.scale = scale
    self.width = width
  }

  package var content: MarkContent { .ground }
  package var isGround: Bool { true }
  package var xExtent: [Double] { coordinates.indices.map(Double.init) }
  package var yExtent: [Double] { [0] }
  package var words: [String] { coordinates.flatMap(\.words) }

  private static func style(_ theme: Theme) -> TextStyle { TextStyle(size: theme.sizes.tick) }

  /// Where a place lies on the page: numbers at the ends have room above and below.
  private func y(_ place: Double, in frame: Frame, _ theme: Theme) -> Double {
    let room = min(Self.style(theme).height + 2, frame.rect.height / 6)
    return frame.rect.maxY - room - place * (frame.rect.height - 2 * room)
  }

  package func draw(in frame: Frame, on canvas: inout Canvas) throws(ChartError) {
    let theme = canvas.theme
    for (line, value) in zip(lines, values) {
      guard let color = scale.color(of: value, theme: theme) else { continue }
      let points = line.enumerated().map { place, share in
        Point(
          x: frame.x(Double(place)), y: share.isNaN ? .nan : y(share, in: frame, theme))
      }
      for piece in clippedLines(points, to: frame.rect.inset(by: -4)) {
        canvas.stroke(piece, width: width, color)
      }
    }
    for place in coordinates.indices {
      canvas.hairline(
        x: frame.x(Double(place)), from: y(1, in: frame, theme), to: y(0, in: frame, theme),
        thickness: 0.9, .ink)
    }
  }

  package func annotate(in frame: Frame, on canvas: inout Canvas) throws(ChartError) {
    let (theme, rect) = (canvas.theme, frame.rect)
    let style = Self.style(theme)
    for (number, coordinate) in coordinates.enumerated() {
      let x = frame.x(Double(number))
      // Words keep off the coordinates beside theirs.
      let before = number > 0 ? x - frame.x(Double(number - 1)) - Self.gap : x - rect.x
      let after =
        number + 1 < coordinates.count
        ? frame.x(Double(number + 1)) - x - Self.gap : rect.maxX - x
      for (place, word) in zip(coordinate.places, coordinate.words) {
        let y = y(place, in: frame, theme)
        let isEnd = coordinate.places.count == 2
        let room = isEnd ? 2 * min(before, after) : max(before, after, 1)
        let word = coordinate.isNamed ? try shortened(word, style, to: room, on: canvas) : word
        try canvas.label(word, style, as: .place) { size in
          // Under the coordinate or over it, or a little aside where that is taken.
          let lefts = [x - size.width / 2, x + 1, x - 1 - size.width].map {
            min(max($0, rect.x), rect.maxX - size.width)
          }
          // The ends of a range stand beyond them, choices beside the coordinate.
          if place == 0 && isEnd {
            return lefts.map { Point(x: $0, y: min(y + 1, rect.maxY - size.height)) }
          }
          if place == 1 && isEnd {
            return lefts.map { Point(x: $0, y: max(y - 1 - size.height, rect.y)) }
          }
          let top = y - size.height / 2
          let sides = [
            size.width + Self.gap <= after ? x + Self.gap : nil,
            size.width + Self.gap <= before ? x - Self.gap - size.width : nil,
          ].compactMap { $0 }
          return (sides.isEmpty ? [x - size.width / 2] : sides).map { Point(x: $0, y: top) }
        }
      }
    }
  }

  /// Between a coordinate and words, in points.
  private static let gap = 3.0

  /// A word of at most so many points: a longer one loses letters of its middle.
  private func shortened(
    _ word: String, _ style: TextStyle, to room: Double, on canvas: Canvas
  ) throws(ChartError) -> String {
    var short = word
    var kept = word.count
    while kept > 2, try canvas.text.width(short, style) > room {
      kept -= 1
      short = "\(word.prefix((kept + 1) / 2))…\(word.suffix(kept / 2))"
    }
    return short
  }
}
