package import Charting
import DenseMath

/// Linear light in the primaries of sRGB, each channel 0...1.
package struct LinearColor: Equatable, Sendable {
  package var red: Double
  package var green: Double
  package var blue: Double

  package init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// The light of an opaque colour.
  package init(_ color: Color) {
    red = Color.linear(color.red)
    green = Color.linear(color.green)
    blue = Color.linear(color.blue)
  }

  /// Relative luminance, the weights of WCAG 2.2.
  package var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }
}

/// A colour in CIE 1976 L*a*b* under D65.
package struct LabColor: Equatable, Sendable {
  package var lightness: Double
  package var a: Double
  package var b: Double

  package init(lightness: Double, a: Double, b: Double) {
    self.lightness = lightness
    self.a = a
    self.b = b
  }

  /// - Source: the matrix of IEC 61966-2-1; CIE 15. The white is that of the matrix, so that greys
  ///   have no chroma.
  package init(_ light: LinearColor) {
    let (red, green, blue) = (light.red, light.green, light.blue)
    let x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    let y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    let z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    func root(_ share: Double) -> Double {
      share > 216.0 / 24389
        ? Elementary.pow(share, 1.0 / 3) : (24389.0 / 27 * share + 16) / 116
    }
    self.init(
      lightness: 116 * root(y) - 16, a: 500 * (root(x) - root(y)), b: 200 * (root(y) - root(z)))
  }
}
