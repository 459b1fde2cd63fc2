// Reductions of whole buffers, and the counting of histograms.
#include "functions.h"
#include "functions_elementary.h"
#include "functions_table.h"

// Sign and payload of a NaN depend on the order of operands: one NaN stands for all.
static double canonical(double x) { return x != x ? __builtin_nan("") : x; }

double dlplot_sum(const float *x, size_t count) {
  return canonical(fn_selected()->sum(x, count));
}

double dlplot_dot(const float *x, const float *y, size_t count) {
  return canonical(fn_selected()->dot(x, y, count));
}

double dlplot_squared_deviations(const float *x, double mean, size_t count) {
  return canonical(fn_selected()->squared_deviations(x, mean, count));
}

float dlplot_minimum(const float *x, size_t count) { return fn_selected()->minimum(x, count); }

float dlplot_maximum(const float *x, size_t count) { return fn_selected()->maximum(x, count); }

void dlplot_column_sums(const float *x, size_t rows, size_t columns, double *sums) {
  fn_selected()->column_sums(x, rows, columns, sums);
  for (size_t c = 0; c < columns; c++) sums[c] = canonical(sums[c]);
}

void dlplot_column_squared_deviations(const float *x, const double *means, size_t rows,
                                      size_t columns, double *sums) {
  fn_selected()->column_squared_deviations(x, means, rows, columns, sums);
  for (size_t c = 0; c < columns; c++) sums[c] = canonical(sums[c]);
}

// The last slot of those up to `last` whose threshold is at most v.
static ptrdiff_t slot_of(double v, const double *thresholds, ptrdiff_t last) {
  ptrdiff_t low = 0;
  while (low < last) {
    const ptrdiff_t middle = low + (last - low + 1) / 2;
    if (v >= thresholds[middle])
      low = middle;
    else
      last = middle - 1;
  }
  return low;
}

void dlplot_histogram(const float *x, size_t count, double lower, double scale,
                      const double *thresholds, ptrdiff_t last, ptrdiff_t *slots) {
  for (size_t i = 0; i < count; i++) {
    const double v = x[i];
    if (v != v) {
      slots[last + 1]++;
      continue;
    }
    ptrdiff_t s = (ptrdiff_t)fn_clamp((v - lower) * scale + 1, 0, (double)last);
    // The guess is right unless v is within rounding of an edge.
    if (v < thresholds[s] || v >= thresholds[s + 1]) s = slot_of(v, thresholds, last);
    slots[s]++;
  }
}
