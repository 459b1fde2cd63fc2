import DenseMath

extension Color {
  /// Linear light of a channel of sRGB, 0...1.
  ///
  /// - Source: IEC 61966-2-1. WCAG writes the threshold as 0.03928, which is the same for 8 bits.
  package static func linear(_ channel: UInt8) -> Double { linearChannels[Int(channel)] }

  private static let linearChannels: [Double] = (0...255).map { level in
    let value = Double(level) / 255
    return value <= 0.04045 ? value / 12.92 : Elementary.pow((value + 0.055) / 1.055, 2.4)
  }

  /// Relative luminance, 0 for black to 1 for white.
  ///
  /// - Source: WCAG 2.2, definition of relative luminance.
  package var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  /// Contrast of two opaque colours, 1 to 21.
  ///
  /// - Source: WCAG 2.2, definition of contrast ratio.
  package func contrast(with other: Color) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// What is seen where this colour lies over an opaque one, mixed in sRGB as renderers do.
  package func over(_ ground: Color) -> Color {
    var seen = ground.mixed(with: self, share: Double(alpha) / 255)
    seen.alpha = 255
    return seen
  }
}
