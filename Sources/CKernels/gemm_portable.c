// The kernel for any CPU: SSE2 with an emulated fused multiply-add on x86-64, the compiler's own
// fused multiply-add elsewhere (arm64 has it always).
#include "gemm_rows.h"

#define LANES 4

#include "gemm_vector.h"
#include "gemm_emulated_fma.h"

#if defined(__x86_64__)
#define MULTIPLY_ADD emulated_fma
#else
#define MULTIPLY_ADD __builtin_elementwise_fma
#endif

// Bit i is set where lane i is not zero.
static inline unsigned nonzero_lanes(vec v) {
  unsigned lanes = 0;
  for (unsigned i = 0; i < LANES; i++) lanes |= (unsigned)(v[i] != 0.0f) << i;
  return lanes;
}

#define NONZERO_LANES nonzero_lanes
#define TILE_ROWS 4
#define TILE_VECTORS 2

#include "gemm_pack.h"
#include "gemm_tile.h"

TILE_FUNCTION(4, 2)
TILE_FUNCTION(4, 1)
TILE_FUNCTION(2, 2)
TILE_FUNCTION(2, 1)

INLINE void compute_tile(const struct tile *t) {
  bool tall = t->rows > 2;
  if (t->columns > LANES) {
    tall ? tile_4x2(t) : tile_2x2(t);
  } else {
    tall ? tile_4x1(t) : tile_2x1(t);
  }
}

#include "gemm_dense.h"
#include "gemm_skip.h"

void gemm_rows_portable(const struct gemm_product *product, size_t first, size_t end) {
  if (product->skips_zeros) {
    multiply_skipping_zeros(product, first, end);
  } else {
    multiply_dense(product, first, end);
  }
}

void gemm_emulated_fma(const float *a, const float *b, const float *c, float *out, size_t count) {
  for (size_t i = 0; i < count; i += LANES) {
    size_t lanes = count - i;
    vec result = emulated_fma(load_part(a + i, lanes), load_part(b + i, lanes),
                              load_part(c + i, lanes));
    store_part(out + i, result, lanes);
  }
}
