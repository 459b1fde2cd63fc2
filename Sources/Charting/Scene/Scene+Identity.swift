extension Scene {
  /// The bytes whose SHA-256 is the scene's identity.
  ///
  /// All numbers are little-endian; coordinates are Int32 in 1/256 pixel, counts UInt32, colours
  /// four bytes red, green, blue, alpha.
  ///
  /// | entry | bytes |
  /// |---|---|
  /// | head | `dlplot-scene-1\n`, width, height (UInt32), paper, number of faces, 64 hexadecimal characters for each |
  /// | fill | 1, colour, path |
  /// | rectangles | 2, colour, count, x y width height for each |
  /// | stroke | 3, colour, width, cap, join (UInt8), number of dashes, dashes, path |
  /// | text | 4, colour, turn (UInt8), number of glyphs, id (UInt16) face (UInt8) size x y for each |
  /// | clip begins | 5, x y width height |
  /// | clip ends | 6 |
  /// | path | number of elements; 0 move, 1 line, 2 curve, 3 close (UInt8), its points |
  ///
  /// Roles, labels and numbers of groups, and the words behind glyphs are no part of it: two scenes
  /// with equal bytes look the same, whatever they mean.
  package var identityBytes: [UInt8] {
    var writer = SceneByteWriter()
    writer.append("dlplot-scene-1\n")
    writer.append(UInt32(width))
    writer.append(UInt32(height))
    writer.append(paper)
    writer.append(UInt32(faces.count))
    for face in faces { writer.append(face) }
    writer.append(nodes)
    return writer.bytes
  }
}

/// Appends the parts of a scene to a byte stream.
private struct SceneByteWriter {
  var bytes: [UInt8] = []

  mutating func append(_ text: String) { bytes += text.utf8 }

  mutating func append(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ color: Color) {
    bytes += [color.red, color.green, color.blue, color.alpha]
  }

  mutating func append(_ point: ScenePoint) {
    append(point.x)
    append(point.y)
  }

  mutating func append(_ rect: SceneRect) {
    append(rect.x)
    append(rect.y)
    append(rect.width)
    append(rect.height)
  }

  mutating func append(_ path: ScenePath) {
    append(UInt32(path.elements.count))
    for element in path.elements {
      switch element {
      case .move(let point):
        append(UInt8(0))
        append(point)
      case .line(let point):
        append(UInt8(1))
        append(point)
      case .curve(let first, let second, let end):
        append(UInt8(2))
        append(first)
        append(second)
        append(end)
      case .close:
        append(UInt8(3))
      }
    }
  }

  mutating func append(_ nodes: [SceneNode]) {
    for node in nodes {
      switch node {
      case .fill(let path, let color):
        append(UInt8(1))
        append(color)
        append(path)
      case .rectangles(let rects, let color):
        append(UInt8(2))
        append(color)
        append(UInt32(rects.count))
        for rect in rects { append(rect) }
      case .stroke(let path, let style, let color):
        append(UInt8(3))
        append(color)
        append(style.width)
        append(style.cap.rawValue)
        append(style.join.rawValue)
        append(UInt32(style.dashes.count))
        for dash in style.dashes { append(dash) }
        append(path)
      case .text(let run):
        append(UInt8(4))
        append(run.color)
        append(run.turn.rawValue)
        append(UInt32(run.glyphs.count))
        for glyph in run.glyphs {
          append(glyph.id)
          append(glyph.face)
          append(glyph.size)
          append(glyph.origin)
        }
      case .group(let group):
        if let clip = group.clip {
          append(UInt8(5))
          append(clip)
        }
        append(group.nodes)
        if group.clip != nil { append(UInt8(6)) }
      }
    }
  }
}
