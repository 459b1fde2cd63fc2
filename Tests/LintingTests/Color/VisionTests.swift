import Charting
import Linting
import Testing

/// Simulated vision and the distance of colours, against published numbers.
struct VisionTests {
  /// A colour, and what protanopes, deuteranopes and tritanopes see of it: libDaltonLens, by
  /// `Reference/dichromats.c`.
  static let seen: [(color: UInt32, protan: UInt32, deutan: UInt32, tritan: UInt32)] = [
    (0xFF0000, 0x6B5C0C, 0xA48B00, 0xFF004D), (0x00FF00, 0xFFED00, 0xF1D02E, 0x78E9FF),
    (0x0000FF, 0x0037FF, 0x0056FE, 0x006288), (0xFFFF00, 0xFFFA00, 0xFFF216, 0xFFEEF1),
    (0x00FFFF, 0xEDF2FE, 0xD0DEFF, 0x47F7FF), (0xFF00FF, 0x006BFF, 0x67A1FB, 0xEF657A),
    (0xD55E00, 0x847106, 0x9F8700, 0xD85468), (0x009E73, 0x9F9472, 0x8A8575, 0x3A94AE),
    (0xCC79A7, 0x7987A7, 0x9498A5, 0xC87F87), (0x2878C8, 0x3A77C7, 0x3675C8, 0x00829F),
    (0x804020, 0x534920, 0x61541B, 0x823B44), (0x5A5A5A, 0x59595A, 0x5A5A5A, 0x595A5A),
  ]

  @Test("dichromats see what libDaltonLens shows", arguments: seen.indices)
  func dichromats(index: Int) {
    let row = Self.seen[index]
    for (vision, expected) in [
      (Vision.protanopia, row.protan), (.deuteranopia, row.deutan), (.tritanopia, row.tritan),
    ] {
      let got = vision.seen(Color(hex: row.color))
      let wanted = Color(hex: expected)
      // It cuts the last digit off where rounding would take the nearest, and computes in Float:
      // between the light of its level and that of the next but one.
      for (light, level) in [
        (got.red, wanted.red), (got.green, wanted.green), (got.blue, wanted.blue),
      ] {
        #expect(light >= Color.linear(level) - 1e-3, "\(vision) \(index)")
        #expect(light <= Color.linear(UInt8(min(255, Int(level) + 1))) + 1e-3, "\(vision) \(index)")
      }
    }
  }

