internal import FigureFiles
internal import Provenance

/// The report as one HTML page that needs nothing beside it.
///
/// Pictures are in it as data. Its policy lets no resource of any other place in, and no script but
/// its own by its digest: a name or a text out of a figure can do no harm.
package struct HTMLReport: Sendable {
  /// Whose pictures the page holds.
  package enum Pictures: String, CaseIterable, Sendable {
    /// Of figures that do not pass.
    case failing
    /// Of those that are not plainly verified too.
    case noted
    case all
  }

  let report: GuardReport
  let pictures: Pictures

  package init(_ report: GuardReport, pictures: Pictures = .failing) {
    self.report = report
    self.pictures = pictures
  }

  /// The bytes of the page.
  package func bytes() throws -> [UInt8] {
    var page = HTMLText()
    try writeHead(to: &page)
    writeSummary(to: &page)
    page.markup("<main>\n")
    for (index, outcome) in report.outcomes.enumerated() where isShown(outcome) {
      try HTMLFigure(
        outcome: outcome, index: index, folder: report.folder, newFolder: report.newFolder
      ).write(to: &page)
    }
    page.markup("</main>\n")
    writeVerified(to: &page)
    page.markup("<script>")
    page.verbatim(PackageResources.page_js)
    page.markup("</script>\n</body>\n</html>\n")
    return page.bytes
  }

  private func isShown(_ outcome: FigureOutcome) -> Bool {
    switch pictures {
    case .failing: !outcome.passes
    case .noted: outcome.verdict != .verified
    case .all: true
    }
  }

  private func writeHead(to page: inout HTMLText) throws {
    let style = try Self.source(of: PackageResources.page_css)
    let script = try Self.source(of: PackageResources.page_js)
    page.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta")
    page.attribute("http-equiv", "Content-Security-Policy")
    page.attribute(
      "content",
      "default-src 'none'; img-src data:; style-src \(style); script-src \(script); "
        + "base-uri 'none'; form-action 'none'")
    page.markup(">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    page.markup("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\"")
    page.attribute("content", "dlplot \(Version.text)")
    page.markup(">\n<title>")
    page.text(report.summary)
    page.markup("</title>\n<style>")
    page.verbatim(PackageResources.page_css)
    page.markup("</style>\n</head>\n<body>\n")
  }

  /// How a content security policy names an inline style or script.
  private static func source(of content: [UInt8]) throws -> String {
    let digest = Base64.encoded(try SHA256.digest(of: content).bytes)
    return "'sha256-" + String(decoding: digest, as: UTF8.self) + "'"
  }

  private func writeSummary(to page: inout HTMLText) {
    page.markup("<header>\n")
    page.element("h1", "Guarded figures: \(report.newFolder ?? report.folder)")
    page.markup("<p")
    page.attribute("class", report.passes ? "answer yes" : "answer no")
    page.markup(">")
    page.text((report.passes ? "Passes. " : "Fails. ") + report.summary)
    page.markup("</p>\n")
    page.element("p", "Drawing here: \(report.renderer).", class: "faint")
    for note in report.notes { page.element("p", "Note: \(note)", class: "perhaps") }
    let listed = report.outcomes.enumerated().filter { $0.element.verdict != .verified }
    if !listed.isEmpty {
      page.markup("<ul>\n")
      for (index, outcome) in listed { writeLine(outcome, index, to: &page) }
      page.markup("</ul>\n")
    }
    page.markup("</header>\n")
  }

  private func writeLine(_ outcome: FigureOutcome, _ index: Int, to page: inout HTMLText) {
    page.markup("<li>")
    if isShown(outcome) {
      page.markup("<a href=\"#figure-", index, "\">")
      page.text(outcome.path)
      page.markup("</a>: ")
    } else {
      page.text(outcome.path + ": ")
    }
    page.markup("<strong")
    page.attribute("class", outcome.passes ? "perhaps" : "no")
    page.markup(">")
    page.text(outcome.headline)
    page.markup("</strong>")
    if outcome.passes { page.text(": " + outcome.detail) }
    page.markup("</li>\n")
  }

  private func writeVerified(to page: inout HTMLText) {
    let verified = report.outcomes.filter { $0.verdict == .verified }
    guard !verified.isEmpty else { return }
    page.markup(
      "<details class=\"figure\"><summary>", verified.count, " verified</summary>\n<ul>\n")
    for outcome in verified { page.element("li", outcome.path) }
    page.markup("</ul>\n</details>\n")
  }
}
