import Charting
import Rendering

/// Draws parts of a scene, in boxes of its page.
struct SceneInk {
  let scene: Scene
  let entries: [SceneEntry]
  private let rasterizer: Rasterizer

  init(_ scene: Scene, fonts: [any OutlineFont]) {
    self.scene = scene
    entries = scene.entries
    rasterizer = Rasterizer(fonts: fonts)
  }

  var page: InkBox { InkBox(left: 0, top: 0, right: scene.width, bottom: scene.height) }

  /// How much of each pixel of a box an entry covers, 0...255, row by row.
  ///
  /// - Throws: `RenderError`.
  func coverage(of entry: SceneEntry, in box: InkBox) throws -> [UInt8] {
    let white = Color(red: 255, green: 255, blue: 255)
    let alone = entry.recoloured(white)
    let bitmap = try draw([alone], in: box, paper: Color(red: 0, green: 0, blue: 0))
    return stride(from: 0, to: bitmap.rgba.count, by: 4).map { bitmap.rgba[$0] }
  }

  /// A box of the page as the scene has it, but for one entry, for which `other` stands; nothing
  /// where that is nil.
  ///
  /// - Throws: `RenderError`.
  func page(with other: SceneEntry?, inPlaceOf index: Int, in box: InkBox) throws -> Bitmap {
    var drawn: [SceneEntry] = []
    for (place, entry) in entries.enumerated() {
      guard let entry = place == index ? other : entry, let reach = entry.box,
        !reach.intersection(box).isEmpty
      else { continue }
      drawn.append(entry)
    }
    return try draw(drawn, in: box, paper: scene.paper)
  }

  private func draw(_ entries: [SceneEntry], in box: InkBox, paper: Color) throws -> Bitmap {
    let nodes = entries.map { entry -> SceneNode in
      let node =
        entry.clip.map {
          SceneNode.group(SceneGroup(role: .data, clip: $0, nodes: [entry.node]))
        } ?? entry.node
      return node.moved(x: Int32(clamping: -256 * box.left), y: Int32(clamping: -256 * box.top))
    }
    return try rasterizer.render(
      Scene(
        width: box.width, height: box.height, pixelsPerPoint: scene.pixelsPerPoint, paper: paper,
        faces: scene.faces, nodes: nodes)
    ).bitmap()
  }
}

extension SceneEntry {
  func recoloured(_ color: Color) -> SceneEntry {
    var copy = self
    switch node {
    case .fill(let path, _): copy.node = .fill(path, color)
    case .rectangles(let rectangles, _): copy.node = .rectangles(rectangles, color)
    case .stroke(let path, let style, _): copy.node = .stroke(path, style, color)
    case .text(var run):
      run.color = color
      copy.node = .text(run)
    case .group: break
    }
    return copy
  }

  /// The entry elsewhere under the same clip; distances in pixels.
  func moved(x: Int, y: Int) -> SceneEntry {
    var copy = self
    copy.node = node.moved(x: Int32(256 * x), y: Int32(256 * y))
    return copy
  }
}
