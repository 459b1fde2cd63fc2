internal import Figures

extension PictureComparison: CustomStringConvertible {
  /// Where and by how much the pictures differ, on one line; empty for equal ones.
  package var description: String {
    ((sizesAreEqual ? [] : [sizes]) + (changed == 0 ? [] : [extent])).joined(separator: "; ")
  }

  /// What differs, in lines of a name and a text; none for equal pictures.
  package var lines: [(name: String, text: String)] {
    var lines: [(name: String, text: String)] = []
    if !sizesAreEqual {
      lines.append(
        ("size", "\(Self.text(reference)) and \(Self.text(new)), compared where they overlap"))
    }
    guard let box else { return lines }
    lines.append(("changed", "\(count(changed)) (\(DisplayNumber.percent(changedShare)))"))
    lines.append(("visible", visible))
    lines.append(("where", "\(box)"))
    lines.append(("largest", "\(largest) level\(largest == 1 ? "" : "s") of 255"))
    if let worstTile {
      // Two digits of a number over 100 would round a level of 255 beyond it.
      let mean =
        worstTile.meanDifference < 10
        ? DisplayNumber.significant(worstTile.meanDifference)
        : DisplayNumber.fixed(worstTile.meanDifference, decimals: 0)
      lines.append(
        (
          "worst tile",
          "\(worstTile.box): \(DisplayNumber.percent(worstTile.changedShare)) changed, "
            + "by \(mean) levels on average"
        ))
    }
    return lines
  }

  /// The count of changed pixels, their share and the largest difference.
  package var summary: String {
    guard changed > 0 else { return sizesAreEqual ? Self.text(reference) : sizes }
    let share = DisplayNumber.percent(changedShare)
    return "\(DisplayNumber.grouped(changed)) of \(count(compared)) (\(share)) differ, by up to "
      + "\(largest) level\(largest == 1 ? "" : "s")"
  }

  private var visible: String {
    var text =
      "\(count(beyond)) beyond the tolerance, \(DisplayNumber.grouped(strong)) by more "
      + "than \(Self.strongDifference) levels"
    if hidden > 0 {
      text += "; \(DisplayNumber.grouped(hidden)) only in the colour of what is transparent"
    }
    return text
  }

  private func count(_ pixels: Int) -> String {
    "\(DisplayNumber.grouped(pixels)) pixel\(pixels == 1 ? "" : "s")"
  }

  private static func text(_ size: Size) -> String { "\(size.width)x\(size.height)" }

  private var sizes: String {
    "the sizes differ: \(Self.text(reference)) and \(Self.text(new))"
  }

  private var extent: String {
    let count = "\(changed) of \(compared) pixels differ"
    guard let box else { return count }
    return "\(count), by up to \(largest) level\(largest == 1 ? "" : "s"), in \(box)"
  }
}
