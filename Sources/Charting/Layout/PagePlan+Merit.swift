extension PagePlan {
  /// Whether no plot is smaller.
  func isAtLeast(_ size: Size) -> Bool {
    sections.allSatisfy {
      $0.panelSize.width >= size.width && $0.panelSize.height >= size.height
    }
  }

  /// Rows of plots from the top of the page to its bottom.
  var rows: Int {
    let rows = sections.map(\.rowCount)
    return max(1, arrangement.isSideBySide ? rows.max() ?? 1 : rows.reduce(0, +))
  }

  /// How large the plots are to the eye: the area in points of the greatest rectangle of 3:2 within
  /// one, as what is longer than that shows little more. Plots of equal aspect count whole.
  var merit: Double {
    let areas = sections.map { section in
      let size = section.panelSize
      if section.isEqualAspect { return size.width * size.height }
      let width = min(size.width, 1.5 * size.height)
      return width * width / 1.5
    }
    return areas.reduce(0, +) / Double(max(1, areas.count))
  }

  /// Whether the plots have a shape in which lines and bars can be read, and fill their room.
  var isWellShaped: Bool {
    isWideEnough
      && sections.allSatisfy { $0.isEqualAspect || $0.panelSize.width <= 6 * $0.panelSize.height }
  }

  /// Whether the plots are not mere slits, and fill their room.
  var isWideEnough: Bool {
    sections.allSatisfy { section in
      let (size, cell) = (section.panelSize, section.cellSize)
      return section.isEqualAspect
        ? size.width * size.height >= 0.5 * cell.width * cell.height
        : size.width >= 0.4 * size.height
    }
  }
}
