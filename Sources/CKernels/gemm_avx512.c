// The kernel for x86-64-v4.
#if defined(__x86_64__)

#include <immintrin.h>

#include "gemm_rows.h"

#pragma clang attribute push( \
    __attribute__((target("avx512f,avx512bw,avx512cd,avx512dq,avx512vl,avx2,fma,bmi,bmi2"))), \
    apply_to = function)

#define LANES 16
#define TILE_ROWS 8
#define TILE_VECTORS 3
#define MULTIPLY_ADD __builtin_elementwise_fma
#define LOAD_PART(from, count) _mm512_maskz_loadu_ps((__mmask16)((1u << (count)) - 1), from)
#define STORE_PART(to, v, count) _mm512_mask_storeu_ps(to, (__mmask16)((1u << (count)) - 1), v)
// Sums of two rows and an even share of B's columns: 16 of the 32 registers.
#define SKIP_PAIRS
#define NONZERO_LANES(v) _mm512_cmp_ps_mask(v, _mm512_setzero_ps(), _CMP_NEQ_UQ)

#include "gemm_vector.h"
#include "gemm_pack.h"
#include "gemm_tile.h"

TILE_FUNCTION(8, 3)
TILE_FUNCTION(8, 2)
TILE_FUNCTION(8, 1)
TILE_FUNCTION(4, 3)
TILE_FUNCTION(4, 2)
TILE_FUNCTION(4, 1)

INLINE void compute_tile(const struct tile *t) {
  bool tall = t->rows > 4;
  switch ((t->columns + LANES - 1) / LANES) {
    case 3:
      return tall ? tile_8x3(t) : tile_4x3(t);
    case 2:
      return tall ? tile_8x2(t) : tile_4x2(t);
    default:
      return tall ? tile_8x1(t) : tile_4x1(t);
  }
}

#include "gemm_dense.h"
#include "gemm_skip.h"

void gemm_rows_avx512(const struct gemm_product *product, size_t first, size_t end) {
  if (product->skips_zeros) {
    multiply_skipping_zeros(product, first, end);
  } else {
    multiply_dense(product, first, end);
  }
}

#pragma clang attribute pop

#endif
