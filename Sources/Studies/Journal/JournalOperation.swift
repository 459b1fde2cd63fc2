/// What a line of a journal does, by the numbers of Optuna's JournalStorage (4 and 5).
enum JournalOperation: Int {
  case createStudy = 0
  case deleteStudy = 1
  case setStudyUserAttribute = 2
  case setStudySystemAttribute = 3
  case createTrial = 4
  case setTrialParameter = 5
  case setTrialState = 6
  case setTrialIntermediateValue = 7
  case setTrialUserAttribute = 8
  case setTrialSystemAttribute = 9
  /// Another implementation's; it changes no trial.
  case discardTrials = 10
}
