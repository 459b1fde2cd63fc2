/// Colours for magnitudes, from low to high.
package struct ColorMap: Equatable, Sendable {
  /// Colours at equal distances from 0 to 1.
  let anchors: [Color]

  /// Even in lightness and readable with every kind of colour vision.
  ///
  /// - Source: S. van der Walt and N. Smith, matplotlib's viridis (CC0), at 16 places.
  package static let viridis = ColorMap(
    anchors: [
      0x440154, 0x481A6C, 0x472F7D, 0x414487, 0x39568C, 0x31688E, 0x2A788E, 0x23888E, 0x1F988B,
      0x22A884, 0x35B779, 0x54C568, 0x7AD151, 0xA5DB36, 0xD2E21B, 0xFDE725,
    ].map { Color(hex: $0) })

  /// From dark to light without colour, in even steps of lightness, for print in one ink.
  package static let greys = ColorMap(anchors: [Color(hex: 0x303030), Color(hex: 0xF4F4F4)])

  /// The colour at a share of the range; values outside get the colour of the end.
  package func color(at share: Double) -> Color {
    guard share.isFinite else { return share > 0 ? anchors[anchors.count - 1] : anchors[0] }
    let place = min(max(share, 0), 1) * Double(anchors.count - 1)
    let index = min(Int(place), anchors.count - 2)
    return anchors[index].mixed(with: anchors[index + 1], share: place - Double(index))
  }
}
