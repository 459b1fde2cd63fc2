internal import Provenance
package import Rendering

extension FigureAdditions {
  /// Chunks that change how viewers show the stored pixels, and how.
  private static let changing: [(name: String, effect: String)] = [
    ("gAMA", "shows other colours"), ("cHRM", "shows other colours"),
    ("iCCP", "shows other colours"), ("cICP", "shows other colours"),
    ("mDCV", "shows other colours"), ("mDCv", "shows other colours"),
    ("cLLI", "shows other colours"), ("cLLi", "shows other colours"),
    ("gmAP", "shows other colours"), ("gdAT", "shows other colours"),
    ("eXIf", "can turn the picture"), ("orNT", "can turn the picture"),
    ("oFFs", "moves the picture"), ("vpAg", "moves the picture"),
    ("sTER", "makes two pictures of it"), ("acTL", "makes it an animation"),
    ("fcTL", "makes it an animation"), ("fdAT", "makes it an animation"),
  ]

  /// What pixels are packed with, and texts, which are looked at one by one.
  private static let usual = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND", "tEXt", "zTXt", "iTXt"]

  /// gAMA and cHRM as the PNG specification has them for pictures that are sRGB.
  private static let sameAsSRGB: [(name: String, values: [Int])] = [
    ("gAMA", [45455]), ("cHRM", [31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000]),
  ]

  /// Of a PNG that dlplot wrote once, with whatever was done to it since.
  ///
  /// - Parameter pixelsPerMetre: The resolution of the recipe; nil where it tells none.
  package init(
    png file: [UInt8], texts: [FigureMetadata.Entry], pixelsPerMetre: Int?
  ) {
    let list = PNGChunkList(file)
    let pixels = list.chunks.firstIndex { $0.name == "IDAT" } ?? list.chunks.endIndex
    if !list.chunks[..<pixels].contains(where: { $0.name == "sRGB" }) {
      picture.append("the chunk sRGB, which tells what the colours are, was taken out")
    }
    for chunk in list.chunks { take(chunk, pixelsPerMetre) }
    if !list.chunks.contains(where: { $0.name == "pHYs" }) { note("no chunk pHYs") }
    if list.extraBytes > 0 {
      picture.append(
        "\(list.extraBytes) byte\(list.extraBytes == 1 ? "" : "s") follow the end of the picture "
          + "(IEND)")
    }
    take(texts)
  }

  private mutating func take(_ chunk: PNGChunkList.Chunk, _ pixelsPerMetre: Int?) {
    let name = chunk.name
    switch name {
    case "IHDR" where chunk.data.dropFirst(8).first == 16: note("16 bits a sample")
    case _ where Self.usual.contains(name): return
    case "sRGB":
      guard chunk.data.count == 1, let intent = chunk.data.first, intent <= 3 else {
        return add("the chunk sRGB is not one that a viewer can read")
      }
      if intent != 0 { note("another intent in chunk sRGB") }
    case "pHYs":
      guard let pixelsPerMetre else { return }
      let values = Self.numbers(chunk.data.prefix(8))
      guard values != [pixelsPerMetre, pixelsPerMetre] || chunk.data.last != 1 else { return }
      add(
        "the chunk pHYs says \(values.map(\.description).joined(separator: " x ")) pixels "
          + "\(chunk.data.last == 1 ? "a metre" : "of no unit"), it was \(pixelsPerMetre) a metre")
    case _
    where Self.sameAsSRGB.contains { $0.name == name && $0.values == Self.numbers(chunk.data) }:
      note("chunk \(name)")
    default:
      guard let effect = Self.changing.first(where: { $0.name == name })?.effect else {
        return note("chunk \(Self.printable(name))")
      }
      add("the chunk \(name) was added, which \(effect)")
    }
  }

  /// Each once: an animation has many chunks.
  private mutating func add(_ sentence: String) {
    if !picture.contains(sentence) { picture.append(sentence) }
  }

  private mutating func note(_ name: String) {
    if !harmless.contains(name) { harmless.append(name) }
  }

  // MARK: Texts

  /// Keywords that dlplot writes.
  private static let keywords = [
    "Title", "Description", "Software", FigureFile.recipeKeyword, FigureFile.numbersKeyword,
    FigureFile.rendererKeyword,
  ]

  /// The first text of a keyword is the figure's, and is looked at elsewhere.
  mutating func take(_ texts: [FigureMetadata.Entry]) {
    var seen: [String] = []
    for entry in texts {
      let isKnown = Self.keywords.contains(entry.keyword)
      if isKnown, !seen.contains(entry.keyword) {
        seen.append(entry.keyword)
        continue
      }
      // Some readers make no difference between capital and small letters.
      let name = entry.keyword.lowercased()
      // Optimizers name themselves beside what was there.
      if name != "software", let keyword = Self.keywords.first(where: { $0.lowercased() == name }) {
        words.append(
          "a second text \(keyword) says \(MessageText.quoted(entry.text, limit: 40))")
      } else if let effect = Self.effect(of: entry, named: name) {
        add("the text \(Self.printable(entry.keyword)) was added, which \(effect)")
      } else {
        note("text \(Self.printable(entry.keyword))")
      }
    }
  }

  /// Kinds of `Raw profile type KIND`, chunks as texts, and how viewers that read them show the
  /// picture. APP1 and xmp hold EXIF or XMP as digits.
  private static let profiles = [
    "exif": "can turn the picture", "app1": "can turn the picture",
    "xmp": "can turn the picture", "icc": "shows other colours", "icm": "shows other colours",
  ]

  /// How a text changes what viewers show; nil where it does not.
  ///
  /// - Parameter name: Its keyword in small letters.
  private static func effect(of entry: FigureMetadata.Entry, named name: String) -> String? {
    let head = "raw profile type "
    if name.hasPrefix(head) {
      return profiles[String(name.dropFirst(head.count))]
    }
    return name == "xml:com.adobe.xmp" && entry.text.contains("Orientation")
      ? "can turn the picture" : nil
  }

  private static func printable(_ name: String) -> String {
    MessageText.isPrintable(name) ? name : MessageText.quoted(name, limit: 80)
  }

  /// Big-endian numbers of four bytes.
  private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] {
    stride(from: bytes.startIndex, to: bytes.endIndex, by: 4).map { start in
      bytes[start...].prefix(4).reduce(0) { $0 << 8 | Int($1) }
    }
  }
}
