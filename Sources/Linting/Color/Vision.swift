package import Charting

/// A way of seeing colours.
package enum Vision: String, CaseIterable, Sendable {
  case normal = "normal vision"
  /// A print or a copy in one ink.
  case grey
  /// Without cones for long waves.
  case protanopia
  /// Without cones for middle waves.
  case deuteranopia
  /// Without cones for short waves.
  case tritanopia

  /// What is seen of an opaque colour.
  package func seen(_ color: Color) -> LinearColor {
    let light = LinearColor(color)
    switch self {
    case .normal: return light
    case .grey:
      return LinearColor(red: light.luminance, green: light.luminance, blue: light.luminance)
    case .protanopia: return Dichromacy.protan.seen(light)
    case .deuteranopia: return Dichromacy.deutan.seen(light)
    case .tritanopia: return Dichromacy.tritan.seen(light)
    }
  }

  /// How far two opaque colours are apart, CIEDE2000.
  package func difference(_ a: Color, _ b: Color) -> Double {
    LabColor(seen(a)).difference(to: LabColor(seen(b)))
  }
}

/// The colours that a reader sees who lacks one kind of cone: two planes in the space of all colours,
/// one on either side of what looks the same to everyone.
///
/// - Source: H. Brettel, F. Viénot and J. Mollon, "Computerized simulation of color appearance for
///   dichromats", JOSA A 14(10), 1997, with the cone fundamentals of Smith and Pokorny (1975) and the
///   white of sRGB; the matrices for linear sRGB are those of libDaltonLens (public domain).
private struct Dichromacy {
  /// Row by row.
  let first: [Double]
  let second: [Double]
  /// Where its product with the light is not negative, the first matrix holds.
  let normal: [Double]

  func seen(_ light: LinearColor) -> LinearColor {
    let side = normal[0] * light.red + normal[1] * light.green + normal[2] * light.blue
    let matrix = side >= 0 ? first : second
    func row(_ index: Int) -> Double {
      let sum =
        matrix[3 * index] * light.red + matrix[3 * index + 1] * light.green
        + matrix[3 * index + 2] * light.blue
      return min(max(sum, 0), 1)
    }
    return LinearColor(red: row(0), green: row(1), blue: row(2))
  }

  static let protan = Dichromacy(
    first: [0.14980, 1.19548, -0.34528, 0.10764, 0.84864, 0.04372, 0.00384, -0.00540, 1.00156],
    second: [0.14570, 1.16172, -0.30742, 0.10816, 0.85291, 0.03892, 0.00386, -0.00524, 1.00139],
    normal: [0.00048, 0.00393, -0.00441])
  static let deutan = Dichromacy(
    first: [0.36477, 0.86381, -0.22858, 0.26294, 0.64245, 0.09462, -0.02006, 0.02728, 0.99278],
    second: [0.37298, 0.88166, -0.25464, 0.25954, 0.63506, 0.10540, -0.01980, 0.02784, 0.99196],
    normal: [-0.00281, -0.00611, 0.00892])
  static let tritan = Dichromacy(
    first: [1.01277, 0.13548, -0.14826, -0.01243, 0.86812, 0.14431, 0.07589, 0.80500, 0.11911],
    second: [0.93678, 0.18979, -0.12657, 0.06154, 0.81526, 0.12320, -0.37562, 1.12767, 0.24796],
    normal: [0.03901, -0.02788, -0.01113])
}
