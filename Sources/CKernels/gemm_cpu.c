// Which kernels this CPU can run.
#include "gemm.h"

#if defined(__x86_64__)

#include <cpuid.h>

// The register state that the operating system saves (XCR0). Only where CPUID says OSXSAVE.
static unsigned saved_state(void) {
  unsigned low, high;
  __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  return low;
}

static bool has_all(unsigned word, unsigned bits) { return (word & bits) == bits; }

bool gemm_is_available(enum gemm_kernel kernel) {
  if (kernel == GEMM_PORTABLE) return true;

  unsigned eax, ebx, ecx, edx;
  if (!__get_cpuid(1, &eax, &ebx, &ecx, &edx)) return false;
  const unsigned fma = 1u << 12, osxsave = 1u << 27, avx = 1u << 28;
  if (!has_all(ecx, fma | osxsave | avx)) return false;

  unsigned state = saved_state();
  const unsigned xmm_ymm = 0x06, masks_zmm = 0xE0;
  if (!has_all(state, xmm_ymm)) return false;

  if (!__get_cpuid_count(7, 0, &eax, &ebx, &ecx, &edx)) return false;
  const unsigned bmi1 = 1u << 3, avx2 = 1u << 5, bmi2 = 1u << 8;
  if (!has_all(ebx, bmi1 | avx2 | bmi2)) return false;
  if (kernel == GEMM_AVX2) return true;

  const unsigned f = 1u << 16, dq = 1u << 17, cd = 1u << 28, bw = 1u << 30, vl = 1u << 31;
  return kernel == GEMM_AVX512 && has_all(state, masks_zmm) && has_all(ebx, f | dq | cd | bw | vl);
}

#else

bool gemm_is_available(enum gemm_kernel kernel) { return kernel == GEMM_PORTABLE; }

#endif
