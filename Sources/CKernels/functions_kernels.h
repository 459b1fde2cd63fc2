// The kernels themselves, compiled once for each instruction set: the including file defines
// FN_TARGET (an attribute, or nothing) and FN_TABLE (the name of the table to fill).
//
// Elementwise loops are left to the vectoriser, which may widen but never reassociate. Reductions
// spell out their lanes, so that their shape is the source's and not the machine's.

#include "functions_elementary.h"
#include "functions_lanes.h"
#include "functions_random.h"
#include "functions_table.h"

#define FN_KERNEL FN_TARGET static

// x and y are equal or do not overlap.
#if defined(__clang__)
#define FN_ELEMENTWISE _Pragma("clang loop vectorize(assume_safety)")
#else
#define FN_ELEMENTWISE _Pragma("GCC ivdep")
#endif

#define FN_MAP(name)                                                          \
  FN_KERNEL void name##_map(const float *x, float *y, size_t count) {         \
    FN_ELEMENTWISE for (size_t i = 0; i < count; i++) y[i] = fn_##name(x[i]); \
  }

FN_MAP(exp)
FN_MAP(log)
FN_MAP(tanh)
FN_MAP(sigmoid)
FN_MAP(erf)
FN_MAP(gelu)
FN_MAP(gelu_derivative)

// MARK: Random numbers

// Sixty-four blocks at a time: their words by rows, so that each step is a plain loop.
enum { FN_BATCH = 64 };

typedef struct {
  uint32_t word[4][FN_BATCH];
} fn_batch;

FN_KERNEL void philox_batch(uint64_t seed, uint64_t stream, uint64_t first, size_t count,
                            fn_batch *batch) {
  for (size_t b = 0; b < count; b++) {
    const fn_block block = fn_stream_block(seed, stream, first + b);
    for (int w = 0; w < 4; w++) batch->word[w][b] = block.word[w];
  }
}

// Runs `statement` for every block b of a batch that starts at `start`, words in `batch`.
#define FN_FOR_BLOCKS(statement)                                                \
  fn_batch batch;                                                               \
  for (size_t start = 0; start < blocks; start += FN_BATCH) {                   \
    const size_t size = blocks - start < FN_BATCH ? blocks - start : FN_BATCH;  \
    philox_batch(seed, stream, first + start, size, &batch);                    \
    FN_ELEMENTWISE for (size_t b = 0; b < size; b++) statement                  \
  }

FN_KERNEL void fill_words(uint64_t seed, uint64_t stream, uint64_t first, uint32_t *out,
                          size_t blocks) {
  FN_FOR_BLOCKS({
    uint32_t *o = out + 4 * (start + b);
    for (int w = 0; w < 4; w++) o[w] = batch.word[w][b];
  })
}

FN_KERNEL void fill_uniforms(uint64_t seed, uint64_t stream, uint64_t first, float *out,
                             size_t blocks) {
  FN_FOR_BLOCKS({
    float *o = out + 4 * (start + b);
    for (int w = 0; w < 4; w++) o[w] = fn_uniform(batch.word[w][b]);
  })
}

FN_KERNEL void fill_normals(uint64_t seed, uint64_t stream, uint64_t first, float *out,
                            size_t blocks) {
  FN_FOR_BLOCKS({
    float *o = out + 4 * (start + b);
    const fn_pair p = fn_normal_pair(batch.word[0][b], batch.word[1][b]);
    const fn_pair q = fn_normal_pair(batch.word[2][b], batch.word[3][b]);
    o[0] = p.first;
    o[1] = p.second;
    o[2] = q.first;
    o[3] = q.second;
  })
}

FN_KERNEL void fill_masks(uint64_t seed, uint64_t stream, uint64_t first, uint64_t threshold,
                          float value, float *out, size_t blocks) {
  FN_FOR_BLOCKS({
    float *o = out + 4 * (start + b);
    for (int w = 0; w < 4; w++) o[w] = batch.word[w][b] < threshold ? value : 0;
  })
}

// MARK: Reductions, in the shape that functions_lanes.h describes

FN_KERNEL double sum_lanes(const float *x, size_t count) {
  fn_lanes lanes = {0};
  size_t i = 0;
  for (; i + FN_LANES <= count; i += FN_LANES) fn_add(&lanes, fn_load(x + i));
  fn_add(&lanes, fn_load_part(x + i, count - i, 0));
  return fn_tree(&lanes);
}

