/// A growing HTML page; whatever comes from a file goes through `text` or an attribute.
struct HTMLText {
  private(set) var bytes: [UInt8] = []

  /// Markup of the program's own.
  mutating func markup(_ markup: StaticString) {
    bytes += "\(markup)".utf8
  }

  /// Markup around numbers of the program's own.
  mutating func markup(_ before: StaticString, _ number: Int, _ after: StaticString) {
    bytes += "\(before)\(number)\(after)".utf8
  }

  /// Text, escaped.
  mutating func text(_ text: String) {
    bytes += MarkupText.escaped(text).utf8
  }

  /// ` name="value"`, escaped.
  mutating func attribute(_ name: StaticString, _ value: String) {
    bytes += " \(name)=\"\(MarkupText.escaped(value))\"".utf8
  }

  /// An element with text alone.
  mutating func element(_ name: StaticString, _ text: String, class style: StaticString? = nil) {
    bytes += "<\(name)".utf8
    if let style { bytes += " class=\"\(style)\"".utf8 }
    bytes += ">\(MarkupText.escaped(text))</\(name)>\n".utf8
  }

  /// ` src="data:..."` of a picture.
  mutating func source(_ picture: [UInt8], type: StaticString) {
    bytes += " src=\"data:\(type);base64,".utf8
    bytes += Base64.encoded(picture)
    bytes += "\"".utf8
  }

  /// The content of a style or script element.
  mutating func verbatim(_ content: [UInt8]) {
    bytes += content
  }
}
