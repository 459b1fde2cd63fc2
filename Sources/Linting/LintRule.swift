/// What a figure is checked for, each rule by the name that the command line knows.
package enum LintRule: String, CaseIterable, Codable, Sendable {
  case textOverlap = "text-overlap"
  case textOnData = "text-on-data"
  case legendOverData = "legend-over-data"
  case clipped
  case contrast
  case grey
  case colorVision = "color-vision"
  case unnamed
  case hiddenData = "hidden-data"
  case covered
  case unequalAxes = "unequal-axes"
  case barsFromZero = "bars-from-zero"
  case smoothedWithoutRaw = "smoothed-without-raw"
  case alternativeText = "alternative-text"
  case truncatedMeasure = "truncated-measure"
  case axisTitle = "axis-title"
  case fewNumbers = "few-numbers"
  case smallText = "small-text"
  case manySeries = "many-series"
  case emptyPanel = "empty-panel"
  case leftOut = "left-out"

  package var severity: Finding.Severity {
    switch self {
    case .textOverlap, .textOnData, .legendOverData, .clipped, .contrast, .grey, .colorVision,
      .unnamed, .hiddenData, .covered, .unequalAxes, .barsFromZero, .smoothedWithoutRaw,
      .alternativeText:
      .error
    case .truncatedMeasure, .axisTitle, .fewNumbers, .smallText, .manySeries, .emptyPanel,
      .leftOut:
      .warning
    }
  }

  /// What the rule finds.
  package var summary: String {
    switch self {
    case .textOverlap: "texts that cover each other"
    case .textOnData: "texts over bars, lines or markers"
    case .legendOverData: "a legend or colour bar over data"
    case .clipped: "ink that the page or a panel's edge cuts off"
    case .contrast:
      "text under 4.5:1 (large text 3:1), marks under 3:1 against what lies under them"
    case .grey: "series that only colour tells apart, and that are alike in grey"
    case .colorVision:
      "series that only colour tells apart, and that are alike to some readers' colour vision"
    case .unnamed: "series, bands and colours of cells that nothing names"
    case .hiddenData: "numbers beyond the axes, or that end in NaN, without a sign"
    case .covered: "a series that other ink lies over all along"
    case .unequalAxes: "panels of one grid with different ranges of an axis"
    case .barsFromZero: "bars whose axis does not begin at zero"
    case .smoothedWithoutRaw: "a smoothed line without its raw data"
    case .alternativeText: "a figure without words for readers that cannot see it"
    case .truncatedMeasure: "a bounded measure, such as accuracy, of which only a part is shown"
    case .axisTitle: "an axis of numbers without a title"
    case .fewNumbers: "an axis with fewer than two numbers"
    case .smallText: "text under 6 pt"
    case .manySeries: "more than eight series in a panel"
    case .emptyPanel: "a panel without data"
    case .leftOut: "words that the page has no room for"
    }
  }

  var check: any LintCheck {
    switch self {
    case .textOverlap: TextOverlapCheck()
    case .textOnData: TextOnDataCheck()
    case .legendOverData: LegendOverDataCheck()
    case .clipped: ClippedCheck()
    case .contrast: ContrastCheck()
    case .grey: SeriesLooksCheck(rule: self, visions: [.grey])
    case .colorVision:
      SeriesLooksCheck(rule: self, visions: [.normal, .protanopia, .deuteranopia, .tritanopia])
    case .unnamed: UnnamedCheck()
    case .hiddenData: HiddenDataCheck()
    case .covered: CoveredCheck()
    case .unequalAxes: UnequalAxesCheck()
    case .barsFromZero: BarsFromZeroCheck()
    case .smoothedWithoutRaw: SmoothedWithoutRawCheck()
    case .alternativeText: AlternativeTextCheck()
    case .truncatedMeasure: TruncatedMeasureCheck()
    case .axisTitle: AxisTitleCheck()
    case .fewNumbers: FewNumbersCheck()
    case .smallText: SmallTextCheck()
    case .manySeries: ManySeriesCheck()
    case .emptyPanel: EmptyPanelCheck()
    case .leftOut: LeftOutCheck()
    }
  }
}
