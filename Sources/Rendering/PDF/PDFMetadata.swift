/// What a PDF that `PDFRenderer` wrote says of itself.
///
/// It finds the addition by its first line and takes it in the order in which `PDFAddition` writes
/// it. It is no parser of PDF: a figure that an editor saved again, or that something was added to,
/// is not recognised.
package enum PDFMetadata {
  /// A figure and its drawing.
  package struct Figure: Equatable, Sendable {
    package var metadata: FigureMetadata
    /// The file without what was added: the page as Cairo wrote it.
    package var page: ArraySlice<UInt8>
    /// `cairo 1.16.0`
    package var renderer: String
    /// The program that wrote the page, as the file names it.
    var producer = ""
    /// The attached texts as they stand in the file, compressed.
    var packed: [[UInt8]] = []
  }

  /// Bytes that the attached texts may take together, unpacked.
  static let textBytes = 64 << 20
  /// Texts that are read.
  static let mostTexts = 1000

  /// Whether the bytes begin as a PDF does.
  package static func isPDF(_ bytes: [UInt8]) -> Bool { bytes.starts(with: Array("%PDF-".utf8)) }

  /// The key of the document information that holds a text; that of the program is the creator.
  static func key(of keyword: String) -> String { keyword == "Software" ? "Creator" : keyword }

  /// Reads a figure; nil for any other file.
  ///
  /// - Throws: `PDFReadError`.
  package static func read(_ bytes: [UInt8]) throws(PDFReadError) -> Figure? {
    guard isPDF(bytes), let start = ByteCursor(bytes[...]).lastPosition(of: PDFAddition.mark)
    else { return nil }
    var cursor = ByteCursor(bytes[start...])
    guard cursor.take(PDFAddition.mark) else { return nil }
    var figure = Figure(metadata: FigureMetadata(), page: bytes[..<start], renderer: "")
    guard readInformation(from: &cursor, to: &figure) else { return nil }
    var bytesLeft = textBytes
    while let (entry, packed) = try attachment(from: &cursor, bytesLeft: &bytesLeft) {
      guard figure.metadata.entries.count < mostTexts else { throw .tooManyTexts }
      figure.metadata.entries.append(entry)
      figure.packed.append(packed)
    }
    guard let language = language(in: cursor), isLast(cursor) else { return nil }
    figure.metadata.language = language
    return figure
  }

  /// Whether a file is the page with the very addition that is written to it, so that no object of
  /// another program stands in it.
  ///
  /// - Parameter figure: What was read from the file.
  package static func isAsWritten(_ figure: Figure, in file: [UInt8]) -> Bool {
    guard let page = CairoPDF(Array(figure.page)), page.hasOwnTable(in: Array(figure.page)),
      let made = try? PDFAddition.bytes(figure.metadata, to: page, as: figure)
    else { return false }
    return file[figure.page.endIndex...].elementsEqual(made)
  }

  /// Whether a file is a PDF with something that only dlplot writes, but is none that can be read:
  /// something was added to it, or an editor saved it again.
  package static func isStripped(_ bytes: [UInt8]) -> Bool {
    guard isPDF(bytes), (try? read(bytes)) == nil else { return false }
    let cursor = ByteCursor(bytes[...])
    return cursor.position(of: PDFAddition.mark) != nil
      || cursor.position(of: "(dlplot-numbers") != nil || cursor.position(of: "(dlplot ") != nil
  }

  /// Whether a file is a PDF without its last line: it was cut off, in the page or in what a figure
  /// has behind it.
  package static func endsEarly(_ bytes: [UInt8]) -> Bool {
    guard isPDF(bytes) else { return false }
    let cursor = ByteCursor(bytes[...])
    guard let end = cursor.lastPosition(of: "%%EOF") else { return true }
    return cursor.lastPosition(of: PDFAddition.mark).map { $0 > end } ?? false
  }

  private static func readInformation(
    from cursor: inout ByteCursor, to figure: inout Figure
  ) -> Bool {
    guard cursor.takeNumber() != nil, cursor.take(" 0 obj\n<< ") else { return false }
    for _ in 0..<mostTexts {
      guard cursor.take("/"), let key = PDFString.readName(from: &cursor),
        let text = PDFString.read(from: &cursor), cursor.take("\n")
      else { return false }
      switch key {
      case "Producer":
        figure.renderer = renderer(ofProducer: text)
        figure.producer = text
      case "Title": figure.metadata.title = text
      case "Subject": figure.metadata.description = text
      case "Creator":
        figure.metadata.entries.append(FigureMetadata.Entry(keyword: "Software", text: text))
      default: figure.metadata.entries.append(FigureMetadata.Entry(keyword: key, text: text))
      }
      if cursor.take(">>\nendobj\n") { return true }
      guard cursor.take("   ") else { return false }
    }
    return false
  }

  private static func renderer(ofProducer text: String) -> String {
    text.split(separator: " ").prefix(2).joined(separator: " ")
  }

  /// The next attached text; nil where there is none, and the cursor stays.
  ///
  /// - Parameter bytesLeft: What is left of the limit, from which the text is paid.
  private static func attachment(
    from cursor: inout ByteCursor, bytesLeft: inout Int
  ) throws(PDFReadError) -> (entry: FigureMetadata.Entry, packed: [UInt8])? {
    var next = cursor
    guard next.takeNumber() != nil,
      next.take(
        " 0 obj\n<< /Type /EmbeddedFile\n   /Subtype /application#2Fjson\n   /Keyword "),
      let keyword = PDFString.read(from: &next), next.take("\n   /Params << /Size "),
      let size = next.takeNumber(),
      next.take(" >>\n   /Filter /FlateDecode\n   /Length "), let count = next.takeNumber(),
      next.take("\n>>\nstream\n"), let packed = next.take(count: count),
      next.take("\nendstream\nendobj\n")
    else { return nil }
    guard size <= bytesLeft else { throw .textsTooLarge }
    guard let text = Deflate.unpack(packed, count: size) else { return nil }
    bytesLeft -= size
    // The name of the file, which says nothing more.
    guard next.takeNumber() != nil, next.take(" 0 obj\n<< /Type /Filespec\n"),
      next.skip(past: "\nendobj\n")
    else { return nil }
    cursor = next
    let entry = FigureMetadata.Entry(
      keyword: keyword, text: String(decoding: text, as: UTF8.self), isLong: true)
    return (entry, Array(packed))
  }

  /// The language of the catalog, empty for none; nil without a catalog.
  private static func language(in cursor: ByteCursor) -> String? {
    var cursor = cursor
    guard cursor.skip(past: "<< /Type /Catalog\n   /Pages "), cursor.takeNumber() != nil,
      cursor.take(" 0 R\n")
    else { return nil }
    return cursor.take("   /Lang ") ? PDFString.read(from: &cursor) : ""
  }

  /// Whether the addition ends with its own table, and the file with that.
  private static func isLast(_ cursor: ByteCursor) -> Bool {
    var end = cursor
    guard let table = cursor.position(of: "xref\n"), end.skip(past: "\nstartxref\n"),
      end.takeNumber() == table
    else { return false }
    return end.rest.elementsEqual("\n%%EOF\n".utf8)
  }
}
