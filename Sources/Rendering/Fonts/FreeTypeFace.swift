internal import CFreeType

/// A font file opened by FreeType, read in font units without scaling or hinting.
///
/// It owns its own library and a copy of the file, so that no two faces share anything. One thread
/// at a time may use it.
struct FreeTypeFace: ~Copyable {
  private let path: String
  private let library: FT_Library
  private let face: FT_Face
  private let bytes: UnsafeMutableBufferPointer<UInt8>

  /// - Throws: `notAFont`.
  init(bytes file: [UInt8], path: String) throws(FontError) {
    var library: FT_Library?
    var code = FT_Init_FreeType(&library)
    guard code == 0, let library else { throw .freeTypeFailed(code: code) }

    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: file.count)
    _ = copy.initialize(from: file)
    var face: FT_Face?
    code = FT_New_Memory_Face(library, copy.baseAddress, FT_Long(file.count), 0, &face)
    guard code == 0, let face else {
      FT_Done_FreeType(library)
      copy.deallocate()
      throw .notAFont(path: path, code: code)
    }
    self.path = path
    self.library = library
    self.face = face
    bytes = copy
  }

  deinit {
    FT_Done_Face(face)
    FT_Done_FreeType(library)
    bytes.deallocate()
  }

  /// Throws `refused` unless this is a static TrueType font.
  func checkKind() throws(FontError) {
    if let kind = refusal { throw .refused(path: path, kind: kind) }
  }

  private var refusal: FontError.Refusal? {
    if face.pointee.num_faces > 1 { return .collection }
    if hasTable("CFF ") || hasTable("CFF2") { return .compactOutlines }
    if hasTable("fvar") { return .variable }
    if !hasTable("glyf") || face.pointee.units_per_EM == 0 { return .noOutlines }
    return FT_Select_Charmap(face, FT_ENCODING_UNICODE) == 0 ? nil : .noUnicode
  }

  private func hasTable(_ tag: String) -> Bool {
    let number = tag.utf8.reduce(FT_ULong(0)) { $0 << 8 | FT_ULong($1) }
    var length: FT_ULong = 0
    return FT_Load_Sfnt_Table(face, number, 0, nil, &length) == 0 && length > 0
  }

  var unitsPerEm: Int { Int(face.pointee.units_per_EM) }
  var ascent: Int { Int(face.pointee.ascender) }
  var descent: Int { -Int(face.pointee.descender) }

  /// The height that the font states for capitals, or else that of its H.
  func capHeight() throws(FontError) -> Int {
    if let table = FT_Get_Sfnt_Table(face, FT_SFNT_OS2) {
      let os2 = table.assumingMemoryBound(to: TT_OS2.self).pointee
      if os2.version >= 2, os2.version != 0xFFFF, os2.sCapHeight > 0 { return Int(os2.sCapHeight) }
    }
    guard let glyph = try glyph(for: "H") else { return ascent }
    try load(glyph.id)
    return Int(face.pointee.glyph.pointee.metrics.horiBearingY)
  }

  /// The index and the advance of the glyph that draws a character; nil where there is none.
  func glyph(for scalar: Unicode.Scalar) throws(FontError) -> (id: UInt16, advance: Int)? {
    let index = FT_Get_Char_Index(face, FT_ULong(scalar.value))
    guard index > 0, let id = UInt16(exactly: index) else { return nil }
    try load(id)
    return (id, Int(face.pointee.glyph.pointee.metrics.horiAdvance))
  }

  /// The contours of a glyph in font units, parts of composite glyphs in their places.
  func outline(of glyph: UInt16) throws(FontError) -> GlyphOutline {
    try load(glyph)
    let outline = face.pointee.glyph.pointee.outline
    var result = GlyphOutline(contours: [])
    guard outline.n_contours > 0, let points = outline.points, let tags = outline.tags,
      let ends = outline.contours
    else { return result }

    var start = 0
    for contour in 0..<Int(outline.n_contours) {
      let end = Int(ends[contour])
      guard start <= end, end < Int(outline.n_points) else { break }
      var marked: [(point: GlyphOutline.Point, isOnCurve: Bool)] = []
      marked.reserveCapacity(end - start + 1)
      for index in start...end {
        let point = GlyphOutline.Point(x: Double(points[index].x), y: Double(points[index].y))
        marked.append((point, tags[index] & 1 != 0))
      }
      if let contour = GlyphOutline.Contour(points: marked) { result.contours.append(contour) }
      start = end + 1
    }
    return result
  }

  private func load(_ glyph: UInt16) throws(FontError) {
    let code = FT_Load_Glyph(face, FT_UInt(glyph), FT_Int32(FT_LOAD_NO_SCALE))
    if code != 0 { throw .damagedGlyph(path: path, glyph: glyph, code: code) }
  }
}
