package import Charting

/// Writes scenes as SVG: real strokes and curves, text as outlines, a group for each part of the
/// chart with its meaning, and the recipe. Equal scenes give equal bytes on every machine.
package struct SVGRenderer: Sendable {
  private let fonts: [any OutlineFont]

  /// - Parameter fonts: The fonts that scenes may be set in, found by their digests.
  package init(fonts: [any OutlineFont]) {
    self.fonts = fonts
  }

  /// The scene as a document of its own.
  ///
  /// - Parameter identifier: Letters, digits, `-` and `_` that all ids of the document begin with;
  ///   different for each figure, so that several may stand in one web page.
  /// - Throws: `keyword`, `text`, `pageSize`, `resolution`, `translucentPaper`, `faceIndex`, `unknownFace`, `font`.
  package func render(
    _ scene: Scene, metadata: FigureMetadata, identifier: String
  ) throws(RenderError) -> [UInt8] {
    try metadata.check()
    try PageLimits.check(scene)
    var body = SVGBody(
      fonts: FontSet(of: scene, from: fonts),
      page: PixelRect(width: scene.width, height: scene.height), identifier: identifier)
    try body.write(scene.nodes)

    var page = SVGText()
    writeHead(scene, metadata, identifier: identifier, to: &page)
    if !body.definitions.bytes.isEmpty {
      page.write("<defs>\n")
      page.write(body.definitions)
      page.write("</defs>\n")
    }
    page.write("<rect")
    page.attribute("width", "\(scene.width)")
    page.attribute("height", "\(scene.height)")
    page.attributes(.fill, scene.paper)
    page.write("/>\n")
    page.write(body.markup)
    page.write("</svg>\n")
    return page.bytes
  }

  private func writeHead(
    _ scene: Scene, _ metadata: FigureMetadata, identifier: String, to page: inout SVGText
  ) {
    page.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg")
    page.attribute("xmlns", "http://www.w3.org/2000/svg")
    page.attribute("xmlns:xlink", "http://www.w3.org/1999/xlink")
    for (name, pixels) in [("width", scene.width), ("height", scene.height)] {
      page.write(raw: " \(name)=\"")
      page.write(decimal: Int((Double(pixels) / scene.pixelsPerPoint * 1000).rounded()), places: 3)
      page.write("pt\"")
    }
    page.attribute("viewBox", "0 0 \(scene.width) \(scene.height)")
    if !metadata.language.isEmpty { page.attribute("xml:lang", metadata.language) }
    page.attribute("role", "img")
    let labels = [
      metadata.title.isEmpty ? nil : "\(identifier)-title",
      metadata.description.isEmpty ? nil : "\(identifier)-desc",
    ].compactMap { $0 }
    if !labels.isEmpty { page.attribute("aria-labelledby", labels.joined(separator: " ")) }
    page.write(">\n")
    SVGMetadata.write(metadata, identifier: identifier, to: &page)
  }
}

/// The drawing and what it refers to.
private struct SVGBody {
  let fonts: FontSet
  let page: PixelRect
  let identifier: String
  var markup = SVGText()
  var definitions = SVGText()
  private var clips = 0
  private var glyphs: Set<Glyph> = []

  private struct Glyph: Hashable {
    let face: UInt8
    let id: UInt16
  }

  init(fonts: FontSet, page: PixelRect, identifier: String) {
    self.fonts = fonts
    self.page = page
    self.identifier = identifier
  }

  mutating func write(_ nodes: [SceneNode]) throws(RenderError) {
    for node in nodes {
      switch node {
      case .fill(let path, let color):
        markup.write("<path")
        markup.attributes(.fill, color)
        markup.write(" d=\"")
        markup.write(path)
        markup.write("\"/>\n")
      case .rectangles(let rectangles, let color):
        markup.write("<path")
        markup.attributes(.fill, color)
        markup.write(" d=\"")
        markup.write(rectangles)
        markup.write("\"/>\n")
      case .stroke(let path, let style, let color):
        write(path, style, color)
      case .text(let run):
        try write(run)
      case .group(let group):
        try write(group)
      }
    }
  }

