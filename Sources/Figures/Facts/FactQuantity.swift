/// What a fact states, by the name that it has in English.
package enum FactQuantity: String, CaseIterable, Equatable, Hashable, Sendable {
  // What is shown.
  case xAxis = "x axis"
  case yAxis = "y axis"
  case colors = "colours"

  // What became of it.
  case verdict
  case divergedAt = "diverged at"
  case divergedRuns = "runs that diverged"
  case nonFiniteFrom = "not finite from"
  /// From where on one curve lies beyond another to its end, and lay on the other side before.
  case crossing
  case best

  // Losses.
  case firstLoss = "first loss"
  case finalLoss = "final loss"
  case leastFinalLoss = "least final loss of the seeds"
  case greatestFinalLoss = "greatest final loss of the seeds"
  case lowestLoss = "lowest loss"
  case lowestLossAt = "lowest loss at"
  case guessingLoss = "loss of guessing"

  // Accuracies.
  case finalAccuracy = "final accuracy"
  case bestAccuracy = "best accuracy"
  case bestAccuracyAt = "best accuracy at"
  case finalGap = "final gap"
  case largestGap = "largest gap"
  case largestGapAt = "largest gap at"
  case learningThreshold = "learning threshold"
  case learnsFrom = "above the threshold from"
  case learningScales = "scales at which it learns"

  // Searches.
  case testAccuracy = "test accuracy"
  case validationAccuracy = "validation accuracy"
  case trainingAccuracy = "training accuracy"
  case trials
  case givenUp = "given up"
  case trialNumber = "trial"
  case bestValue = "best value"
  case medianValue = "median value"
  case bestSetting = "in the best trial"
  case importance
  case importanceInterval = "importance interval"

  // Activations, and layers while they train.
  case weightDeviation = "standard deviation of the weights"
  case mean = "mean"
  case standardDeviation = "standard deviation"
  case signal
  case saturated
  case zeros = "zero"
  case negative
  case deadUnits = "dead units"
  case below = "below the range"
  case above = "above the range"
  case notFinite = "not finite"
  case gradientSize = "gradient (root mean square)"
  case gradientZeros = "gradients that are zero"
  case gradientsNotFinite = "gradients that are not finite"
  case spread
  case deadShare = "dead"
  case gradientNorm = "gradient norm"
  case updateRatio = "update / weight"
  case relativeGradient = "gradient over the output layer’s"
  case typicalUpdate = "typical update / weight"

  // Ways over a surface.
  case startAngle = "angle at the start"
  case finalX = "final x"
  case finalY = "final y"
  case finalValue = "final value"
  case lowestValue = "lowest value"
  case lowestValueAt = "lowest value at"
  case finalDistance = "final distance"
  case turns
  case climb
  case leftViewAt = "out of view from"
  case escapedAt = "escaped at"
}
