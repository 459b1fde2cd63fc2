import Foundation
import NeuralNet
import Testing

struct OptimizerTests {
  @Test(
    "a name gives the rule with its settings, and the rule gives the name",
    arguments: [
      ("sgd:0.95", Optimizer.sgd(rate: 0.95)),
      ("momentum:0.1", .momentum(rate: 0.1, momentum: 0.9)),
      ("momentum:0.1:momentum=0.8", .momentum(rate: 0.1, momentum: 0.8)),
      ("nesterov:2:momentum=0", .nesterov(rate: 2, momentum: 0)),
      ("adagrad:1.5", .adagrad(rate: 1.5, epsilon: 1e-10)),
      ("adagrad:1.5:epsilon=0", .adagrad(rate: 1.5, epsilon: 0)),
      ("rmsprop:0.001:decay=0.99", .rmsprop(rate: 0.001, decay: 0.99, epsilon: 1e-8)),
      ("adam:0.3", .adam(rate: 0.3, beta1: 0.9, beta2: 0.999, epsilon: 1e-8)),
      (
        "adam:0.3:beta1=0.8:beta2=0.99:epsilon=0.125",
        .adam(rate: 0.3, beta1: 0.8, beta2: 0.99, epsilon: 0.125)
      ),
      (
        "adamw:1e-05:decay=0.5",
        .adamw(rate: 1e-5, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, decay: 0.5)
      ),
    ])
  func names(name: String, optimizer: Optimizer) throws {
    #expect(try Optimizer(name: name) == optimizer)
    #expect(optimizer.name == name)
  }

  @Test("a name alone takes the usual rate, and settings may come in any order or without a rate")
  func shortNames() throws {
    for kind in Optimizer.Kind.allCases {
      #expect(try Optimizer(name: kind.rawValue) == Optimizer(kind))
      #expect(try Optimizer(name: Optimizer(kind).name) == Optimizer(kind))
    }
    #expect(
      try Optimizer(name: "adam:beta2=0.9:rate=0.5:beta1=0.1")
        == .adam(rate: 0.5, beta1: 0.1, beta2: 0.9, epsilon: 1e-8))
    #expect(try Optimizer(name: "rmsprop:epsilon=1e-3").rate == 0.001)
  }

  @Test(
    "what cannot be read is named with what is allowed",
    arguments: [
      (
        "adm:0.3",
        "unknown optimizer: adm (sgd, momentum, nesterov, adagrad, rmsprop, adam, adamw)"
      ),
      ("", "unknown optimizer:  (sgd, momentum, nesterov, adagrad, rmsprop, adam, adamw)"),
      (
        "Adam:0.3",
        "unknown optimizer: Adam (sgd, momentum, nesterov, adagrad, rmsprop, adam, adamw)"
      ),
      ("sgd:fast", "invalid rate of sgd: fast (1e-12...1000000.0)"),
      ("sgd:", "invalid rate of sgd:  (1e-12...1000000.0)"),
      ("sgd:0", "invalid rate of sgd: 0 (1e-12...1000000.0)"),
      ("sgd:-1", "invalid rate of sgd: -1 (1e-12...1000000.0)"),
      ("sgd:nan", "invalid rate of sgd: nan (1e-12...1000000.0)"),
      ("sgd:inf", "invalid rate of sgd: inf (1e-12...1000000.0)"),
      ("sgd:0.1:momentum=0.9", "unknown setting of sgd: momentum (rate)"),
      (
        "adam:0.3:gamma=1",
        "unknown setting of adam: gamma (rate, beta1, beta2, epsilon)"
      ),
      ("adam:0.3:0.9", "unknown setting of adam: 0.9 (rate, beta1, beta2, epsilon)"),
      ("momentum:0.1:momentum=1", "invalid momentum of momentum: 1 (0.0...0.999999)"),
      ("rmsprop:0.1:decay=1.5", "invalid decay of rmsprop: 1.5 (0.0...1.0)"),
    ])
  func errors(name: String, message: String) {
    let error = #expect(throws: OptimizerError.self) { try Optimizer(name: name) }
    #expect(error?.description == message)
  }

  @Test("a rule is coded as its name")
  func coding() throws {
    let optimizers: [Optimizer] = [
      .sgd(rate: 0.1), .adam(rate: 0.3, beta1: 0.8, beta2: 0.999, epsilon: 1e-8),
    ]
    let data = try JSONEncoder().encode(optimizers)
    #expect(String(decoding: data, as: UTF8.self) == #"["sgd:0.1","adam:0.3:beta1=0.8"]"#)
    #expect(try JSONDecoder().decode([Optimizer].self, from: data) == optimizers)
  }

  @Test("writing a setting changes that one alone, or nothing where the rule lacks it")
  func settings() {
    for kind in Optimizer.Kind.allCases {
      let usual = Optimizer(kind)
      for setting in Optimizer.Setting.allCases {
        var changed = usual
        changed[setting] = 0.25
        let has = Optimizer.settings(of: kind).contains(setting)
        #expect(changed[setting] == (has ? 0.25 : nil))
        for other in Optimizer.Setting.allCases where other != setting {
          #expect(changed[other] == usual[other])
        }
      }
    }
  }
}
