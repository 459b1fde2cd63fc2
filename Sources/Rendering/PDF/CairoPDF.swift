/// What an addition to a PDF of one page that Cairo wrote has to know of it.
struct CairoPDF {
  /// Bytes of the file.
  let count: Int
  /// Objects, and one more for the number that is not used.
  let size: Int
  /// Place of the cross-reference table.
  let table: Int
  /// Numbers of objects.
  let page: Int
  let pages: Int
  let contents: Int
  let resources: Int
  let root: Int
  /// The corners of the page, as they are written.
  let mediaBox: String
  /// The members of the page that stand between its contents and its resources: a group that blends
  /// colours by itself.
  let group: String

  /// Nil for a file of another form; Cairo 1.16 to 1.18 write this one.
  init?(_ bytes: [UInt8]) {
    let file = ByteCursor(bytes[...])
    guard let trailerStart = file.lastPosition(of: "trailer\n") else { return nil }
    let trailer = ByteCursor(bytes[trailerStart...])
    guard let size = Self.number(after: "/Size ", in: trailer),
      let root = Self.number(after: "/Root ", in: trailer),
      let table = Self.number(after: "startxref\n", in: trailer),
      let start = file.position(of: " 0 obj\n<< /Type /Page %"),
      let page = Self.number(before: start, in: bytes)
    else { return nil }
    var object = ByteCursor(bytes[start...])
    guard let end = object.position(of: "\nendobj") else { return nil }
    object = ByteCursor(bytes[start..<end])
    guard let pages = Self.number(after: "/Parent ", in: object),
      let contents = Self.number(after: "/Contents ", in: object),
      let resources = Self.number(after: "/Resources ", in: object),
      let box = Self.text(from: "/MediaBox [", through: "]", in: object),
      let group = Self.text(from: "/Group <<", through: ">>", in: object)
    else { return nil }
    count = bytes.count
    self.size = size
    self.root = root
    self.table = table
    self.page = page
    self.pages = pages
    self.contents = contents
    self.resources = resources
    mediaBox = box
    self.group = group
  }

  /// Whether the table of the file leads to the drawing that stands before it, in its full length, and
  /// to nothing behind it.
  func hasOwnTable(in file: [UInt8]) -> Bool { frame(in: file) != nil }

  /// What decides how the content of the page is shown, word by word: the members of its stream, its
  /// resources, the tree of pages, the corners and the group. What an addition writes anew is no part
  /// of it, nor are lengths and the number of the page, which differ between versions of Cairo.
  ///
  /// Nil where the table of the file does not lead there.
  func frame(in file: [UInt8]) -> [ArraySlice<UInt8>]? {
    guard let places = places(in: file) else { return nil }
    func object(_ number: Int) -> ByteCursor? {
      guard places.indices.contains(number) else { return nil }
      var object = ByteCursor(file[places[number]..<table])
      return object.takeNumber() == number && object.take(" 0 obj\n") ? object : nil
    }
    func body(_ number: Int) -> ArraySlice<UInt8>? {
      guard let object = object(number), let end = object.position(of: "\nendobj") else {
        return nil
      }
      return object.rest[..<end]
    }
    guard let tree = body(pages), tree.starts(with: "<< /Type /Pages".utf8),
      let resources = body(resources), var stream = object(contents), stream.take("<< /Length "),
      var length = stream.takeNumber()
    else { return nil }
    if stream.take(" 0 R") {
      guard var number = object(length), number.take("   "), let value = number.takeNumber() else {
        return nil
      }
      length = value
    }
    guard let start = stream.position(of: "\nstream\n") else { return nil }
    let members = stream.rest[..<start]
    guard stream.skip(past: "\nstream\n"), stream.take(count: length) != nil,
      stream.take("\nendstream\n")
    else { return nil }
    return [members, resources, Array(mediaBox.utf8)[...], Array(group.utf8)[...]].flatMap {
      PDFWords($0).all
    } + namingPage(PDFWords(tree).all)
  }

  /// Where the objects stand, by their numbers; nil for a table of another form.
  private func places(in file: [UInt8]) -> [Int]? {
    guard table > 0, table < file.count else { return nil }
    var cursor = ByteCursor(file[table...])
    guard cursor.take("xref\n0 "), cursor.takeNumber() == size,
      cursor.take("\n0000000000 65535 f \n")
    else { return nil }
    var places = [0]
    for _ in 1..<max(size, 1) {
      guard let place = cursor.takeNumber(), cursor.take(" 00000 n \n"), place < table else {
        return nil
      }
      places.append(place)
    }
    // What else the page needs is written anew behind it.
    return cursor.take("trailer\n") ? places : nil
  }

  /// The words with a name in place of each number of the page.
  private func namingPage(_ words: [ArraySlice<UInt8>]) -> [ArraySlice<UInt8>] {
    var named = words
    for index in words.indices.dropLast(2)
    where words[index].elementsEqual("\(page)".utf8) && words[index + 1].elementsEqual("0".utf8)
      && words[index + 2].elementsEqual("R".utf8)
    {
      named[index] = Array("page".utf8)[...]
    }
    return named
  }

  private static func number(after text: StaticString, in cursor: ByteCursor) -> Int? {
    var cursor = cursor
    return cursor.skip(past: text) ? cursor.takeNumber() : nil
  }

  private static func number(before end: Int, in bytes: [UInt8]) -> Int? {
    let start = bytes[..<end].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    var cursor = ByteCursor(bytes[start..<end])
    let number = cursor.takeNumber()
    return cursor.rest.isEmpty ? number : nil
  }

  private static func text(
    from start: StaticString, through end: StaticString, in cursor: ByteCursor
  ) -> String? {
    guard let first = cursor.position(of: start) else { return nil }
    let rest = ByteCursor(cursor.rest[first...])
    guard let last = rest.position(of: end) else { return nil }
    return String(decoding: rest.rest[first..<last + end.utf8CodeUnitCount], as: UTF8.self)
  }
}
