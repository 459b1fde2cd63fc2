import Charting

/// Texts whose boxes, from ascent to descent, share more than half a pixel in both directions.
struct TextOverlapCheck: LintCheck {
  func findings(in page: LintPage) -> [Finding] {
    let pixel = 256.0
    return page.boxes.overlaps.map { pair in
      let shared = pair.over.box.intersection(pair.under.box)
      let width = Measure.floored(Double(shared.width) / pixel, decimals: 1)
      let height = Measure.floored(Double(shared.height) / pixel, decimals: 1)
      return Finding(
        .textOverlap, "'\(pair.over.string)' over '\(pair.under.string)'",
        "they share \(width)x\(height) pixels", allowed: "no more than half a pixel")
    }
  }
}
