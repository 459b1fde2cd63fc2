/// Where the field's standard formulas and those of Saito, "Deep Learning from Scratch" (O'Reilly
/// Japan, 2016, chapter 6) differ.
///
/// | | standard | book |
/// |---|---|---|
/// | Adam, AdamW | ε 1e-8, inside the corrected root | ε 1e-7 added to the uncorrected root |
/// | AdaGrad, RMSProp | ε 1e-10, 1e-8; decay 0.9 | ε 1e-7; decay 0.99 |
/// | batch normalisation | ε 1e-5, running variance from 1, unbiased | ε 1e-6, from 0, biased |
/// | dropout | kept units scaled while training | outputs scaled by 1 − p when evaluating |
/// | batches | every image once an epoch, the rest that fills no batch left out | drawn with replacement |
/// | evaluation | before the first step and after each epoch | after the first step of each epoch |
/// | loss of a batch | before the step that it leads to | after the step |
package enum Convention: String, CaseIterable, Codable, Equatable, Sendable {
  case standard, book
}

extension Optimizer {
  /// The rule with the constants of a convention, where they are not given otherwise.
  package init(_ kind: Kind, convention: Convention) {
    self.init(kind)
    guard convention == .book else { return }
    self[.epsilon] = 1e-7
    if kind == .rmsprop { self[.decay] = 0.99 }
  }
}