  @Test("grey keeps the luminance and nothing else")
  func grey() {
    // 0.2126 of red's full light, by hand.
    #expect(
      Vision.grey.seen(Color(hex: 0xFF0000))
        == LinearColor(red: 0.2126, green: 0.2126, blue: 0.2126))
    #expect(Vision.normal.seen(Color(hex: 0x00FF00)) == LinearColor(red: 0, green: 1, blue: 0))
  }

  /// - Source: Sharma, Wu and Dalal (2005), table 1.
  static let pairs: [(LabColor, LabColor, Double)] = [
    (50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425),
    (50, 3.1571, -77.2803, 50, 0, -82.7485, 2.8615),
    (50, 2.8361, -74.0200, 50, 0, -82.7485, 3.4412),
    (50, -1.3802, -84.2814, 50, 0, -82.7485, 1.0000),
    (50, -1.1848, -84.8006, 50, 0, -82.7485, 1.0000),
    (50, -0.9009, -85.5211, 50, 0, -82.7485, 1.0000),
    (50, 0, 0, 50, -1, 2, 2.3669), (50, -1, 2, 50, 0, 0, 2.3669),
    (50, 2.49, -0.001, 50, -2.49, 0.0009, 7.1792), (50, 2.49, -0.001, 50, -2.49, 0.0010, 7.1792),
    (50, 2.49, -0.001, 50, -2.49, 0.0011, 7.2195), (50, 2.49, -0.001, 50, -2.49, 0.0012, 7.2195),
    (50, -0.001, 2.49, 50, 0.0009, -2.49, 4.8045), (50, -0.001, 2.49, 50, 0.0010, -2.49, 4.8045),
    (50, -0.001, 2.49, 50, 0.0011, -2.49, 4.7461), (50, 2.5, 0, 50, 0, -2.5, 4.3065),
    (50, 2.5, 0, 73, 25, -18, 27.1492), (50, 2.5, 0, 61, -5, 29, 22.8977),
    (50, 2.5, 0, 56, -27, -3, 31.9030), (50, 2.5, 0, 58, 24, 15, 19.4535),
    (50, 2.5, 0, 50, 3.1736, 0.5854, 1.0000), (50, 2.5, 0, 50, 3.2972, 0, 1.0000),
    (50, 2.5, 0, 50, 1.8634, 0.5757, 1.0000), (50, 2.5, 0, 50, 3.2592, 0.3350, 1.0000),
    (60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644),
    (63.0109, -31.0961, -5.8663, 62.8187, -29.7946, -4.0864, 1.2630),
    (61.2901, 3.7196, -5.3901, 61.4292, 2.2480, -4.9620, 1.8731),
    (35.0831, -44.1164, 3.7933, 35.0232, -40.0716, 1.5901, 1.8645),
    (22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.0373),
    (36.4612, 47.8580, 18.3852, 36.2715, 50.5065, 21.2231, 1.4146),
    (90.8027, -2.0831, 1.4410, 91.1528, -1.6435, 0.0447, 1.4441),
    (90.9257, -0.5406, -0.9208, 88.6381, -0.8985, -0.7239, 1.5381),
    (6.7747, -0.2908, -2.4247, 5.8714, -0.0985, -2.2286, 0.6377),
    (2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082),
  ].map {
    (
      LabColor(lightness: $0.0, a: $0.1, b: $0.2), LabColor(lightness: $0.3, a: $0.4, b: $0.5),
      $0.6
    )
  }

  @Test("CIEDE2000 gives the published distances, both ways round", arguments: pairs.indices)
  func distances(index: Int) {
    let (one, other, expected) = Self.pairs[index]
    #expect(abs(one.difference(to: other) - expected) < 5.1e-5)
    #expect(abs(other.difference(to: one) - expected) < 5.1e-5)
    #expect(one.difference(to: one) == 0)
  }

  @Test("colours have the published L*a*b*")
  func lab() {
    // Lindbloom's calculator for sRGB, D65, to two decimals.
    for (color, lightness, a, b) in [
      (UInt32(0xFFFFFF), 100.0, 0.0, 0.0), (0x000000, 0, 0, 0), (0xFF0000, 53.24, 80.09, 67.20),
      (0x00FF00, 87.73, -86.18, 83.18), (0x0000FF, 32.30, 79.19, -107.86),
      (0x808080, 53.59, 0, 0),
    ] {
      let lab = LabColor(LinearColor(Color(hex: color)))
      #expect(abs(lab.lightness - lightness) < 0.02)
      #expect(abs(lab.a - a) < 0.03)
      #expect(abs(lab.b - b) < 0.03)
    }
  }

  @Test("Okabe and Ito's palette keeps the distance that the rule asks for, but for grey")
  func palette() {
    let palette: [UInt32] = [
      0x000000, 0xE69F00, 0x56B4E9, 0x009E73, 0xF0E442, 0x0072B2, 0xD55E00, 0xCC79A7,
    ]
    // colour-science, by `Reference/palette.py`.
    for (vision, expected) in [
      (Vision.normal, 21.73), (.protanopia, 12.81), (.deuteranopia, 11.71), (.tritanopia, 7.93),
      (.grey, 0.60),
    ] {
      var least = Double.infinity
      for (index, color) in palette.enumerated() {
        for other in palette[..<index] {
          least = min(least, vision.difference(Color(hex: color), Color(hex: other)))
        }
      }
      #expect(abs(least - expected) < 0.01, "\(vision): \(least)")
    }
  }
}
