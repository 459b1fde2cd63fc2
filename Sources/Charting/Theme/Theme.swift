/// Colours and sizes of a chart, made from ink, paper and accent.
package struct Theme: Equatable, Sendable {
  /// The themes by the names that the command line knows.
  package enum Name: String, CaseIterable, Codable, Equatable, Sendable {
    case light, dark, print
  }

  package var name: Name
  package var ink: Color
  package var paper: Color
  package var accent: Color
  /// Colours of series in order; after the last they begin again with another dash.
  package var seriesColors: [Color]
  package var good: Color
  package var poor: Color
  package var bad: Color
  /// Colours of magnitudes, low to high.
  package var magnitudes = ColorMap.viridis
  package var sizes = Sizes()

  /// Font sizes and lengths in points.
  package struct Sizes: Equatable, Sendable {
    package var title = 14.0
    package var subtitle = 10.0
    package var heading = 9.5
    package var axisTitle = 9.5
    package var tick = 8.5
    package var label = 8.0
    package var note = 7.5
    package var line = 1.5
    package var tickLength = 3.0
    package var tickGap = 3.0
  }

  package init(_ name: Name) {
    self.name = name
    switch name {
    case .light:
      ink = Color(hex: 0x1C2127)
      paper = Color(hex: 0xFFFFFF)
      accent = Color(hex: 0x0072B2)
      // Okabe and Ito (2008); the light hues are darkened to a contrast of 3:1 on white.
      seriesColors = [
        0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xB07A00, 0x2F93CE, 0x1C2127, 0x8F8600,
      ].map { Color(hex: $0) }
      good = Color(hex: 0x00795A)
      poor = Color(hex: 0xA86500)
      bad = Color(hex: 0xBE3A0A)
    case .dark:
      ink = Color(hex: 0xE6E9ED)
      paper = Color(hex: 0x14181D)
      accent = Color(hex: 0x56B4E9)
      seriesColors = [
        0x56B4E9, 0xE8803A, 0x2DBE94, 0xDE93BC, 0xE69F00, 0x7FA7FF, 0xE6E9ED, 0xF0E442,
      ].map { Color(hex: $0) }
      good = Color(hex: 0x2DBE94)
      poor = Color(hex: 0xE6A53A)
      bad = Color(hex: 0xF2794A)
    case .print:
      ink = Color(hex: 0x000000)
      paper = Color(hex: 0xFFFFFF)
      accent = Color(hex: 0x4A4A4A)
      seriesColors = [0x000000, 0x6E6E6E, 0x3C3C3C, 0x8C8C8C].map { Color(hex: $0) }
      good = Color(hex: 0x000000)
      poor = Color(hex: 0x000000)
      bad = Color(hex: 0x000000)
      magnitudes = .greys
    }
  }

  /// The opaque colour of an ink on this paper.
  package func color(_ ink: Ink) -> Color {
    switch ink {
    case .ink: self.ink
    case .paper: paper
    case .muted: self.ink.mixed(with: paper, share: 0.36)
    case .grid: self.ink.mixed(with: paper, share: 0.87)
    case .accent: accent
    case .series(let index): seriesColors[index % seriesColors.count]
    case .faint(let base, let share): color(base).mixed(with: paper, share: share)
    case .legible(let base): legible(color(base))
    case .health(.good): good
    case .health(.poor): poor
    case .health(.bad): bad
    }
  }

  /// What words need, WCAG 2.2, 1.4.3; for lines 3:1 are enough.
  private static let wordContrast = 4.5

  private func legible(_ color: Color) -> Color {
    let steps = 16
    let mixtures = (0..<steps).lazy.map { step in
      color.mixed(with: ink, share: Double(step) / Double(steps))
    }
    return mixtures.first { $0.contrast(with: paper) >= Self.wordContrast } ?? ink
  }

  /// Dash pattern of a series in multiples of the line width: colour is never the only difference.
  package func dashes(ofSeries index: Int) -> [Double] {
    let patterns: [[Double]] = [
      [], [5, 2.5], [1.2, 1.8], [6, 2, 1.2, 2], [9, 3], [3, 1.5], [6, 1.6, 1.2, 1.6, 1.2, 1.6],
      [9, 2, 3, 2],
    ]
    // Eight patterns beside four or eight colours: every round begins one further on.
    return patterns[(index + index / patterns.count) % patterns.count]
  }
}

extension Color {
  /// An opaque colour from `0xRRGGBB`.
  package init(hex: UInt32) {
    self.init(
      red: UInt8(truncatingIfNeeded: hex >> 16), green: UInt8(truncatingIfNeeded: hex >> 8),
      blue: UInt8(truncatingIfNeeded: hex))
  }

  /// This colour with a share of another, channel by channel in sRGB, rounded to nearest.
  package func mixed(with other: Color, share: Double) -> Color {
    func mix(_ a: UInt8, _ b: UInt8) -> UInt8 {
      UInt8((Double(a) + (Double(b) - Double(a)) * min(max(share, 0), 1)).rounded())
    }
    return Color(
      red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue),
      alpha: mix(alpha, other.alpha))
  }

  /// The same colour with another alpha, 0 (nothing) to 1 (solid).
  package func opacity(_ alpha: Double) -> Color {
    var color = self
    color.alpha = UInt8((min(max(alpha, 0), 1) * 255).rounded())
    return color
  }
}
