// The kernel for x86-64-v3.
#if defined(__x86_64__)

#include <immintrin.h>

#include "gemm_rows.h"

#pragma clang attribute push(__attribute__((target("avx2,fma,bmi,bmi2"))), apply_to = function)

#define LANES 8
#define TILE_ROWS 6
#define TILE_VECTORS 2
#define MULTIPLY_ADD __builtin_elementwise_fma
#define FIRST_LANES(count) \
  _mm256_cmpgt_epi32(_mm256_set1_epi32((int)(count)), _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7))
#define LOAD_PART(from, count) _mm256_maskload_ps(from, FIRST_LANES(count))
#define STORE_PART(to, v, count) _mm256_maskstore_ps(to, FIRST_LANES(count), v)
#define NONZERO_LANES(v) \
  (unsigned)_mm256_movemask_ps(_mm256_cmp_ps(v, _mm256_setzero_ps(), _CMP_NEQ_UQ))

#include "gemm_vector.h"
#include "gemm_pack.h"
#include "gemm_tile.h"

TILE_FUNCTION(6, 2)
TILE_FUNCTION(6, 1)
TILE_FUNCTION(3, 2)
TILE_FUNCTION(3, 1)

INLINE void compute_tile(const struct tile *t) {
  bool tall = t->rows > 3;
  if (t->columns > LANES) {
    tall ? tile_6x2(t) : tile_3x2(t);
  } else {
    tall ? tile_6x1(t) : tile_3x1(t);
  }
}

#include "gemm_dense.h"
#include "gemm_skip.h"

void gemm_rows_avx2(const struct gemm_product *product, size_t first, size_t end) {
  if (product->skips_zeros) {
    multiply_skipping_zeros(product, first, end);
  } else {
    multiply_dense(product, first, end);
  }
}

#pragma clang attribute pop

#endif
