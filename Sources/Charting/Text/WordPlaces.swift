/// Where a word may stand that names a place.
enum WordPlaces {
  /// So many of the places, from the first, are right at what the word names.
  static let near = 8

  /// Top left corners of a word around a place, the most wanted first: beside it, above and below,
  /// at its corners, then the same a line further away. Above and below a place near the edge of
  /// its plot words are moved into the plot; a place beyond it has none.
  ///
  /// - Parameter reach: what the sign at the place needs on every side, in points.
  static func around(_ place: Point, reach: Double, size: Size, in plot: Rect) -> [Point] {
    guard place.x >= plot.x, place.x <= plot.maxX, place.y >= plot.y, place.y <= plot.maxY else {
      return []
    }
    return [0, size.height].flatMap { distance in
      let (left, right) = (place.x - reach - size.width, place.x + reach)
      let (above, below) = (place.y - reach - distance - size.height, place.y + reach + distance)
      let center = min(max(place.x - size.width / 2, plot.x), plot.maxX - size.width)
      let middle = place.y - size.height / 2
      let (high, low) = (above + size.height / 2, below - size.height / 2)
      let beside = distance > 0 ? [] : [Point(x: right, y: middle), Point(x: left, y: middle)]
      return beside + [
        Point(x: center, y: above), Point(x: center, y: below), Point(x: right, y: high),
        Point(x: right, y: low), Point(x: left, y: high), Point(x: left, y: low),
      ]
    }
  }
}
