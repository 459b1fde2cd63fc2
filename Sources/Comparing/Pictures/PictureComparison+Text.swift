extension PictureComparison: CustomStringConvertible {
  /// Where and by how much the pictures differ, on one line; empty for equal ones.
  package var description: String {
    ((sizesAreEqual ? [] : [sizes]) + (changed == 0 ? [] : [extent])).joined(separator: "; ")
  }

  private var sizes: String {
    "the sizes differ: \(reference.width)x\(reference.height) and \(new.width)x\(new.height)"
  }

  private var extent: String {
    let count = "\(changed) of \(compared) pixels differ"
    guard let box else { return count }
    return "\(count), by up to \(largest) level\(largest == 1 ? "" : "s"), in \(box)"
  }
}
