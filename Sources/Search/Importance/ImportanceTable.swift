/// The complete trials of a study as ``PedAnova`` counts them: cells of grids instead of values.
struct ImportanceTable: Equatable, Sendable {
  /// A parameter over all trials.
  struct Parameter: Equatable, Sendable {
    let name: String
    /// The distributions that it had, each a regime of its own.
    var regimes: [ImportanceRegime] = []
    /// The regime of each trial; -1 where the trial does not have the parameter.
    var regimeOfTrial: [Int] = []
    /// The cell of each trial on the grid of its regime.
    var cells: [Int] = []
  }

  /// By name.
  let parameters: [Parameter]
  /// Smaller is better; finite.
  let losses: [Double]
  /// Trials by loss.
  let order: [Int]

  var count: Int { losses.count }

  init(_ study: Study) {
    var names: [String] = []
    var known: Set<String> = []
    for trial in study.trials where trial.state == .complete {
      for parameter in trial.parameters where known.insert(parameter.name).inserted {
        names.append(parameter.name)
      }
    }
    names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let trials = study.trials.filter { $0.state == .complete && $0.value?.isFinite ?? false }
    parameters = names.map { name in
      var column = Parameter(name: name)
      for trial in trials {
        guard let parameter = trial.parameters.first(where: { $0.name == name }) else {
          column.regimeOfTrial.append(-1)
          column.cells.append(0)
          continue
        }
        var place = column.regimes.firstIndex { $0.distribution == parameter.distribution }
        if place == nil {
          place = column.regimes.count
          column.regimes.append(ImportanceRegime(parameter.distribution))
        }
        let regime = place ?? 0
        column.regimeOfTrial.append(regime)
        column.cells.append(column.regimes[regime].cell(of: parameter.value))
      }
      return column
    }
    let losses = trials.map { study.direction.loss($0.value ?? .infinity) }
    self.losses = losses
    order = losses.indices.sorted { losses[$0] != losses[$1] ? losses[$0] < losses[$1] : $0 < $1 }
  }
}
