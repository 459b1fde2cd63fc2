// swift-tools-version: 6.2

import Foundation
import PackageDescription

/// Warnings stop the build under `make lint` only, so that a newer compiler breaks no user.
let lint = ProcessInfo.processInfo.environment["DLPLOT_LINT"] == "1"

/// The benchmarks are built for `make bench` only.
let benchmarks = ProcessInfo.processInfo.environment["DLPLOT_BENCHMARKS"] == "1"

/// What `make fuzz` builds, with a main of libFuzzer's.
let fuzzing = ProcessInfo.processInfo.environment["DLPLOT_FUZZING"] == "1"

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
func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil
) -> Target {
  .target(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
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
        "NeuralNet", "DenseMath", "NumPyFiles", "Files", "FigureFiles", "Comparing", "Verifying",
        "Guarding", "Linting", "Search", "Studies",
        argumentParser,
      ],
      exclude: ["Gallery/tiny.txt"],
      resources: [.embedInCode("Gallery/gallery.txt")],
      swiftSettings: strict),

    // Figures stay as they were accepted.
    module(
      "Guarding",
      [
        "Verifying", "Comparing", "FigureFiles", "Figures", "Training", "Rendering", "Provenance",
        "Files", "DenseMath",
      ],
      resources: [
        .embedInCode("Reports/Page/page.css"), .embedInCode("Reports/Page/page.js"),
      ]),

    // Figures prove what they say.
    module(
      "Verifying",
      [
        "FigureFiles", "Comparing", "Figures", "Experiments", "Training", "Datasets", "Charting",
        "Rendering", "Provenance",
      ]),
    module(
      "Comparing",
      [
        "FigureFiles", "Figures", "Experiments", "Rendering", "Charting", "DenseMath", "Files",
        "Provenance", "CKernels",
      ]),
    module(
      "FigureFiles",
      ["Figures", "Experiments", "Charting", "Rendering", "DenseMath", "Provenance", "Files"]),

    // Results become charts.
    module(
      "Figures",
      [
        "Experiments", "Training", "Charting", "NeuralNet", "DenseMath", "Datasets", "Provenance",
        "Search",
      ]),

    // What is measured.
    module(
      "Experiments",
      [
        "Training", "NeuralNet", "DenseMath", "Datasets", "NumPyFiles", "Provenance", "Search",
        "Studies", "Files",
      ]),
    module("Training", ["NeuralNet", "DenseMath", "Datasets", "NumPyFiles", "Provenance"]),
    module("NeuralNet", ["DenseMath", "CKernels"]),
    module("Search", ["DenseMath", "Provenance"]),
    module("DenseMath", ["CKernels"]),
    module("Datasets", ["Provenance", "Files", "DenseMath", "CZlib", "CDeflate", "CCrypto"]),

    // Hyper-parameters are searched for.
    module("Studies", ["Search", "DenseMath", "Provenance", "Files", "CSQLite"]),

    // What hinders the reader of a figure.
    module("Linting", ["Charting", "DenseMath"]),

    // How it is drawn.
    module(
      "Rendering",
      ["Charting", "DenseMath", "Provenance", "Files", "CCairo", "CPNG", "CFreeType", "CZlib"]),
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
      name: "CDeflate", pkgConfig: "libdeflate",
      providers: [.apt(["libdeflate-dev"]), .brew(["libdeflate"])]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
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

    // Figures that were altered, for tests of what tells them from those that were not.
    .target(
      name: "Mutants",
      dependencies: [
        "FigureFiles", "Figures", "Experiments", "Training", "NeuralNet", "Datasets", "Charting",
        "Rendering", "Provenance", "Search",
      ], path: "Tests/Mutants", swiftSettings: strict),

    tests(of: "DenseMath", ["DenseMath", "CKernels"], exclude: ["Reference"]),
    tests(of: "NeuralNet", ["NeuralNet", "DenseMath", "CKernels"], exclude: ["Fixtures"]),
    tests(
      of: "Training",
      ["Training", "NeuralNet", "DenseMath", "Datasets", "NumPyFiles", "Provenance"]),
    tests(
      of: "Datasets", ["Datasets", "Provenance", "Files", "TestSupport"],
      exclude: ["expected_values.py"]),
    tests(of: "Provenance", ["Provenance"]),
    tests(of: "Studies", ["Studies", "Search", "Files", "TestSupport"], exclude: ["Fixtures"]),
    tests(of: "Search", ["Search", "DenseMath", "Provenance"], exclude: ["Reference"]),
    tests(of: "Charting", ["Charting", "DenseMath", "SceneChecks"]),
    tests(
      of: "Rendering", ["Rendering", "Charting", "Provenance", "Files", "TestSupport"],
      exclude: ["Fixtures"]),
    tests(
      of: "Experiments",
      [
        "Experiments", "Training", "NeuralNet", "DenseMath", "Datasets", "Provenance", "Search",
        "Studies", "Files", "TestSupport",
      ],
      exclude: ["Fixtures"]),
    tests(
      of: "Figures",
      [
        "Figures", "Experiments", "Training", "Charting", "NeuralNet", "Datasets", "Rendering",
        "Provenance", "Search", "SceneChecks",
      ]),
    tests(
      of: "Comparing",
      [
        "Comparing", "FigureFiles", "Figures", "Rendering", "Charting", "Provenance", "TestSupport",
      ],
      exclude: ["Fixtures"]),
    tests(
      of: "Guarding",
      [
        "Guarding", "Verifying", "Mutants", "Comparing", "FigureFiles", "Figures", "Experiments",
        "Training", "Rendering", "Provenance", "Files", "TestSupport",
      ], exclude: ["Fixtures"]),
    tests(
      of: "Verifying",
      [
        "Verifying", "Guarding", "Mutants", "Comparing", "FigureFiles", "Figures", "Experiments",
        "Training", "NeuralNet", "Datasets", "Charting", "Rendering", "Provenance", "Files",
        "TestSupport",
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
          name: "benchmark-search", dependencies: ["Search", "DenseMath"],
          path: "Benchmarks/Search", exclude: ["README.md"], swiftSettings: strict),
        .executableTarget(
          name: "benchmark-lines", dependencies: ["Charting", "Rendering", "DenseMath", "Files"],
          path: "Benchmarks/Lines", swiftSettings: strict),
      ] : [])
    + (fuzzing
      ? [
        .executableTarget(
          name: "fuzz-readers",
          dependencies: [
            "Guarding", "Comparing", "FigureFiles", "Figures", "Experiments", "Training",
            "Charting", "Rendering", "Provenance", "Studies",
          ], path: "Fuzzing/Readers",
          swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])])
      ] : [])
)
