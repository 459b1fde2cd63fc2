// The kernel of mixtures, compiled once for each instruction set: the including file defines
// FN_TARGET (an attribute, or nothing) and MX_SUMS (the name of the function).
//
// Eight lanes are spelled out, so that the shape of the sum is the source's and not the machine's.

#include "functions_lanes.h"
#include "mixture_table.h"

typedef int64_t mx_int8 __attribute__((vector_size(64)));

// In a struct, for a bare vector is passed in another way by each instruction set.
typedef struct {
  fn_double8 v;
} mx_lanes;

FN_INLINE mx_lanes mx_load(const double *x) {
  mx_lanes lanes;
  memcpy(&lanes, x, sizeof lanes);
  return lanes;
}

// exp(x) for x up to 700, to some 2^-52 of itself; below -400 zero, for products with what is next to
// nothing would be denormal, which costs the processor a hundred times a product. Coefficients come
// from Tests/DenseMathTests/Reference/coefficients.py, lowest power first.
FN_INLINE mx_lanes mx_exp(mx_lanes lanes) {
  const fn_double8 zero = {0};
  fn_double8 x = lanes.v;
  const mx_int8 low = x < zero - 400;
  x = (fn_double8)((mx_int8)x & ~low);
  const fn_double8 shifted = x * 0x1.71547652b82fep+0 + 0x1.8p52;
  const fn_double8 k = shifted - 0x1.8p52;
  // The upper part of ln 2 has 42 bits: its product with k is exact.
  const fn_double8 r = (x - k * 0x1.62e42fefa3800p-1) - k * 0x1.ef35793c76730p-45;
  // By pairs, fours and eights (Estrin), for short chains.
  const fn_double8 r2 = r * r, r4 = r2 * r2;
  const fn_double8 a = r * 0x1.0000000000005p-1 + 0x1.0000000000000p+0;
  const fn_double8 b = r * 0x1.555555555211dp-5 + 0x1.5555555555531p-3;
  const fn_double8 c = r * 0x1.6c16c17f2a857p-10 + 0x1.1111111119d97p-7;
  const fn_double8 d = r * 0x1.a019a6ae968e4p-16 + 0x1.a01a0172baea2p-13;
  const fn_double8 e = r * 0x1.28a28308b429fp-22 + 0x1.71de8a57cb73fp-19;
  const fn_double8 f = e + r2 * 0x1.ae6b0ac08d8cfp-26;
  const fn_double8 q = (a + r2 * b) + r4 * ((c + r2 * d) + r4 * f);
  const mx_int8 result = (mx_int8)(q * r + 1) + ((mx_int8)shifted << 52);
  return (mx_lanes){(fn_double8)(result & ~low)};
}

// Points that share one pass over the kernels.
enum { MX_POINTS = 32 };

FN_TARGET static void pass(const double *points, size_t count, size_t dimensions,
                           const double *means, const double *inverses, size_t stride,
                           const double *logs, const double *weights, size_t kernels,
                           double *sums) {
  fn_double8 lanes[MX_POINTS];
  for (size_t p = 0; p < count; p++) lanes[p] = (fn_double8){0};
  for (size_t k = 0; k < kernels; k += DLPLOT_MIXTURE_LANES) {
    const fn_double8 log = mx_load(logs + k).v, weight = mx_load(weights + k).v;
    for (size_t p = 0; p < count; p++) {
      fn_double8 squares = {0};
      for (size_t d = 0; d < dimensions; d++) {
        const fn_double8 z = (points[p * dimensions + d] - mx_load(means + d * stride + k).v) *
                             mx_load(inverses + d * stride + k).v;
        squares += z * z;
      }
      lanes[p] += weight * mx_exp((mx_lanes){log - squares * 0.5}).v;
    }
  }
  for (size_t p = 0; p < count; p++) {
    double sum[DLPLOT_MIXTURE_LANES];
    memcpy(sum, &lanes[p], sizeof sum);
    for (int width = DLPLOT_MIXTURE_LANES / 2; width > 0; width /= 2)
      for (int l = 0; l < width; l++) sum[l] += sum[l + width];
    sums[p] = sum[0];
  }
}

FN_TARGET void MX_SUMS(const double *points, size_t count, size_t dimensions, const double *means,
                       const double *inverses, size_t stride, const double *logs,
                       const double *weights, size_t kernels, double *sums) {
  for (size_t p = 0; p < count; p += MX_POINTS)
    pass(points + p * dimensions, count - p < MX_POINTS ? count - p : MX_POINTS, dimensions, means,
         inverses, stride, logs, weights, kernels, sums + p);
}
