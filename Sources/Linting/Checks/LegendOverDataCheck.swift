import Charting

/// Names of a legend, or a colour bar, over any ink of data.
struct LegendOverDataCheck: LintCheck {
  func findings(in page: LintPage) -> [Finding] {
    var boxes: [(name: String, box: Rect)] = page.boxes.texts.filter { $0.role == .legend }.map {
      ("'\($0.string)'", page.painting.rect($0.ink))
    }
    for item in page.painting.items where item.role == .colorBar {
      boxes.append(("colour bar", item.bounds))
    }
    let data = page.painting.items.filter {
      $0.role == .data && $0.color != page.painting.paper
    }
    var findings: [Finding] = []
    for (name, box) in boxes {
      for item in data where item.visible?.intersection(box) != nil {
        guard let cover = item.cover(of: box) else { continue }
        let what = page.mark(of: item).map(page.name) ?? "data"
        let finding = Finding(
          .legendOverData, "\(name) over \(what)", cover, allowed: "legends stand beside the data")
        // A colour bar has many steps.
        if findings.last?.place != finding.place { findings.append(finding) }
        break
      }
    }
    return findings
  }
}
