internal import CKernels
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The instruction set with which products and elementary functions are computed.
///
/// All give the same bits, so the choice shows in the time alone. Without a forced one the best
/// that this CPU has is used; tests force each in turn.
package enum Kernel: String, CaseIterable, Equatable, Sendable {
  /// Any CPU: SSE2 with an exactly rounded emulation of the fused multiply-add on x86-64, the
  /// fused multiply-add of the hardware on arm64.
  case portable
  /// x86-64-v3: AVX2 and FMA.
  case avx2
  /// x86-64-v4: AVX-512.
  case avx512

  /// The environment variable that names the kernel to force, for tests.
  package static let environmentVariable = "DLPLOT_KERNEL"

  /// Whether this CPU and its operating system can run the kernel.
  package var isAvailable: Bool { Kernel.available.contains(self) }

  /// The kernels that this CPU can run, the best one last.
  ///
  /// Asked for once: in a virtual machine the CPU's answer takes longer than a small product.
  package static let available = allCases.filter { gemm_is_available($0.code) }

  /// The kernel in use: the forced one, or else the best available.
  package static var current: Kernel {
    Kernel(index: forcedIndex.load(ordering: .relaxed)) ?? best
  }

  /// Forces a kernel for all later products of this process; nil leaves the choice to the CPU.
  ///
  /// - Throws: `KernelError.unavailable` where this CPU cannot run it.
  package static func force(_ kernel: Kernel?) throws(KernelError) {
    if let kernel, !kernel.isAvailable { throw .unavailable(kernel, available: available) }
    let index = kernel.flatMap { allCases.firstIndex(of: $0) }
    // The elementary functions have the same three sets and follow.
    if dlplot_functions_force(kernel?.functionsLevel ?? Int32(DLPLOT_FUNCTIONS_AUTO)) != 0,
      let kernel
    {
      throw .unavailable(kernel, available: available)
    }
    forcedIndex.store(index ?? unforced, ordering: .relaxed)
  }

  /// Calls `body` while nobody else is in here, and then leaves the choice to the CPU.
  ///
  /// For tests that force a kernel or ask for the current one: they share a process.
  package static func exclusively<Value>(_ body: () throws -> Value) rethrows -> Value {
    try forcing.withLock { _ in
      defer { try? force(nil) }
      return try body()
    }
  }

  /// Calls `body` exclusively for each kernel that this CPU can run, with that kernel forced.
  package static func forEachForced(_ body: (Kernel) throws -> Void) throws {
    try exclusively {
      for kernel in available {
        try force(kernel)
        try body(kernel)
      }
    }
  }

  /// Forces the kernel of a name: `portable`, `avx2` or `avx512`.
  ///
  /// - Throws: `KernelError` where there is none of that name or this CPU cannot run it.
  package static func force(named name: String) throws(KernelError) {
    guard let kernel = Kernel(rawValue: name) else { throw .unknown(name) }
    try force(kernel)
  }

  /// Forces the kernel that the environment variable `DLPLOT_KERNEL` names, if it is set.
  ///
  /// For the executable to call once at its start; nothing else reads the variable.
  ///
  /// - Throws: `KernelError` where there is none of that name or this CPU cannot run it.
  package static func forceFromEnvironment() throws(KernelError) {
    guard let name = getenv(environmentVariable) else { return }
    try force(named: String(cString: name))
  }

  var code: gemm_kernel {
    switch self {
    case .portable: GEMM_PORTABLE
    case .avx2: GEMM_AVX2
    case .avx512: GEMM_AVX512
    }
  }

  /// The set of elementary functions for the same CPUs.
  private var functionsLevel: Int32 {
    switch self {
    case .portable: Int32(DLPLOT_FUNCTIONS_BASELINE)
    case .avx2: Int32(DLPLOT_FUNCTIONS_AVX2)
    case .avx512: Int32(DLPLOT_FUNCTIONS_AVX512)
    }
  }

  private static let best = available.last ?? .portable

  private init?(index: Int) {
    guard Kernel.allCases.indices.contains(index) else { return nil }
    self = Kernel.allCases[index]
  }
}

private let unforced = -1
private let forcedIndex = Atomic<Int>(unforced)
/// Held by a test that depends on which kernel is forced.
private let forcing = Mutex<Void>(())

/// Why a kernel cannot be forced.
package enum KernelError: Error, Equatable, Sendable, CustomStringConvertible {
  /// There is no kernel of this name.
  case unknown(String)
  /// This CPU cannot run the kernel.
  case unavailable(Kernel, available: [Kernel])

  /// One line for the user.
  package var description: String {
    switch self {
    case .unknown(let name):
      "invalid \(Kernel.environmentVariable): \(name) (\(Self.list(Kernel.allCases)))"
    case .unavailable(let kernel, let available):
      "invalid \(Kernel.environmentVariable): \(kernel.rawValue)"
        + " (this CPU has \(Self.list(available)))"
    }
  }

  /// Whether the machine failed, rather than the input: a CPU without the instructions.
  package var isMachineFault: Bool {
    switch self {
    case .unknown: false
    case .unavailable: true
    }
  }

  private static func list(_ kernels: [Kernel]) -> String {
    kernels.map(\.rawValue).joined(separator: ", ")
  }
}
