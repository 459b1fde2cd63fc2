internal import CCairo

/// What a figure says of itself, added to the PDF that Cairo drew: the document information with the
/// recipe, the alternative text and the language for readers that cannot see it, and the numbers as
/// attached files.
///
/// An incremental update: the drawing stays as Cairo wrote it, and what is added follows it.
///
/// - Source: ISO 32000-1, 7.5.6 (incremental updates), 14.3.3 (document information), 14.7 to 14.9
///   (structure, alternate descriptions), 7.11.4 (embedded files).
struct PDFAddition {
  /// The line that the addition begins with.
  static let mark: StaticString = "%dlplot-figure-1\n"

  let page: CairoPDF
  let metadata: FigureMetadata
  /// What wrote the page.
  private let producer: String
  /// The attached texts, compressed, where they are at hand.
  private let packed: [[UInt8]]?
  private var bytes: [UInt8] = []
  /// Places of the objects that are written, by their numbers.
  private var places: [(number: Int, place: Int)] = []

  private init(
    page: CairoPDF, metadata: FigureMetadata, producer: String, packed: [[UInt8]]? = nil
  ) {
    self.page = page
    self.metadata = metadata
    self.producer = producer
    self.packed = packed
  }

  /// The file with the addition.
  ///
  /// - Throws: `cairo` where the file has a form that is not known, or memory is short.
  static func add(
    _ metadata: FigureMetadata, to file: [UInt8]
  ) throws(RenderError) -> [UInt8] {
    guard let page = CairoPDF(file) else {
      throw .cairo(
        operation: "describe the PDF",
        reason: "version \(String(cString: cairo_version_string())) writes it in an unknown form")
    }
    var addition = PDFAddition(
      page: page, metadata: metadata,
      producer: "cairo \(String(cString: cairo_version_string())) (https://cairographics.org)")
    try addition.write()
    return file + addition.bytes
  }

  /// The addition alone, as it was written to a figure, with its own compressed texts: equal for each
  /// version of zlib and Cairo.
  static func bytes(
    _ metadata: FigureMetadata, to page: CairoPDF, as figure: PDFMetadata.Figure
  ) throws(RenderError) -> [UInt8] {
    var addition = PDFAddition(
      page: page, metadata: metadata, producer: figure.producer, packed: figure.packed)
    try addition.write()
    return addition.bytes
  }

  /// Numbers of the objects that are new.
  private var info: Int { page.size }
  private var firstAttachment: Int { page.size + 1 }
  private var attachments: [FigureMetadata.Entry] { metadata.entries.filter(\.isLong) }
  /// The first behind two for each attached file.
  private var structure: Int { firstAttachment + 2 * attachments.count }

  private mutating func write() throws(RenderError) {
    write("\(Self.mark)")
    // The reader takes these in this order.
    writeInformation()
    for (index, entry) in attachments.enumerated() {
      try write(entry, packed?[index], as: firstAttachment + 2 * index)
    }
    let (before, after, tree, document, figure, parents) = (
      structure, structure + 1, structure + 2, structure + 3, structure + 4, structure + 5
    )
    let isDescribed = !metadata.description.isEmpty
    if isDescribed {
      stream("/Figure << /MCID 0 >> BDC\n", as: before)
      stream("EMC\n", as: after)
      object(
        tree,
        "<< /Type /StructTreeRoot\n   /K \(document) 0 R\n   /ParentTree \(parents) 0 R\n"
          + "   /ParentTreeNextKey 1\n>>")
      object(
        document,
        "<< /Type /StructElem\n   /S /Document\n   /P \(tree) 0 R\n   /K \(figure) 0 R\n>>")
      object(
        figure,
        "<< /Type /StructElem\n   /S /Figure\n   /P \(document) 0 R\n   /Pg \(page.page) 0 R\n"
          + "   /K 0\n   /A << /O /Layout /Placement /Block /BBox \(box) >>\n"
          + "   /Alt \(PDFString.literal(metadata.description))\n>>")
      object(parents, "<< /Nums [ 0 [ \(figure) 0 R ] ]\n>>")
    }
    let contents =
      isDescribed
      ? "[ \(before) 0 R \(page.contents) 0 R \(after) 0 R ]\n   /StructParents 0"
      : "\(page.contents) 0 R"
    object(
      page.page,
      "<< /Type /Page\n   /Parent \(page.pages) 0 R\n   \(page.mediaBox)\n"
        + "   /Contents \(contents)\n   \(page.group)\n   /Resources \(page.resources) 0 R\n>>")
    writeCatalog(tree: isDescribed ? tree : nil)
    writeTable(size: isDescribed ? parents + 1 : structure)
  }

