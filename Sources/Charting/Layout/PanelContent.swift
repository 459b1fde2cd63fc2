/// What stands inside one plot: the data, and over it signs and words.
struct PanelContent {
  let marks: [any Mark]
  let frame: Frame

  /// Draws the marks in their order. Where some words find no room, all is placed once more, the
  /// most important words first.
  func draw(on canvas: inout Canvas) throws(ChartError) {
    let before = canvas
    try drawData(on: &canvas)
    let data = canvas
    try annotate(on: &canvas)
    guard canvas.labelBoard.isCrowded else { return }
    var rehearsed = before
    rehearsed.labelBoard.keepOff(data.labelBoard.faint)
    let reserved = try rehearsal(on: rehearsed)
    // Data without words of its own stays as it is.
    if data.labelBoard.taken.isEmpty {
      canvas = data
      canvas.labelBoard.reserved = reserved
    } else {
      canvas = before
      canvas.labelBoard.reserved = reserved
      try drawData(on: &canvas)
    }
    try annotate(on: &canvas)
  }

  private func drawData(on canvas: inout Canvas) throws(ChartError) {
    for (number, mark) in marks.enumerated() {
      try canvas.group(
        .data, label: mark.name, number: number,
        clip: frame.rect.inset(by: -mark.overhang)
      ) { (canvas) throws(ChartError) in
        try mark.draw(in: frame, on: &canvas)
      }
    }
  }

  private func annotate(on canvas: inout Canvas) throws(ChartError) {
    try canvas.group(.annotation, clip: frame.rect) { (canvas) throws(ChartError) in
      for mark in marks { try mark.annotate(in: frame, on: &canvas) }
    }
  }

  /// The boxes that signs and words take where nothing of less importance is in their way.
  private func rehearsal(on canvas: Canvas) throws(ChartError) -> [LabelBoard.Claim] {
    var reserved: [LabelBoard.Claim] = []
    for word in InnerWord.allCases.reversed() {
      var canvas = canvas
      canvas.labelBoard.only = word
      canvas.labelBoard.reserved = reserved
      for mark in marks { try mark.annotate(in: frame, on: &canvas) }
      reserved += canvas.labelBoard.taken.filter { $0.word == word }
    }
    return reserved
  }
}