  private mutating func write(_ path: ScenePath, _ style: StrokeStyle, _ color: Color) {
    guard style.width > 0 else { return }
    markup.write("<path fill=\"none\"")
    markup.attributes(.stroke, color)
    markup.attribute("stroke-width", grid: Int(style.width))
    if DashPattern(style.dashes) != nil {
      markup.write(" stroke-dasharray=\"")
      for (index, length) in style.dashes.enumerated() {
        if index > 0 { markup.write(" ") }
        markup.write(grid: Int(max(length, 0)))
      }
      markup.write("\"")
    }
    switch style.cap {
    case .butt: break
    case .round: markup.write(" stroke-linecap=\"round\"")
    case .square: markup.write(" stroke-linecap=\"square\"")
    }
    switch style.join {
    case .miter: break
    case .round: markup.write(" stroke-linejoin=\"round\"")
    case .bevel: markup.write(" stroke-linejoin=\"bevel\"")
    }
    markup.write(" d=\"")
    markup.write(PolylineReduction.reduced(path))
    markup.write("\"/>\n")
  }

  private mutating func write(_ run: GlyphRun) throws(RenderError) {
    markup.write("<g class=\"text\"")
    if !run.text.isEmpty { markup.attribute("aria-label", run.text) }
    markup.attributes(.fill, run.color)
    markup.write(">\n")
    for glyph in run.glyphs {
      guard try define(glyph) else { continue }
      let unitsPerEm = try fonts.font(at: Int(glyph.face)).unitsPerEm
      markup.write("<use xlink:href=\"#")
      writeIdentifier(of: glyph, to: &markup)
      markup.write("\" transform=\"translate(")
      markup.write(grid: Int(glyph.origin.x))
      markup.write(" ")
      markup.write(grid: Int(glyph.origin.y))
      markup.write(run.turn == .upward ? ")rotate(-90)scale(" : ")scale(")
      let billionths = (Int(glyph.size) * 2_000_000_000 / (256 * unitsPerEm) + 1) / 2
      markup.write(decimal: billionths, places: 9)
      markup.write(")\"/>\n")
    }
    markup.write("</g>\n")
  }

  /// Defines the outline of a glyph when it is first met; false for a blank.
  private mutating func define(_ glyph: GlyphRun.Glyph) throws(RenderError) -> Bool {
    let outline = try fonts.outline(of: glyph.id, at: Int(glyph.face))
    guard !outline.contours.isEmpty else { return false }
    guard glyphs.insert(Glyph(face: glyph.face, id: glyph.id)).inserted else { return true }
    definitions.write("<path id=\"")
    writeIdentifier(of: glyph, to: &definitions)
    definitions.write("\" d=\"")
    definitions.write(outline)
    definitions.write("\"/>\n")
    return true
  }

  private func writeIdentifier(of glyph: GlyphRun.Glyph, to text: inout SVGText) {
    text.write(raw: "\(identifier)-g\(glyph.face)-\(glyph.id)")
  }

  private mutating func write(_ group: SceneGroup) throws(RenderError) {
    markup.write("<g")
    markup.attribute("class", group.role.rawValue)
    if !group.label.isEmpty {
      markup.attribute("aria-label", group.label)
      markup.attribute("data-label", group.label)
    }
    if let clip = group.clip {
      clips += 1
      let name = "\(identifier)-clip\(clips)"
      definitions.write(raw: "<clipPath id=\"\(name)\"><path d=\"")
      definitions.write([PixelRect(around: clip).intersection(page).sceneRect])
      definitions.write("\"/></clipPath>\n")
      markup.attribute("clip-path", "url(#\(name))")
    }
    markup.write(">\n")
    try write(group.nodes)
    markup.write("</g>\n")
  }
}
