/// The version that `--version` prints and figures carry.
package enum Version {
  package static let text = "0.1.0"
}
