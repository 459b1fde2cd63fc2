import ArgumentParser
import Experiments
import Figures
import NeuralNet

/// `dlplot trajectories`: the ways that optimizers take over a surface.
struct TrajectoriesCommand: FigureCommand {
  typealias Shown = TrajectoriesFigure

  static let configuration = CommandConfiguration(
    commandName: "trajectories",
    abstract: "Paths of optimizers over the contours of a surface.",
    discussion: """
      Each panel is an optimizer, all from one start. What is not given is what shows the lesson \
      of the surface: start, steps, view, optimizers, and the rate of an optimizer that is named \
      without one. The verdict of a path is the first of these that holds:

        diverges    a number is not finite, or the value ends above that of the start
        escapes     (saddle) the value falls 0.25 below that of the saddle point
        lingers     (saddle) it does not
        zigzags     at least 5 steps, and one in four, turn back along y
        arrives     less than 5 % of the way to the minimum is left, and less than 1 % of the height
        crawls      more than half of the way is left
        overshoots  on its way the value climbed again by over a tenth of the start's height, or it
                    ends at over twice the least height that it had
        descends    none of these

      Nothing is random here: --seed and --threads change nothing.
      """)

  @Option(
    help: ArgumentHelp(
      "bowl (x^2/20 + y^2), rosenbrock, saddle (y^2 - x^2) or beale.", valueName: "name"))
  var surface = "bowl"

  @Option(
    help: ArgumentHelp(
      """
      Optimizers with their rates, separated by commas: sgd:0.95, momentum:0.1, nesterov, adagrad, \
      rmsprop, adam:0.3:beta1=0.8, adamw. Without a rate: that of the lesson of the surface.
      """, valueName: "names"))
  var optimizers: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Where all paths begin.", valueName: "X,Y"))
  var start: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Steps of each optimizer.", valueName: "count"))
  var steps: String?

  @Flag(help: "Add arrows along steepest descent: they point across a valley, not along it.")
  var field = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("What is shown.", valueName: "X0..X1,Y0..Y1"))
  var view: String?

  @OptionGroup(title: "Run") var runOptions: RunOptions
  @OptionGroup(title: "Look") var drawingOptions: DrawingOptions
  @OptionGroup(title: "Output") var outputOptions: OutputOptions

  /// No images are read.
  var data: String { "" }

  func config() throws -> TrajectoriesConfig {
    // Nothing is random, but a seed that is no number is still a mistake.
    _ = try runOptions.checkedSeed()
    let names = optimizers?.split(separator: ",", omittingEmptySubsequences: false)
    let surface: Surface = try OptionValue.choice("--surface", self.surface)
    let config = TrajectoriesConfig(
      surface: surface,
      optimizers: try names?.map { try OptionValue.optimizer(String($0), on: surface) },
      steps: try steps.map { text throws(UsageError) in
        try OptionValue.integer("--steps", text, in: TrajectoriesConfig.stepRange)
      }, start: try parsedStart(), view: try parsedView(), field: field)
    try config.validate()
    return config
  }

  private func parsedStart() throws(UsageError) -> Surface.Place? {
    guard let start else { return nil }
    let parts = start.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
    guard parts.count == 2, let x = parts[0], let y = parts[1], x.isFinite, y.isFinite else {
      throw .invalid("--start", value: start, allowed: "X,Y, two finite numbers such as -7,2")
    }
    return (x, y)
  }

  private func parsedView() throws(UsageError) -> SurfaceView? {
    guard let view else { return nil }
    let parts = view.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      throw .invalid("--view", value: view, allowed: "X0..X1,Y0..Y1, such as -8..3,-3..3")
    }
    return SurfaceView(
      x: try OptionValue.range("--view", String(parts[0])),
      y: try OptionValue.range("--view", String(parts[1])))
  }
}
