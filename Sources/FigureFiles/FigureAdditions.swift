/// What stands in the file of a figure beside what dlplot writes, or instead of it.
///
/// The identities are of the stored pixels and the drawing; these are what makes a viewer show them
/// otherwise, or a reader say other words.
package struct FigureAdditions: Equatable, Sendable {
  /// What shows another picture, in words.
  package var picture: [String] = []
  /// Words that stand against those of the figure.
  package var words: [String] = []
  /// What changes nothing that is seen or read, by name.
  package var harmless: [String] = []

  package init() {}

  /// Whether nothing changes what is shown or said.
  package var areHarmless: Bool { picture.isEmpty && words.isEmpty }
}
