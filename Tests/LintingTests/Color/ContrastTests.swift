import Charting
import Testing

/// Contrast and mixtures of colours.
struct ContrastTests {
  @Test("contrast is that of WCAG")
  func contrast() {
    let white = Color(hex: 0xFFFFFF)
    // The greys next to the thresholds, as WebAIM's checker rounds them; black on white by the
    // definition.
    for (color, expected) in [
      (UInt32(0x000000), 21.0), (0x767676, 4.54), (0x777777, 4.48), (0x949494, 3.03),
      (0x959595, 2.99), (0xFF0000, 4.0), (0x0000FF, 8.59), (0xFFFFFF, 1),
    ] {
      #expect(abs(Color(hex: color).contrast(with: white) - expected) < 0.006)
      #expect(white.contrast(with: Color(hex: color)) == Color(hex: color).contrast(with: white))
    }
  }

  @Test("a translucent colour is seen with what lies under it")
  func over() {
    var red = Color(hex: 0xFF0000)
    red.alpha = 51
    // A fifth of red, four fifths of white or black.
    #expect(red.over(Color(hex: 0xFFFFFF)) == Color(hex: 0xFFCCCC))
    #expect(red.over(Color(hex: 0x000000)) == Color(hex: 0x330000))
    #expect(Color(hex: 0x123456).over(Color(hex: 0xFFFFFF)) == Color(hex: 0x123456))
  }

  @Test("words in a series' colour can be read in each theme", arguments: Theme.Name.allCases)
  func words(name: Theme.Name) {
    let theme = Theme(name)
    for index in theme.seriesColors.indices {
      let line = theme.color(.series(index))
      let word = theme.color(.legible(.series(index)))
      #expect(word.contrast(with: theme.paper) >= 4.5)
      // What can be read as it is stays as it is.
      if line.contrast(with: theme.paper) >= 4.5 { #expect(word == line) }
    }
    #expect(theme.color(.legible(.faint(.ink, 0.9))).contrast(with: theme.paper) >= 4.5)
  }
}
