internal import Provenance
package import Rendering

extension FigureAdditions {
  /// Of an SVG that dlplot wrote once: what stands before its drawing and is no part of what it says.
  package init(svg file: [UInt8], metadata: FigureMetadata) {
    let plain = SVGMetadata.withPlainLineEnds(file)
    if plain != nil { harmless.append("the ends of lines") }
    let found = SVGMetadata.additions(to: metadata, in: plain ?? file)
    take(metadata.entries)
    if found.comments > 0 { harmless.append("comments") }
    guard let line = found.line else { return }
    let sentence =
      "line \(line.number) is not one that dlplot wrote: "
      + MessageText.quoted(line.text, limit: 60)
    if ["<title", "<desc"].contains(where: line.text.hasPrefix) {
      words.append(sentence)
    } else {
      picture.append(sentence)
    }
  }

  /// Of a PDF that dlplot wrote once: its page is compared elsewhere, here what describes the page.
  package init(pdf figure: PDFMetadata.Figure, in file: [UInt8]) {
    take(figure.metadata.entries)
    if !PDFMetadata.isAsWritten(figure, in: file) {
      picture.append("the objects beside the drawing are not those that were written")
    }
  }
}
