import Charting
import Provenance

/// How parts of a scene are called in a sentence.
enum SceneWords {
  static func name(of entry: SceneEntry) -> String {
    var text = ""
    if case .text(let run) = entry.node {
      text = "\(noun(ofTextIn: entry.groups.last?.role)) \(MessageText.quoted(run.text, limit: 40))"
    } else {
      let group = entry.groups.last
      text = group.map { "\(adjective(of: $0.role)) " } ?? ""
      text += noun(of: entry)
      if let label = group?.label, !label.isEmpty, group?.role != .panel {
        text += " \(MessageText.quoted(label, limit: 40))"
      }
    }
    if entry.count > 1 { text += " (\(entry.ordinal) of \(entry.count))" }
    return text + panel(in: entry.groups)
  }

  /// A group as a whole: `legend`, `data "Adam" of panel "loss"`.
  static func name(of group: SceneEntry.Group, in outer: [SceneEntry.Group]) -> String {
    guard group.role != .panel else { return panelName(group.label) }
    let label = group.label.isEmpty ? "" : " \(MessageText.quoted(group.label, limit: 40))"
    return whole(group.role) + label + panel(in: outer)
  }

  private static func panel(in groups: [SceneEntry.Group]) -> String {
    guard let panel = groups.last(where: { $0.role == .panel }) else { return "" }
    return " of \(panelName(panel.label))"
  }

  /// Panels without a title are numbered: their label reads `panel 3`.
  private static func panelName(_ label: String) -> String {
    let words = label.split(separator: " ")
    if words.count == 2, words[0] == "panel", Int(words[1]) != nil { return label }
    return "panel \(MessageText.quoted(label, limit: 40))"
  }

  private static func noun(of entry: SceneEntry) -> String {
    switch entry.node {
    case .fill, .group: "area"
    case .rectangles(let rectangles, _): rectangles.count == 1 ? "rectangle" : "rectangles"
    case .stroke: "line"
    case .text: "text"
    }
  }

  private static func noun(ofTextIn role: SceneGroup.Role?) -> String {
    switch role {
    case nil, .panel: "text"
    case .title: "title"
    case .subtitle: "subtitle"
    case .caption: "caption"
    case .note: "note"
    case .legend: "legend text"
    case .panelTitle: "panel title"
    case .rowTitle: "row title"
    case .columnTitle: "column title"
    case .axis: "axis text"
    case .axisTitle: "axis title"
    case .tickLabels: "tick label"
    case .grid: "grid text"
    case .data: "data text"
    case .annotation: "annotation"
    case .verdict: "verdict"
    }
  }

  private static func adjective(of role: SceneGroup.Role) -> String {
    switch role {
    case .panelTitle: "panel title's"
    case .rowTitle: "row title's"
    case .columnTitle: "column title's"
    case .axisTitle: "axis title's"
    case .tickLabels: "tick label's"
    default: role.rawValue
    }
  }

  private static func whole(_ role: SceneGroup.Role) -> String {
    switch role {
    case .panelTitle: "panel title"
    case .rowTitle: "row title"
    case .columnTitle: "column titles"
    case .axisTitle: "axis title"
    case .tickLabels: "tick labels"
    default: role.rawValue
    }
  }
}
