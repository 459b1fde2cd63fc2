internal import Files
internal import Provenance
internal import Rendering

/// A figure on the page: what came of it, its identities, and its pictures.
struct HTMLFigure {
  let outcome: FigureOutcome
  /// Its place on the page, which makes its names its own.
  let index: Int
  /// The folder that `guard.json` stands in, as the user typed it.
  let folder: String
  /// The folder of the new figures, where it is another.
  let newFolder: String?

  func write(to page: inout HTMLText) throws {
    page.markup("<section class=\"figure\" id=\"figure-", index, "\">\n")
    page.element("h2", outcome.path)
    page.markup("<p><strong")
    page.attribute("class", isVerified ? "yes" : outcome.passes ? "perhaps" : "no")
    page.markup(">")
    page.text(outcome.headline)
    page.markup("</strong>")
    if !outcome.detail.isEmpty { page.text(": " + outcome.detail) }
    page.markup("</p>\n")
    if !outcome.changes.isEmpty {
      page.markup("<ul>\n")
      for change in outcome.changes { page.element("li", change) }
      page.markup("</ul>\n")
    }
    writeIdentities(to: &page)
    writeHistory(to: &page)
    try writePictures(to: &page)
    page.markup("</section>\n")
  }

  /// Whether nothing differs, so that there is nothing to accept.
  private var isVerified: Bool { outcome.verdict == .verified }

  // MARK: - words

  private var rungs: [(name: String, accepted: Digest?, found: Digest?)] {
    let (accepted, found) = (outcome.accepted, outcome.found)
    // Of the accepted pixels those that were found, or else the last of this renderer or of all.
    let lists = accepted?.pixels ?? []
    let known = lists.first { $0.renderer == found?.renderer } ?? lists.last
    let pixels = found?.pixels.flatMap { accepted?.accepts($0) == true ? $0 : nil }
    return [
      ("config", accepted?.identities?.config, found?.identities?.config),
      ("data", accepted?.identities?.data, found?.identities?.data),
      ("scene", accepted?.identities?.scene, found?.identities?.scene),
      ("numbers", accepted?.identities?.numbers, found?.identities?.numbers),
      ("words", accepted?.identities?.words, found?.identities?.words),
      ("drawing", accepted?.drawing, found?.drawing),
      ("pixels", pixels ?? known?.digests.last, found?.pixels),
    ].filter { $0.1 != nil || $0.2 != nil }
  }

  private func writeIdentities(to page: inout HTMLText) {
    // What is missing, extra or cannot be read has nothing beside it.
    guard outcome.accepted != nil, outcome.found != nil, !rungs.isEmpty else { return }
    page.markup("<table>\n<caption>SHA-256, the first 16 digits</caption>\n<thead><tr>")
    for name in ["identity", "accepted", "found", ""] {
      page.markup("<th scope=\"col\">")
      page.text(name)
      page.markup("</th>")
    }
    page.markup("</tr></thead>\n<tbody>\n")
    for rung in rungs {
      page.markup("<tr><th scope=\"row\">")
      page.text(rung.name)
      page.markup("</th>")
      for digest in [rung.accepted, rung.found] {
        page.markup("<td><code")
        if let digest { page.attribute("title", digest.hex) }
        page.markup(">")
        page.text(digest.map { String($0.hex.prefix(16)) } ?? "none")
        page.markup("</code></td>")
      }
      page.markup("<td")
      page.attribute("class", rung.accepted == rung.found ? "yes" : "no")
      page.markup(">")
      page.text(rung.accepted == rung.found ? "equal" : "differs")
      page.markup("</td></tr>\n")
    }
    page.markup("</tbody>\n</table>\n")
  }

  private func writeHistory(to page: inout HTMLText) {
    if let last = outcome.accepted?.history.last {
      page.markup("<p class=\"faint\">Last accepted (")
      page.text(last.changed)
      page.markup("): ")
      page.text(last.why)
      page.markup("</p>\n")
    }
    guard outcome.verdict != .unverified, !isVerified else { return }
    page.markup("<p class=\"faint\">If this is meant: <code>")
    page.text(acceptance)
    page.markup("</code></p>\n")
  }