  private var box: String { String(page.mediaBox.drop { $0 != "[" }) }

  private mutating func writeInformation() {
    var members = [("Producer", producer)]
    if !metadata.title.isEmpty { members.append(("Title", metadata.title)) }
    if !metadata.description.isEmpty { members.append(("Subject", metadata.description)) }
    for entry in metadata.entries where !entry.isLong {
      members.append((PDFMetadata.key(of: entry.keyword), entry.text))
    }
    let lines = members.map { "/\(PDFString.name($0.0)) \(PDFString.literal($0.1))" }
    object(info, "<< " + lines.joined(separator: "\n   ") + "\n>>")
  }

  private mutating func write(
    _ entry: FigureMetadata.Entry, _ packed: [UInt8]?, as number: Int
  ) throws(RenderError) {
    let text = Array(entry.text.utf8)
    guard let packed = packed ?? Deflate.pack(text) else {
      throw .cairo(operation: "attach '\(entry.keyword)' to the PDF", reason: "out of memory")
    }
    let keyword = PDFString.literal(entry.keyword)
    open(number)
    write(
      "<< /Type /EmbeddedFile\n   /Subtype /application#2Fjson\n   /Keyword \(keyword)\n"
        + "   /Params << /Size \(text.count) >>\n   /Filter /FlateDecode\n"
        + "   /Length \(packed.count)\n>>\nstream\n")
    bytes += packed
    write("\nendstream\nendobj\n")
    let name = PDFString.literal(entry.keyword + ".json")
    object(
      number + 1,
      "<< /Type /Filespec\n   /F \(name)\n   /UF \(name)\n   /EF << /F \(number) 0 R >>\n"
        + "   /Desc (the numbers that the figure shows)\n>>")
  }

  private mutating func writeCatalog(tree: Int?) {
    var members = ["/Type /Catalog", "/Pages \(page.pages) 0 R"]
    if !metadata.language.isEmpty {
      members.append("/Lang \(PDFString.literal(metadata.language))")
    }
    if let tree {
      members += ["/MarkInfo << /Marked true >>", "/StructTreeRoot \(tree) 0 R"]
    }
    if !metadata.title.isEmpty {
      members.append("/ViewerPreferences << /DisplayDocTitle true >>")
    }
    // Names of a tree are in order.
    let files = attachments.enumerated()
      .map { (name: $1.keyword + ".json", number: firstAttachment + 2 * $0 + 1) }
      .sorted { $0.name < $1.name }
    if !files.isEmpty {
      let names = files.map { "\(PDFString.literal($0.name)) \($0.number) 0 R" }
      members.append("/Names << /EmbeddedFiles << /Names [ \(names.joined(separator: " ")) ] >> >>")
    }
    object(page.root, "<< " + members.joined(separator: "\n   ") + "\n>>")
  }

  /// The places of the objects, in runs of numbers that follow each other.
  private mutating func writeTable(size: Int) {
    let start = page.count + bytes.count
    write("xref\n")
    let sorted = places.sorted { $0.number < $1.number }
    var index = 0
    while index < sorted.count {
      var end = index + 1
      while end < sorted.count, sorted[end].number == sorted[end - 1].number + 1 { end += 1 }
      write("\(sorted[index].number) \(end - index)\n")
      for entry in sorted[index..<end] {
        let digits = String(entry.place)
        write(String(repeating: "0", count: max(0, 10 - digits.count)) + digits + " 00000 n \n")
      }
      index = end
    }
    write(
      "trailer\n<< /Size \(size)\n   /Root \(page.root) 0 R\n   /Info \(info) 0 R\n"
        + "   /Prev \(page.table)\n>>\nstartxref\n\(start)\n%%EOF\n")
  }

  private mutating func open(_ number: Int) {
    places.append((number, page.count + bytes.count))
    write("\(number) 0 obj\n")
  }

  private mutating func object(_ number: Int, _ body: String) {
    open(number)
    write(body + "\nendobj\n")
  }

  private mutating func stream(_ body: String, as number: Int) {
    object(number, "<< /Length \(body.utf8.count)\n>>\nstream\n\(body)\nendstream")
  }

  private mutating func write(_ text: String) { bytes += Array(text.utf8) }
}
