// Elementary functions, random numbers and reductions of Float arrays.
//
// Every function gives the same bits on each instruction set, at every length and alignment; a NaN
// among the results is always the positive quiet one. Arrays may be empty, and then null.
#pragma once

#include <stddef.h>
#include <stdint.h>

// MARK: Choice of the kernels

enum {
  DLPLOT_FUNCTIONS_AUTO = 0,
  DLPLOT_FUNCTIONS_BASELINE = 1,
  DLPLOT_FUNCTIONS_AVX2 = 2,
  DLPLOT_FUNCTIONS_AVX512 = 3,
};

// Forces one set of kernels, or with 0 the best that the processor has.
// Returns 0, or -1 where the processor lacks it (nothing changes then), or -2 for another number.
int dlplot_functions_force(int level);

// The set in use, 1 to 3.
int dlplot_functions_level(void);

// MARK: Elementary functions; x and y are equal or do not overlap

// The square root, which IEEE 754 rounds correctly: the processor's, without the library's errno.
double dlplot_square_root(double x);

float dlplot_exp(float x);
float dlplot_log(float x);
float dlplot_tanh(float x);
float dlplot_sigmoid(float x);
float dlplot_erf(float x);
float dlplot_gelu(float x);
float dlplot_gelu_derivative(float x);

void dlplot_exp_map(const float *x, float *y, size_t count);
void dlplot_log_map(const float *x, float *y, size_t count);
void dlplot_tanh_map(const float *x, float *y, size_t count);
void dlplot_sigmoid_map(const float *x, float *y, size_t count);
void dlplot_erf_map(const float *x, float *y, size_t count);
void dlplot_gelu_map(const float *x, float *y, size_t count);
void dlplot_gelu_derivative_map(const float *x, float *y, size_t count);

// MARK: Random numbers; number i of a stream is word i mod 4 of Philox block i / 4

void dlplot_philox(const uint32_t counter[4], const uint32_t key[2], uint32_t block[4]);
void dlplot_random_block(uint64_t seed, uint64_t stream, uint64_t index, uint32_t block[4]);
float dlplot_random_normal(uint64_t seed, uint64_t stream, uint64_t index);

void dlplot_random_words(uint64_t seed, uint64_t stream, uint64_t first, uint32_t *out,
                         size_t count);
void dlplot_random_uniforms(uint64_t seed, uint64_t stream, uint64_t first, float *out,
                            size_t count);
void dlplot_random_normals(uint64_t seed, uint64_t stream, uint64_t first, float *out,
                           size_t count);

// `value` where word i is below the threshold (0 to 2^32), else 0.
void dlplot_random_masks(uint64_t seed, uint64_t stream, uint64_t first, uint64_t threshold,
                         float value, float *out, size_t count);

// MARK: Reductions, in one fixed shape

double dlplot_sum(const float *x, size_t count);
double dlplot_dot(const float *x, const float *y, size_t count);
double dlplot_squared_deviations(const float *x, double mean, size_t count);
float dlplot_minimum(const float *x, size_t count);
float dlplot_maximum(const float *x, size_t count);
void dlplot_column_sums(const float *x, size_t rows, size_t columns, double *sums);
void dlplot_column_squared_deviations(const float *x, const double *means, size_t rows,
                                      size_t columns, double *sums);

// Counts x into slots: slot s takes thresholds[s] <= x < thresholds[s + 1] for s in 0 ... last, and
// slot last + 1 takes NaN. The thresholds ascend, last + 1 of them from -inf on, and a NaN follows.
// Slot 1 + (x - lower) * scale, with a finite scale, is where the search begins.
void dlplot_histogram(const float *x, size_t count, double lower, double scale,
                      const double *thresholds, ptrdiff_t last, ptrdiff_t *slots);
