internal import Charting

/// Markup that is being written: bytes, numbers and escaped text.
///
/// Coordinates are rounded to three decimals. Neighbours on the grid are 1/256 = 0.0039 apart, so
/// that no two of them become one, and the exact value is the nearest multiple of 1/256.
struct SVGText {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ other: SVGText) {
    bytes.append(contentsOf: other.bytes)
  }

  /// Writes markup that needs no escape: names of this project and numbers.
  mutating func write(raw text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes ` name="value"`.
  mutating func attribute(_ name: StaticString, _ value: String) {
    open(name)
    write(escaped: value)
    write("\"")
  }

  mutating func attribute(_ name: StaticString, grid value: Int) {
    open(name)
    write(grid: value)
    write("\"")
  }

  /// Writes the colour of a paint, `fill` or `stroke`, and its opacity where it is not opaque.
  mutating func attributes(_ paint: Paint, _ color: Color) {
    open(paint == .fill ? "fill" : "stroke")
    write("#")
    let digits = Array("0123456789abcdef".utf8)
    for value in [color.red, color.green, color.blue] {
      bytes.append(digits[Int(value >> 4)])
      bytes.append(digits[Int(value & 15)])
    }
    write("\"")
    guard color.alpha < 255 else { return }
    open(paint == .fill ? "fill-opacity" : "stroke-opacity")
    write(decimal: (Int(color.alpha) * 1000 + 127) / 255, places: 3)
    write("\"")
  }

  enum Paint { case fill, stroke }

  private mutating func open(_ name: StaticString) {
    write(" ")
    write(name)
    write("=\"")
  }

  /// Writes a number of 1/256 pixel in pixels.
  mutating func write(grid value: Int) {
    let thousandths = (value.magnitude * 1000 + 128) / 256
    write(decimal: value < 0 ? -Int(thousandths) : Int(thousandths), places: 3)
  }

  /// Writes `value / 10^places` without needless zeros.
  mutating func write(decimal value: Int, places: Int) {
    var digits: [UInt8] = []
    var rest = value.magnitude
    var place = 0
    while rest > 0 || place < places || digits.isEmpty {
      let digit = UInt8(rest % 10)
      rest /= 10
      if place >= places || digit > 0 || !digits.isEmpty { digits.append(48 + digit) }
      place += 1
      if place == places, !digits.isEmpty { digits.append(UInt8(ascii: ".")) }
    }
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    bytes.append(contentsOf: digits.reversed())
  }

  /// Writes text with what XML reserves escaped, also for attributes; a character that XML does not
  /// allow becomes U+FFFD.
  mutating func write(escaped text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": write("&amp;")
      case "<": write("&lt;")
      case ">": write("&gt;")
      case "\"": write("&quot;")
      case "\n": write("&#10;")
      case "\r": write("&#13;")
      case "\t": write("&#9;")
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": write("\u{FFFD}")
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }
}

extension SVGText {
  /// Writes the data of a path.
  mutating func write(_ path: ScenePath) {
    var previous: StaticString = "Z"

    func command(_ letter: StaticString) -> StaticString {
      defer { previous = letter }
      // A letter stands for all pairs that follow it.
      return letter.utf8Start.pointee == previous.utf8Start.pointee
        && letter.utf8Start.pointee != 77
        ? " " : letter
    }

    for element in path.elements {
      switch element {
      case .move(let point):
        write(command("M"))
        write(point)
      case .line(let point):
        write(command("L"))
        write(point)
      case .curve(let first, let second, let end):
        write(command("C"))
        for (index, point) in [first, second, end].enumerated() {
          if index > 0 { write(" ") }
          write(point)
        }
      case .close:
        write("Z")
        previous = "Z"
      }
    }
  }

  /// Writes rectangles as the data of one path; those without area are left out.
  mutating func write(_ rectangles: [SceneRect]) {
    for rect in rectangles where rect.width > 0 && rect.height > 0 {
      write("M")
      write(ScenePoint(x: rect.x, y: rect.y))
      write("H")
      write(grid: Int(rect.x) + Int(rect.width))
      write("V")
      write(grid: Int(rect.y) + Int(rect.height))
      write("H")
      write(grid: Int(rect.x))
      write("Z")
    }
  }

  private mutating func write(_ point: ScenePoint) {
    write(grid: Int(point.x))
    write(" ")
    write(grid: Int(point.y))
  }

  /// Writes the data of a glyph in font units, y down.
  mutating func write(_ outline: GlyphOutline) {
    for contour in outline.contours {
      write("M")
      write(contour.start)
      for segment in contour.segments {
        switch segment {
        case .line(let end):
          write("L")
          write(end)
        case .curve(let control, let end):
          write("Q")
          write(control)
          write(" ")
          write(end)
        }
      }
      write("Z")
    }
  }

  private mutating func write(_ point: GlyphOutline.Point) {
    // Font units and their halves are whole in tenths.
    write(decimal: Int((point.x * 10).rounded()), places: 1)
    write(" ")
    write(decimal: Int((-point.y * 10).rounded()), places: 1)
  }
}
