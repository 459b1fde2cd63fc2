/// The version that `--version` prints and figures carry.
enum Version {
  static let text = "0.1.0"
}
