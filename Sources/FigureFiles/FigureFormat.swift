/// What a figure can be written as.
package enum FigureFormat: String, CaseIterable, Equatable, Sendable { case png, svg, pdf }
