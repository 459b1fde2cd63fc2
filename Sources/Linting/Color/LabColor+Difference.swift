import DenseMath

extension LabColor {
  /// How different two colours look, CIEDE2000 with all weights 1.
  ///
  /// - Source: G. Sharma, W. Wu and E. Dalal, "The CIEDE2000 color-difference formula:
  ///   implementation notes, supplementary test data, and mathematical observations", Color Research
  ///   and Application 30(1), 2005; numbers in brackets are its equations.
  package func difference(to other: LabColor) -> Double {
    let meanChroma = (Self.length(a, b) + Self.length(other.a, other.b)) / 2  // (2), (3)
    let stretch = 1 + (1 - Self.saturation(meanChroma)) / 2  // (4), (5)
    let (a1, a2) = (stretch * a, stretch * other.a)
    let (c1, c2) = (Self.length(a1, b), Self.length(a2, other.b))  // (6)
    let (h1, h2) = (Angle.degrees(x: a1, y: b), Angle.degrees(x: a2, y: other.b))  // (7)
    let isGrey = c1 * c2 == 0

    var turn = isGrey ? 0 : h2 - h1  // (10)
    if turn > 180 { turn -= 360 }
    if turn < -180 { turn += 360 }
    let lightnessStep = other.lightness - lightness  // (8)
    let chromaStep = c2 - c1  // (9)
    let hueStep = 2 * (c1 * c2).squareRoot() * Angle.sine(turn / 2)  // (11)

    let meanLightness = (lightness + other.lightness) / 2  // (12)
    let mean = (c1 + c2) / 2  // (13)
    var hue = h1 + h2  // (14)
    if !isGrey {
      if abs(h1 - h2) > 180 { hue += hue < 360 ? 360 : -360 }
      hue /= 2
    }
    let t =
      1 - 0.17 * Angle.cosine(hue - 30) + 0.24 * Angle.cosine(2 * hue)
      + 0.32 * Angle.cosine(3 * hue + 6) - 0.2 * Angle.cosine(4 * hue - 63)  // (15)
    let offset = (hue - 275) / 25
    let blueTurn = 30 * Elementary.exp(-offset * offset)  // (16)
    let squared = (meanLightness - 50) * (meanLightness - 50)
    let lightnessScale = 1 + 0.015 * squared / (20 + squared).squareRoot()  // (18)
    let chromaScale = 1 + 0.045 * mean  // (19)
    let hueScale = 1 + 0.015 * mean * t  // (20)
    let rotation = -Angle.sine(2 * blueTurn) * 2 * Self.saturation(mean)  // (17), (21)

    let l = lightnessStep / lightnessScale
    let c = chromaStep / chromaScale
    let h = hueStep / hueScale
    return max(0, l * l + c * c + h * h + rotation * c * h).squareRoot()  // (22)
  }

  private static func length(_ x: Double, _ y: Double) -> Double {
    (x * x + y * y).squareRoot()
  }

  /// Near 0 for greys, near 1 for strong colours.
  private static func saturation(_ chroma: Double) -> Double {
    let seventh = Elementary.pow(chroma, 7)
    return (seventh / (seventh + 6_103_515_625)).squareRoot()
  }
}

/// Angles in degrees.
enum Angle {
  private static let degree = Double.pi / 180

  static func sine(_ degrees: Double) -> Double { Elementary.sin(degrees * degree) }
  static func cosine(_ degrees: Double) -> Double { Elementary.cos(degrees * degree) }

  /// The direction of a vector, 0..<360; 0 for none.
  ///
  /// A guess within a quarter of a degree, then two steps of Newton, each of which cubes the error.
  static func degrees(x: Double, y: Double) -> Double {
    let length = (x * x + y * y).squareRoot()
    guard length > 0 else { return 0 }
    func guess(_ slope: Double) -> Double { slope * (.pi / 4 + 0.273 * (1 - abs(slope))) }
    var angle: Double
    if abs(y) <= abs(x) {
      angle = guess(y / x) + (x < 0 ? .pi : 0)
    } else {
      angle = .pi / 2 - guess(x / y) + (y < 0 ? .pi : 0)
    }
    for _ in 0..<2 {
      angle += (y * Elementary.cos(angle) - x * Elementary.sin(angle)) / length
    }
    let degrees = angle / degree
    return degrees < 0 ? degrees + 360 : degrees >= 360 ? degrees - 360 : degrees
  }
}
