/// What can be wrong with what a chart is asked to show, or with the page that is to hold it.
package enum ChartError: Error, Equatable, CustomStringConvertible {
  /// An end of a domain is NaN or infinite.
  case domainNotFinite(lower: Double, upper: Double)
  /// A log scale is to show zero or less.
  case logDomainNotPositive(lower: Double, upper: Double)
  /// The difference of the two ends is not a finite number.
  case domainTooWide(lower: Double, upper: Double)
  /// A grid for contours has fewer than two rows or columns.
  case gridTooSmall(rows: Int, columns: Int)
  /// A grid for contours has another number of values than rows times columns.
  case gridShape(got: Int, rows: Int, columns: Int)
  /// Grid lines do not strictly rise or strictly fall, from the line of that index on.
  case gridNotMonotonic(axis: String, index: Int)
  /// Axes of equal aspect are not both linear or both logarithmic.
  case aspectOfUnlikeAxes
  /// The weight of a moving average lies outside 0..<1.
  case smoothingWeight(Double)

  /// No face of the weight has this character.
  case missingGlyph(Unicode.Scalar, text: String)
  /// A page cannot hold its panels, not even with everything left out that may be.
  ///
  /// `least` is a page that can, with as little as can be added to one side; nil where there is
  /// none up to 4000 points.
  case pageTooSmall(width: Double, height: Double, rows: Int, columns: Int, least: Size?)

  package var description: String {
    switch self {
    case .domainNotFinite(let lower, let upper):
      "invalid scale domain: \(lower)...\(upper) (both ends must be finite numbers)"
    case .logDomainNotPositive(let lower, let upper):
      "invalid log scale domain: \(lower)...\(upper) (both ends must be above 0)"
    case .domainTooWide(let lower, let upper):
      "invalid scale domain: \(lower)...\(upper) (the ends may be at most 1.79e308 apart)"
    case .gridTooSmall(let rows, let columns):
      "invalid contour grid: \(rows) rows x \(columns) columns (at least 2 x 2)"
    case .gridShape(let got, let rows, let columns):
      "invalid contour grid: \(got) values for \(rows) rows x \(columns) columns"
    case .gridNotMonotonic(let axis, let index):
      "invalid contour grid: \(axis)[\(index)] (finite numbers that all rise or all fall)"
    case .aspectOfUnlikeAxes:
      "invalid equal aspect: axes of two kinds (both linear or both logarithmic)"
    case .smoothingWeight(let weight):
      "invalid smoothing: \(weight) (0 up to, not including, 1)"
    case .missingGlyph(let scalar, let text):
      "missing glyph: U+\(Self.hexadecimal(scalar)) in '\(text)' (no font of the figure has it)"
    case .pageTooSmall(let width, let height, let rows, let columns, let least):
      "page too small: \(Int(width))x\(Int(height)) points for \(rows) x \(columns) panels "
        + (least.map { "(at least \(Int($0.width))x\(Int($0.height)))" }
          ?? "(give a larger --size)")
    }
  }

  static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// True where the machine failed, false where the input is bad.
  package var isMachineFault: Bool { false }
}
