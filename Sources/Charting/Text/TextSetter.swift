/// Measures text and breaks it into lines, in points, from unhinted font units.
package struct TextSetter: Sendable {
  package let typography: Typography

  package init(typography: Typography) {
    self.typography = typography
  }

  /// A glyph and how far it moves the pen, in em.
  struct ShapedGlyph {
    var id: UInt16
    var face: UInt8
    var advance: Double
  }

  /// One glyph for each character, from the first face of the weight that has it.
  ///
  /// - Throws: `ChartError.missingGlyph` when no face has a character, unless the typography escapes
  ///   those.
  func shape(
    _ text: String, weight: TextStyle.Weight
  ) throws(ChartError) -> [ShapedGlyph] {
    let order = weight == .bold ? typography.bold : typography.regular
    var glyphs: [ShapedGlyph] = []
    glyphs.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if let glyph = glyph(for: scalar, order) {
        glyphs.append(glyph)
        continue
      }
      let missing = ChartError.missingGlyph(scalar, text: text)
      guard typography.escapesMissing else { throw missing }
      for letter in "U+\(ChartError.hexadecimal(scalar))".unicodeScalars {
        guard let glyph = glyph(for: letter, order) else { throw missing }
        glyphs.append(glyph)
      }
    }
    return glyphs
  }

  private func glyph(for scalar: Unicode.Scalar, _ order: [Int]) -> ShapedGlyph? {
    for index in order {
      let face = typography.faces[index]
      guard let glyph = face.glyph(for: scalar) else { continue }
      return ShapedGlyph(
        id: glyph.id, face: UInt8(index), advance: Double(glyph.advance) / Double(face.unitsPerEm))
    }
    return nil
  }

  /// Width of one line in points.
  ///
  /// - Throws: `ChartError.missingGlyph` when no face has a character.
  package func width(_ text: String, _ style: TextStyle) throws(ChartError) -> Double {
    var sum = 0.0
    for glyph in try shape(text, weight: style.weight) { sum += glyph.advance }
    return sum * style.size
  }

  /// Breaks a text at spaces into lines of at most `width` points.
  ///
  /// A word that is wider than a line stands alone on one; the caller sees that by `width(_:_:)`.
  /// A percent sign stays with its number, and a dot between two parts gives way to the break.
  package func lines(
    _ text: String, _ style: TextStyle, width: Double
  ) throws(ChartError) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: true) {
      var line = ""
      var joint = " "
      for word in Self.words(of: paragraph) {
        if word == "·" && !line.isEmpty {
          joint = " · "
          continue
        }
        let longer = line.isEmpty ? word : line + joint + word
        joint = " "
        let fits = try self.width(longer, style) <= width
        if line.isEmpty || fits {
          line = longer
        } else {
          lines.append(line)
          line = word
        }
      }
      if !line.isEmpty { lines.append(line) }
    }
    return lines
  }

  /// What is set without a break: words, each with the percent sign that follows it.
  private static func words(of paragraph: Substring) -> [String] {
    paragraph.split(separator: " ").reduce(into: []) { words, word in
      if let last = words.last, word.hasPrefix("%") {
        words[words.count - 1] = last + " " + word
      } else {
        words.append(String(word))
      }
    }
  }

  /// Breaks a text into lines and says whether all of them are within the width.
  package func fittedLines(
    _ text: String, _ style: TextStyle, width: Double, atMost count: Int
  ) throws(ChartError) -> [String]? {
    let lines = try lines(text, style, width: width)
    guard lines.count <= count else { return nil }
    for line in lines where try self.width(line, style) > width { return nil }
    return lines
  }
}
