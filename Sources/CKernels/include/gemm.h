/// Matrix products whose bits do not depend on the machine.
///
/// Every element of a product is one chain of fused multiply-adds over the inner dimension,
/// ascending, from +0: c = fma(a[i][p], b[p][j], c). The bias is added once, after the chain.
/// A NaN is stored as 0x7FC00000, whatever its origin. So instruction set, tile size, blocking and
/// number of threads change the time and nothing else.
#pragma once

#include <stdbool.h>
#include <stddef.h>

/// The instruction sets that the products are compiled for.
enum gemm_kernel {
  /// Any CPU. Without fused multiply-add in hardware it is emulated, rounded exactly.
  GEMM_PORTABLE = 0,
  /// x86-64-v3: AVX2 and FMA.
  GEMM_AVX2 = 1,
  /// x86-64-v4: AVX-512 F, BW, CD, DQ and VL.
  GEMM_AVX512 = 2,
};

/// C = A·B + bias for dense row-major matrices of Float32.
struct gemm_product {
  const float *a;     ///< [rows, inner], or [inner, rows] when `a_transposed`
  const float *b;     ///< [inner, columns], or [columns, inner] when `b_transposed`
  const float *bias;  ///< [columns], or NULL
  float *c;           ///< [rows, columns], overwritten; must not overlap the others
  size_t rows;
  size_t inner;
  size_t columns;
  bool a_transposed;
  bool b_transposed;
  /// Omit the terms whose element of A is exactly zero (+0 or -0), and store a chain that ends in -0
  /// as +0; B must not be transposed.
  bool skips_zeros;
};

/// Whether this CPU and its operating system can run a kernel.
bool gemm_is_available(enum gemm_kernel kernel);

/// Computes a whole product, its rows dealt over up to `threads` threads.
/// The kernel must be available.
void gemm(enum gemm_kernel kernel, const struct gemm_product *product, size_t threads);

/// Computes the rows from `first` up to `end` of a product, in this thread.
/// The kernel must be available.
void gemm_part(enum gemm_kernel kernel, const struct gemm_product *product, size_t first,
               size_t end);

/// The emulation that the portable kernel uses where the CPU has no fused multiply-add:
/// out[i] = fma(a[i], b[i], c[i]) for i < count. For tests.
void gemm_emulated_fma(const float *a, const float *b, const float *c, float *out, size_t count);
