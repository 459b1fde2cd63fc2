import Foundation

/// The folder that the sources stand in.
enum Checkout {
  static let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func path(_ name: String) -> String { url.appendingPathComponent(name).path }
}