FN_KERNEL double dot_lanes(const float *x, const float *y, size_t count) {
  fn_lanes lanes = {0};
  size_t i = 0;
  for (; i + FN_LANES <= count; i += FN_LANES)
    fn_add(&lanes, fn_multiply(fn_load(x + i), fn_load(y + i)));
  const fn_lanes x_rest = fn_load_part(x + i, count - i, 0);
  fn_add(&lanes, fn_multiply(x_rest, fn_load_part(y + i, count - i, 0)));
  return fn_tree(&lanes);
}

FN_KERNEL double squared_deviation_lanes(const float *x, double mean, size_t count) {
  const fn_lanes means = fn_repeat(mean);
  fn_lanes lanes = {0};
  size_t i = 0;
  for (; i + FN_LANES <= count; i += FN_LANES)
    fn_add(&lanes, fn_squared_difference(fn_load(x + i), means));
  fn_add(&lanes, fn_squared_difference(fn_load_part(x + i, count - i, mean), means));
  return fn_tree(&lanes);
}

// The extremum that `before` prefers, NaN where there is one. The order of the comparisons cannot
// show: equal values differ in the sign of zero at most, and a zero is made +0.
#define FN_EXTREMUM(name, before, worst)                                      \
  FN_KERNEL float name(const float *x, size_t count) {                        \
    fn_float16 lanes = (fn_float16){0} + worst;                               \
    fn_int16 unordered = {0};                                                 \
    size_t i = 0;                                                             \
    for (; i + FN_LANES <= count; i += FN_LANES) {                            \
      fn_float16 v;                                                           \
      memcpy(&v, x + i, sizeof v);                                            \
      const fn_int16 wins = v before lanes;                                   \
      lanes = (fn_float16)(((fn_int16)v & wins) | ((fn_int16)lanes & ~wins)); \
      unordered |= v != v;                                                    \
    }                                                                         \
    float best = worst;                                                       \
    int nan = 0;                                                              \
    for (int l = 0; l < FN_LANES && i > 0; l++) {                             \
      best = lanes[l] before best ? lanes[l] : best;                          \
      nan |= unordered[l];                                                    \
    }                                                                         \
    for (; i < count; i++) {                                                  \
      best = x[i] before best ? x[i] : best;                                  \
      nan |= x[i] != x[i];                                                    \
    }                                                                         \
    return nan ? __builtin_nanf("") : best + 0.0f;                            \
  }

FN_EXTREMUM(minimum_lanes, <, __builtin_inff())
FN_EXTREMUM(maximum_lanes, >, -__builtin_inff())

// Sixteen columns side by side; each is one chain over the rows.
FN_KERNEL void sum_columns(const float *x, size_t rows, size_t columns, double *sums) {
  for (size_t c = 0; c < columns; c += FN_LANES) {
    const size_t width = columns - c < FN_LANES ? columns - c : FN_LANES;
    fn_lanes lanes = {0};
    for (size_t r = 0; r < rows; r++) {
      const float *row = x + r * columns + c;
      fn_add(&lanes, width == FN_LANES ? fn_load(row) : fn_load_part(row, width, 0));
    }
    fn_store_part(&lanes, sums + c, width);
  }
}

FN_KERNEL void squared_deviations_of_columns(const float *x, const double *means, size_t rows,
                                             size_t columns, double *sums) {
  for (size_t c = 0; c < columns; c += FN_LANES) {
    const size_t width = columns - c < FN_LANES ? columns - c : FN_LANES;
    const fn_lanes m = fn_load_doubles(means + c, width);
    fn_lanes lanes = {0};
    for (size_t r = 0; r < rows; r++) {
      const float *row = x + r * columns + c;
      const fn_lanes v = width == FN_LANES ? fn_load(row) : fn_load_part(row, width, 0);
      fn_add(&lanes, fn_squared_difference(v, m));
    }
    fn_store_part(&lanes, sums + c, width);
  }
}

const fn_kernels FN_TABLE = {
    .exp = exp_map,
    .log = log_map,
    .tanh = tanh_map,
    .sigmoid = sigmoid_map,
    .erf = erf_map,
    .gelu = gelu_map,
    .gelu_derivative = gelu_derivative_map,
    .words = fill_words,
    .uniforms = fill_uniforms,
    .normals = fill_normals,
    .masks = fill_masks,
    .sum = sum_lanes,
    .dot = dot_lanes,
    .squared_deviations = squared_deviation_lanes,
    .minimum = minimum_lanes,
    .maximum = maximum_lanes,
    .column_sums = sum_columns,
    .column_squared_deviations = squared_deviations_of_columns,
};
