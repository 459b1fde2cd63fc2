package import Search

/// What a search found.
package struct SearchResult: Codable, Equatable, Sendable {
  package var config: SearchConfig
  package var source: ImageSource
  /// Images that trials were trained and judged on.
  package var trainingImages: Int
  package var validationImages: Int
  /// By their numbers.
  package var trials: [SearchTrial]
  /// The ranges of the trials of the second stage; nil without one.
  package var narrowed: SearchSpace?
  /// The best trial's configuration, trained on all images and judged on the test images: once, unless
  /// `config.judgedAfter` says otherwise. Nil where no trial came to its end.
  package var final: FinalTest?
  /// Values of the trials at random; nil where none were run.
  package var baseline: StudyNumbers.Pool?
  /// What the chart of the study computes; nil where there is none.
  package var numbers: StudyNumbers?

  /// The complete trials, the best first; of equal ones the first.
  package var ranking: [SearchTrial] {
    trials.filter { $0.state == .complete }
      .sorted {
        let (a, b) = (
          config.metric.direction.loss($0.value), config.metric.direction.loss($1.value)
        )
        return a == b ? $0.number < $1.number : a < b
      }
  }
}

/// One configuration that was tried.
package struct SearchTrial: Codable, Equatable, Sendable {
  /// A parameter with its value.
  package struct Setting: Codable, Equatable, Sendable {
    package var name: String
    package var value: ParameterValue
    /// The value as samplers have it; see `Distribution`.
    package var internalValue: Double
  }

  package var number: Int
  /// `complete`, or `pruned` for one that was given up or diverged.
  package var state: TrialState
  package var settings: [Setting]
  /// The median over the seeds of what was measured; NaN where a median run diverged.
  package var value: Double
  /// The least and the greatest over the seeds.
  package var low: Double
  package var high: Double
  /// Epochs after which the network was judged; ends early for a trial that was given up.
  package var epochs: [Int]
  /// Shares of images that are right, and the mean loss, medians over the seeds; as `epochs`.
  package var trainingAccuracy: [Double]
  package var validationAccuracy: [Double]
  package var validationLoss: [Double]
  /// Whether the median run's numbers ceased to be finite.
  package var diverged: Bool
  /// Which of the curves the value was taken from.
  package var metric: SearchConfig.Metric
  /// The value with which each rung of a pruner was reached.
  package var rungs: [Double]

  /// The curve that the value was taken from.
  package var measured: [Double] { metric == .accuracy ? validationAccuracy : validationLoss }
}

/// The one look at the test images.
package struct FinalTest: Codable, Equatable, Sendable {
  /// The trial whose configuration it is.
  package var trial: Int
  /// Images that it was trained on: those for training and for validation together.
  package var images: Int
  package var testImages: Int
  /// SHA-256 of the test images and their labels.
  package var testDigest: String
  /// Share of the test images that are right; NaN where the run diverged.
  package var accuracy: Double
  package var loss: Double
  /// SHA-256 of the final weights.
  package var parametersDigest: String
}
