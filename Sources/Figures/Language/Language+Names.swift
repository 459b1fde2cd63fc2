import NeuralNet
import Training

/// The names of networks' parts, in one language.
extension Language {
  func name(of initializer: Initializer) -> String {
    switch initializer {
    case .normal: initializer.name.replacing("=", with: " = ")
    case .xavier: "Xavier"
    case .glorot: "Glorot"
    case .he: "He"
    case .lecun: "LeCun"
    case .orthogonal: pick("orthogonal", "직교")
    }
  }

  func name(of activation: Activation) -> String {
    switch activation {
    case .sigmoid: pick("sigmoid", "시그모이드")
    case .tanh: "tanh"
    case .relu: "ReLU"
    case .leakyReLU: "leaky ReLU"
    case .gelu: "GELU"
    }
  }

  func name(of kind: Optimizer.Kind) -> String {
    switch kind {
    case .sgd: "SGD"
    case .momentum: pick("Momentum", "모멘텀")
    case .nesterov: "Nesterov"
    case .adagrad: "AdaGrad"
    case .rmsprop: "RMSProp"
    case .adam: "Adam"
    case .adamw: "AdamW"
    }
  }

  /// Rule and rate, and the settings that are not the convention's: `Momentum η 0.1, momentum 0.8`.
  /// The sign keeps a rate beside a line from being read as its value.
  func name(of optimizer: Optimizer, convention: Convention) -> String {
    let settings = optimizer.name(convention: convention).split(separator: ":").dropFirst()
    return name(of: optimizer.kind) + " η "
      + settings.map { $0.replacing("=", with: " ") }.joined(separator: ", ")
  }

  /// `784-100×4-10`: units of each layer from the images to the classes.
  func name(of network: NetworkConfig, inputs: Int, classes: Int) -> String {
    var pieces = ["\(inputs)"]
    var index = 0
    while index < network.hidden.count {
      let units = network.hidden[index]
      let end = network.hidden[index...].firstIndex { $0 != units } ?? network.hidden.count
      let count = end - index
      pieces.append(count == 1 ? "\(units)" : "\(units)×\(count)")
      index = end
    }
    return (pieces + ["\(classes)"]).joined(separator: "-")
  }

  /// A named data set, or that the images came from a folder.
  func name(ofDataSet name: String) -> String {
    switch name {
    case "mnist5k": pick("MNIST digits (mnist5k)", "MNIST 숫자 (mnist5k)")
    case "mnist": pick("MNIST digits", "MNIST 숫자")
    case "fashion": "Fashion-MNIST"
    default: pick("images of a folder", "폴더의 이미지")
    }
  }

  /// A particle that depends on the sound before it, `은/는` or `이/가`, after digits and Latin
  /// letters too, as they are read in Korean.
  func particle(_ word: String, _ afterConsonant: String, _ afterVowel: String) -> String {
    word + (Self.endsInConsonant(word) ? afterConsonant : afterVowel)
  }

  /// The particle 로/으로.
  func direction(_ word: String) -> String {
    // 영, 삼 and 육 take 으로, and so does a power, read as 제곱; 일, 칠 and 팔 end in ㄹ, take 로.
    let takesLong = Self.endsInPower(word) || [0, 3, 6].contains(Self.lastDigit(word))
    return word + (takesLong ? "으로" : "로")
  }

  /// Whether a raised digit stands at the end, as in 10⁻⁵.
  private static func endsInPower(_ word: String) -> Bool {
    word.last.map { "⁰¹²³⁴⁵⁶⁷⁸⁹".contains($0) } ?? false
  }

  private static func lastDigit(_ word: String) -> Int? {
    word.last.flatMap { $0.isASCII ? $0.wholeNumberValue : nil }
  }

  private static func endsInConsonant(_ word: String) -> Bool {
    // 영 일 삼 육 칠 팔 are closed, 이 사 오 구 open.
    if endsInPower(word) { return true }
    if let digit = lastDigit(word) { return [0, 1, 3, 6, 7, 8].contains(digit) }
    guard let last = word.unicodeScalars.last(where: { $0 != ")" && $0 != " " }) else {
      return false
    }
    switch last.value {
    case 0xAC00...0xD7A3: return (last.value - 0xAC00) % 28 != 0
    // Latin endings that are read with a closed syllable: l, m, n, p, t, k.
    case 0x6C, 0x6D, 0x6E, 0x4C, 0x4D, 0x4E, 0x70, 0x74, 0x6B: return true
    default: return false
    }
  }
}