  /// The command line that takes the figure for right. What is accepted stands in the guarded folder:
  /// a new figure of another one is copied there first, and one that is gone there is removed.
  private var acceptance: String {
    let path = Path.join(folder, outcome.path)
    var commands: [[String]] = []
    if let newFolder {
      if outcome.verdict == .missing {
        commands.append(["rm", path])
      } else {
        if outcome.verdict == .extra, outcome.path.contains("/") {
          commands.append(["mkdir", "-p", Path.parent(of: path)])
        }
        commands.append(["cp", Path.join(newFolder, outcome.path), path])
      }
    }
    commands.append(["dlplot", "guard", "accept", path, "--why"])
    return commands.map(ShellQuoting.line).joined(separator: " && ") + " '...'"
  }

  // MARK: - pictures

  private func writePictures(to page: inout HTMLText) throws {
    let pictures: ShownPictures
    do {
      pictures = try ShownPictures(outcome)
    } catch {
      return page.element("p", "The pictures cannot be shown: \(error)", class: "no")
    }
    guard let new = pictures.new, let reference = pictures.reference else {
      if pictures.new == nil, pictures.reference == nil, outcome.new != nil {
        page.element("p", "A PDF is not shown here.", class: "faint")
      }
      if let one = pictures.new ?? pictures.reference {
        page.markup("<div class=\"stage\">\n")
        let isNew = pictures.new != nil
        write(one, isNew ? "new" : "reference", isNew ? "New" : "Reference", alone: true, to: &page)
        page.markup("</div>\n")
        if isVerified {
          page.element("p", "Nothing differs from what was accepted.", class: "faint")
        } else if isNew, outcome.accepted != nil {
          page.element(
            "p", "The accepted picture is not at hand: --reference DIR names a folder with it.",
            class: "faint")
        }
      }
      return
    }
    page.markup("<div class=\"viewer\">\n")
    writeViews(hasDifference: pictures.difference != nil, to: &page)
    page.markup("<div class=\"stage pair\">\n")
    write(reference, "reference", "Reference", to: &page)
    write(new, "new", "New", to: &page)
    if let difference = pictures.difference {
      write(
        difference, "difference",
        "Difference: red is beyond the tolerance, orange within it, violet in one picture alone",
        to: &page)
    }
    page.markup("</div>\n</div>\n")
  }

  /// The buttons that choose a view, and the slider.
  private func writeViews(hasDifference: Bool, to page: inout HTMLText) {
    writeView("side by side", "as-pair", isChosen: true, to: &page)
    if hasDifference { writeView("difference", "as-difference", to: &page) }
    writeView("slider", "as-slider for-slider", to: &page)
    page.markup(
      "<input class=\"cut\" type=\"range\" min=\"0\" max=\"100\" step=\"0.5\" value=\"50\"")
    page.attribute("aria-label", "Where the reference ends and the new picture begins")
    page.markup(">\n")
  }

  private func writeView(
    _ name: String, _ style: String, isChosen: Bool = false, to page: inout HTMLText
  ) {
    let identifier = "view-\(index)-\(name.prefix { $0 != " " })"
    page.markup("<input type=\"radio\"")
    page.attribute("name", "view-\(index)")
    page.attribute("id", identifier)
    page.attribute("class", style)
    if isChosen { page.markup(" checked") }
    page.markup("><label")
    page.attribute("for", identifier)
    page.attribute("class", style.hasSuffix("for-slider") ? "for-slider" : "view")
    page.markup(">")
    page.text(name)
    page.markup("</label>\n")
  }

  private func write(
    _ picture: ShownPictures.Picture, _ style: String, _ title: String, alone: Bool = false,
    to page: inout HTMLText
  ) {
    page.markup("<figure")
    page.attribute("class", alone ? style + " alone" : style)
    page.markup("><figcaption>")
    page.text(title)
    page.markup("</figcaption><div class=\"picture\"><img")
    let says = picture.description
    let name = title.prefix { $0 != ":" }
    page.attribute("alt", "\(name) of \(outcome.path)" + (says.isEmpty ? "" : ": \(says)"))
    if let bitmap = picture.bitmap {
      page.markup(" width=\"", bitmap.width, "\"")
      page.markup(" height=\"", bitmap.height, "\"")
    }
    page.source(picture.bytes, type: picture.type)
    page.markup("></div></figure>\n")
  }
}
