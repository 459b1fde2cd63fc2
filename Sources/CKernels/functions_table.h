// The table of kernels that one instruction set fills in, and the set-up of its variants.
#pragma once

#include <stddef.h>
#include <stdint.h>

typedef void fn_map(const float *x, float *y, size_t count);

typedef struct {
  fn_map *exp, *log, *tanh, *sigmoid, *erf, *gelu, *gelu_derivative;

  // `blocks` whole Philox blocks of a stream, four numbers each.
  void (*words)(uint64_t seed, uint64_t stream, uint64_t first, uint32_t *out, size_t blocks);
  void (*uniforms)(uint64_t seed, uint64_t stream, uint64_t first, float *out, size_t blocks);
  void (*normals)(uint64_t seed, uint64_t stream, uint64_t first, float *out, size_t blocks);
  void (*masks)(uint64_t seed, uint64_t stream, uint64_t first, uint64_t threshold, float value,
                float *out, size_t blocks);

  double (*sum)(const float *x, size_t count);
  double (*dot)(const float *x, const float *y, size_t count);
  double (*squared_deviations)(const float *x, double mean, size_t count);
  float (*minimum)(const float *x, size_t count);
  float (*maximum)(const float *x, size_t count);
  void (*column_sums)(const float *x, size_t rows, size_t columns, double *sums);
  void (*column_squared_deviations)(const float *x, const double *means, size_t rows,
                                    size_t columns, double *sums);
} fn_kernels;

extern const fn_kernels fn_kernels_baseline;
#if defined(__x86_64__)
extern const fn_kernels fn_kernels_avx2;
extern const fn_kernels fn_kernels_avx512;
#endif

// The table in use: the best that the processor has, or the one forced.
const fn_kernels *fn_selected(void);
