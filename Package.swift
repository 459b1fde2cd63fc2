// swift-tools-version: 6.2

import Foundation
import PackageDescription

/// Warnings stop the build under `make lint` only, so that a newer compiler breaks no user.
let lint = ProcessInfo.processInfo.environment["DLPLOT_LINT"] == "1"

/// The benchmarks are built for `make bench` only.
let benchmarks = ProcessInfo.processInfo.environment["DLPLOT_BENCHMARKS"] == "1"

let strict: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (lint ? [.treatAllWarnings(as: .error)] : [])

/// Fused operations are explicit everywhere: a compiler that contracts would change bits. Kernels
/// are optimised in debug builds too, whose tests would else take minutes.
let exactC: [CSetting] = [.unsafeFlags(["-O2", "-ffp-contract=off", "-fno-math-errno"])]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

/// One Swift module; imports point down this list only.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(
  of name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "dlplot",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "dlplot", targets: ["dlplot"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    // The command line.
    .executableTarget(
      name: "dlplot",
      dependencies: [
        "Experiments", "Training", "Figures", "Charting", "Rendering", "Provenance", "Datasets",
        "NeuralNet", "DenseMath", "NumPyFiles", "Files", "FigureFiles", "Verifying", "Linting",
        argumentParser,
      ],
      exclude: ["Gallery/tiny.txt"],
      resources: [.embedInCode("Gallery/gallery.txt")],
      swiftSettings: strict),

    // Figures prove what they say.
    module(
      "Verifying",
      [
        "FigureFiles", "Comparing", "Figures", "Experiments", "Training", "Datasets", "Rendering",
        "Provenance",
      ]),
    module("Comparing", ["Rendering", "Charting", "Provenance"]),
    module("FigureFiles", ["Figures", "Charting", "Rendering", "Provenance", "Files"]),

    // Results become charts.
    module(
      "Figures",
      [
        "Experiments", "Training", "Charting", "NeuralNet", "DenseMath", "Datasets", "Provenance",
      ]),

    // What is measured.
    module(
      "Experiments",
      ["Training", "NeuralNet", "DenseMath", "Datasets", "NumPyFiles", "Provenance"]),
    module("Training", ["NeuralNet", "DenseMath", "Datasets", "NumPyFiles", "Provenance"]),
    module("NeuralNet", ["DenseMath", "CKernels"]),
    module("DenseMath", ["CKernels"]),
    module("Datasets", ["Provenance", "Files", "CZlib", "CCrypto"]),

    // What hinders the reader of a figure.
    module("Linting", ["Charting", "DenseMath"]),

    // How it is drawn.
    module(
      "Rendering",
      ["Charting", "DenseMath", "Provenance", "Files", "CCairo", "CPNG", "CFreeType"]),
    module("Charting", ["DenseMath"]),

    // What proves it.
    module("Provenance", ["CCrypto"]),

    // How files are read and written, by all of them.
    module("NumPyFiles", ["Files", "CZlib"]),
    module("Files"),

    // C: kernels of our own, and doors to system libraries.
    .target(name: "CKernels", cSettings: exactC),
    .target(name: "CPNG", linkerSettings: [.linkedLibrary("png16"), .linkedLibrary("z")]),
    .systemLibrary(
      name: "CCairo", pkgConfig: "cairo",
      providers: [.apt(["libcairo2-dev"]), .brew(["cairo"])]),
    .systemLibrary(
      name: "CFreeType", pkgConfig: "freetype2",
      providers: [.apt(["libfreetype-dev"]), .brew(["freetype"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CCrypto", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl"])]),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    tests(of: "Files", ["Files", "TestSupport"]),
    tests(of: "NumPyFiles", ["NumPyFiles", "Files", "TestSupport"], exclude: ["Fixtures"]),

    // Checks of scenes that tests of several modules share.
    .target(
      name: "SceneChecks", dependencies: ["Linting", "Charting"], path: "Tests/SceneChecks",
      swiftSettings: strict),

    tests(of: "DenseMath", ["DenseMath", "CKernels"], exclude: ["Reference"]),
    tests(of: "NeuralNet", ["NeuralNet", "DenseMath", "CKernels"], exclude: ["Fixtures"]),
    tests(
      of: "Training",
      ["Training", "NeuralNet", "DenseMath", "Datasets", "NumPyFiles", "Provenance"]),
    tests(
      of: "Datasets", ["Datasets", "Provenance", "Files", "TestSupport"],
      exclude: ["expected_values.py"]),
    tests(of: "Provenance", ["Provenance"]),
    tests(of: "Charting", ["Charting", "DenseMath", "SceneChecks"]),
    tests(of: "Rendering", ["Rendering", "Charting", "Provenance", "Files", "TestSupport"]),
    tests(
      of: "Experiments",
      ["Experiments", "Training", "NeuralNet", "DenseMath", "Datasets", "Provenance"],
      exclude: ["Fixtures"]),
    tests(
      of: "Figures",
      [
        "Figures", "Experiments", "Training", "Charting", "NeuralNet", "Datasets", "Rendering",
        "Provenance", "SceneChecks",
      ]),
    tests(
      of: "Linting",
      ["Linting", "FigureFiles", "Figures", "Charting", "Rendering", "Provenance", "TestSupport"],
      exclude: ["Reference"]),
    tests(of: "Command", ["Rendering", "Charting", "Provenance", "Files", "TestSupport"]),
  ]
    + (benchmarks
      ? [
        .executableTarget(
          name: "benchmark-products", dependencies: ["DenseMath"], path: "Benchmarks/Products",
          swiftSettings: strict),
        .executableTarget(
          name: "benchmark-training", dependencies: ["Training", "NeuralNet", "Datasets"],
          path: "Benchmarks/Training", swiftSettings: strict),
        .executableTarget(
          name: "benchmark-lines", dependencies: ["Charting", "Rendering", "DenseMath", "Files"],
          path: "Benchmarks/Lines", swiftSettings: strict),
      ] : [])
)
