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
}

extension PanelGrid {
  /// The grid with the short forms of its titles and names.
  func shortened(by forms: [ShortForm]) -> PanelGrid {
    guard !forms.isEmpty else { return self }
    var grid = self
    grid.title = forms.short(title)
    grid.x.title = forms.short(x.title)
    grid.y.title = forms.short(y.title)
    grid.columnTitles = columnTitles.map(forms.short)
    for index in grid.rowHeadings.indices {
      grid.rowHeadings[index].title = forms.short(rowHeadings[index].title)
    }
    for index in grid.panels.indices {
      grid.panels[index]?.title = forms.short(panels[index]?.title ?? "")
    }
    return grid
  }
}
