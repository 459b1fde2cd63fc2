/// A shorter way to say a title or name, for pages that have no room for the full one.
///
///     ShortForm("with batch normalization", "with batch norm")
package struct ShortForm: Equatable, Sendable {
  package var full: String
  package var short: String

  package init(_ full: String, _ short: String) {
    self.full = full
    self.short = short
  }
}

extension [ShortForm] {
  /// The short form of a text, or the text itself where it has none.
  package func short(_ text: String) -> String { first { $0.full == text }?.short ?? text }

  /// An axis with the short forms of its title and of the names of its bands.
  func short(_ axis: Axis) -> Axis {
    var axis = axis
    axis.title = short(axis.title)
    if case .bands(let names) = axis.kind { axis.kind = .bands(names.map(short)) }
    return axis
  }
}

extension PanelGrid {
  /// The grid with the short forms of its titles and names.
  func shortened(by forms: [ShortForm]) -> PanelGrid {
    guard !forms.isEmpty else { return self }
    var grid = self
    grid.title = forms.short(title)
    grid.x = forms.short(x)
    grid.y = forms.short(y)
    grid.columnTitles = columnTitles.map(forms.short)
    for index in grid.rowHeadings.indices {
      grid.rowHeadings[index].title = forms.short(rowHeadings[index].title)
    }
    for index in grid.panels.indices {
      grid.panels[index]?.title = forms.short(panels[index]?.title ?? "")
      grid.panels[index]?.x = panels[index]?.x.map(forms.short)
      grid.panels[index]?.y = panels[index]?.y.map(forms.short)
    }
    return grid
  }
}
