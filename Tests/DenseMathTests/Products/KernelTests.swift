import DenseMath
import Testing

struct KernelTests {
  @Test("the portable kernel is always there, and the best one is used")
  func available() {
    #expect(Kernel.available.first == .portable)
    Kernel.exclusively { #expect(Kernel.available.last == Kernel.current) }
  }

  @Test("a forced kernel is used until it is released")
  func force() throws {
    try Kernel.exclusively {
      for kernel in Kernel.available {
        try Kernel.force(named: kernel.rawValue)
        #expect(Kernel.current == kernel)
      }
      try Kernel.force(nil)
      #expect(Kernel.current == Kernel.available.last)
    }
  }

  @Test("an unknown or unavailable kernel is named with the choices")
  func errors() {
    #expect(throws: KernelError.unknown("sse9")) { try Kernel.force(named: "sse9") }
    let unknown = KernelError.unknown("sse9")
    #expect("\(unknown)" == "invalid DLPLOT_KERNEL: sse9 (portable, avx2, avx512)")
    #expect(!unknown.isMachineFault)
    let unavailable = KernelError.unavailable(.avx512, available: [.portable, .avx2])
    #expect(
      "\(unavailable)" == "invalid DLPLOT_KERNEL: avx512 (this CPU has portable, avx2)")
    #expect(unavailable.isMachineFault)
    for kernel in Kernel.allCases where !kernel.isAvailable {
      #expect(throws: KernelError.self) { try Kernel.force(kernel) }
    }
  }
}
