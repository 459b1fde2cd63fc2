/// What a page of a PDF that Cairo wrote draws, without what differs from one compression to another.
package struct PDFDrawing: Equatable, Sendable {
  /// The content of the page: operators and coordinates.
  package let content: [UInt8]
  /// The objects around it, without lengths and places.
  package let objects: [UInt8]

  /// Bytes of content that are unpacked at most.
  private static let mostBytes = 512 << 20

  /// Nil for pages of another form.
  package init?(page: ArraySlice<UInt8>) {
    var cursor = ByteCursor(page)
    guard let end = cursor.lastPosition(of: "\nxref\n") else { return nil }
    cursor = ByteCursor(page[..<end])
    var objects: [UInt8] = []
    var content: [UInt8] = []
    while let start = cursor.position(of: "\nstream\n") {
      objects += cursor.rest[..<start]
      guard cursor.skip(past: "\nstream\n"), let end = cursor.position(of: "\nendstream\n"),
        let text = Deflate.unpack(cursor.rest[..<end], atMost: Self.mostBytes - content.count),
        cursor.skip(past: "\nendstream\n")
      else { return nil }
      content += text
    }
    objects += cursor.rest
    self.content = content
    // A line of blanks and digits is the length of a stream.
    self.objects = objects.split(separator: UInt8(ascii: "\n"))
      .filter { line in
        line.contains { $0 != UInt8(ascii: " ") && !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0) }
      }
      .joined(separator: [UInt8(ascii: "\n")]).map { $0 }
  }

  /// Names of members that change what a viewer shows of the content; `#` may hide one.
  private static let changing: [StaticString] = [
    "/Rotate", "/CropBox", "/UserUnit", "/Annots", "/AA", "/OpenAction", "/SMask", "/BM", "/OC",
    "/XObject", "/LW", "/LC", "/LJ", "/ML", "/FL", "/AIS", "/Decode", "/Pattern", "/Shading",
    "/Font", "/ColorSpace", "/TR", "/HT", "#",
  ]

  /// What the objects do to the content, however a version of Cairo writes them: the corners of the
  /// page, opacities, and how often members stand there that change what is shown.
  package var effects: [String] {
    var effects: [String] = []
    for (key, end): (StaticString, Character) in [
      ("/MediaBox", "]"), ("/CA", "/"), ("/ca", ">"),
    ] {
      var cursor = ByteCursor(objects[...])
      while cursor.skip(past: key) {
        let value = String(decoding: cursor.rest.prefix(80), as: UTF8.self)
        effects.append("\(key) \(value.prefix { $0 != end && $0 != "/" }.filter { $0 != " " })")
      }
    }
    for name in Self.changing {
      var cursor = ByteCursor(objects[...])
      while cursor.skip(past: name) { effects.append("\(name)") }
    }
    return effects.sorted()
  }
}
