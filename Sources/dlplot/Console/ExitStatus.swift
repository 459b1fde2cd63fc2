import ArgumentParser
import Charting
import Datasets
import DenseMath
import Experiments
import Files
import NeuralNet
import Provenance
import Rendering
import Studies
import Training

/// How the process ends.
enum ExitStatus: Int32, Error {
  case done = 0
  /// It ran, and the answer is no.
  case no = 1
  /// Bad usage or bad input.
  case usage = 2
  /// The machine failed it: disk, memory, a missing library.
  case machine = 3

  /// The status for an error of any module; what is not known to be the machine's is the input's.
  init(_ error: any Error) {
    let isMachineFault: Bool =
      switch error {
      case let error as any DatasetsFailure: error.isMachineFault
      case let error as any MachineFaultError: error.isMachineFault
      default: false
      }
    self = isMachineFault ? .machine : .usage
  }
}

/// An error that knows whether the machine is at fault.
protocol MachineFaultError: Error {
  var isMachineFault: Bool { get }
}

extension OutputFolderError: MachineFaultError {}
extension ExperimentError: MachineFaultError {}
extension ResultError: MachineFaultError {}
extension ProvenanceError: MachineFaultError {}
extension ChartError: MachineFaultError {}
extension FontError: MachineFaultError {}
extension KernelError: MachineFaultError {}
extension FileError: MachineFaultError {}
extension OutputError: MachineFaultError {}
extension PNGReadError: MachineFaultError {}
extension RenderError: MachineFaultError {}
extension TrainingError: MachineFaultError {}
extension DatabaseError: MachineFaultError {}
extension StudyError: MachineFaultError {}
extension SearchFileError: MachineFaultError {}
