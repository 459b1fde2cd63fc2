import DenseMath
import Search

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs and times searches on request; `Tests/Parity/search_parity.py` drives it beside Optuna.
///
/// Each line of standard input is one request, each answer one line of JSON:
///
/// | request | answer |
/// |---|---|
/// | `trials SAMPLER PROBLEM SEED COUNT GENERATION` | `{"values": [...], "params": [[...], ...]}` |
/// | `time SAMPLER PROBLEM SEED COUNT` | `{"seconds": [...]}`, of each suggestion |
///
/// Samplers: `random` and `tpe` with the counter, `random-numpy`, `tpe-numpy` and `tpe4-numpy` with
/// NumPy's generator, `sobol`.
@main
struct BenchmarkSearch {
  static func main() throws {
    while let line = readLine() {
      guard let request = Request(line) else {
        print("{\"error\": \"invalid request\"}")
        return
      }
      print(try request.isTimed ? request.times() : request.trials())
      fflush(nil)  // a pipe is buffered otherwise
    }
  }
}

struct Request {
  let isTimed: Bool
  let sampler: String
  let problem: Problem
  let seed: Int
  let count: Int
  let generation: Int

  init?(_ line: String) {
    let words = line.split(separator: " ")
    guard words.count >= 5, ["trials", "time"].contains(words[0]),
      let problem = Problem(rawValue: String(words[2])), let seed = Int(words[3]),
      let count = Int(words[4])
    else { return nil }
    isTimed = words[0] == "time"
    sampler = String(words[1])
    self.problem = problem
    self.seed = seed
    self.count = count
    generation = words.count > 5 ? Int(words[5]) ?? 1 : 1
  }

  private func makeSampler(_ space: SearchSpace) throws -> any Sampler {
    let counter = SamplerSeed.counter(UInt64(seed))
    let numpy = SamplerSeed.numpy(UInt32(seed))
    return switch sampler {
    case "random": RandomSampler(counter)
    case "random-numpy": RandomSampler(numpy)
    case "sobol": try SobolSampler(space, seed: UInt64(seed))
    case "tpe": TPESampler(counter)
    case "tpe4-numpy": TPESampler(numpy, options: .optuna4)
    default: TPESampler(numpy)
    }
  }

  /// Makes a study, generation by generation, and calls `observe` with the time of each.
  private func study(_ observe: (Double) -> Void) throws -> Study {
    let space = try problem.space()
    var sampler = try makeSampler(space)
    var study = Study(name: "benchmark", direction: .minimize, space: space)
    while study.trials.count < count {
      let size = min(generation, count - study.trials.count)
      let start = ContinuousClock.now
      var trials = try sampler.generation(of: size, for: study)
      observe((ContinuousClock.now - start) / .seconds(1))
      for i in trials.indices {
        trials[i].value = problem.value(trials[i].parameters.map(\.value))
        trials[i].state = .complete
      }
      study.trials += trials
    }
    return study
  }

  func trials() throws -> String {
    let study = try study { _ in }
    let values = study.trials.map { "\($0.value ?? .nan)" }.joined(separator: ", ")
    let parameters = study.trials.map { trial in
      "[" + trial.parameters.map { "\($0.value)" }.joined(separator: ", ") + "]"
    }
    return "{\"values\": [\(values)], \"params\": [\(parameters.joined(separator: ", "))]}"
  }

  func times() throws -> String {
    var seconds: [Double] = []
    _ = try study { seconds.append($0) }
    return "{\"seconds\": [\(seconds.map { "\($0)" }.joined(separator: ", "))]}"
  }
}
