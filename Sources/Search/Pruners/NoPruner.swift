/// No pruning.
package struct NoPruner: Pruner {
  package init() {}

  package func shouldPrune(_ trial: inout Trial, in study: Study) -> Bool { false }
}
