// The doors to the training kernels: each takes what the selected instruction set offers.
#include "training.h"

#include "functions.h"
#include "training_table.h"

static const tr_kernels *selected(void) {
#if defined(__x86_64__)
  switch (dlplot_functions_level()) {
    case DLPLOT_FUNCTIONS_AVX512:
      return &tr_kernels_avx512;
    case DLPLOT_FUNCTIONS_AVX2:
      return &tr_kernels_avx2;
  }
#endif
  return &tr_kernels_baseline;
}

void dlplot_pixels(const uint8_t *x, float *y, size_t count) { selected()->pixels(x, y, count); }

// Images lie anywhere in memory: those of later rows are asked for while one is scaled.
enum { ROWS_AHEAD = 4, CACHE_LINE = 64 };

void dlplot_gather_pixels(const uint8_t *x, const ptrdiff_t *indices, size_t rows,
                          size_t features, float *y) {
  const tr_kernels *kernels = selected();
  for (size_t r = 0; r < rows; r++) {
    if (r + ROWS_AHEAD < rows) {
      const uint8_t *ahead = x + (size_t)indices[r + ROWS_AHEAD] * features;
      for (size_t i = 0; i < features; i += CACHE_LINE) __builtin_prefetch(ahead + i);
    }
    kernels->pixels(x + (size_t)indices[r] * features, y + r * features, features);
  }
}

void dlplot_relu(float *x, size_t count) { selected()->relu(x, count); }

void dlplot_leaky_relu(float *x, float leak, size_t count) {
  selected()->leaky_relu(x, leak, count);
}

void dlplot_relu_gradient(const float *a, float *g, size_t count) {
  selected()->relu_gradient(a, g, count);
}

void dlplot_leaky_relu_gradient(const float *a, float leak, float *g, size_t count) {
  selected()->leaky_relu_gradient(a, leak, g, count);
}

void dlplot_sigmoid_gradient(const float *a, float *g, size_t count) {
  selected()->sigmoid_gradient(a, g, count);
}

void dlplot_tanh_gradient(const float *a, float *g, size_t count) {
  selected()->tanh_gradient(a, g, count);
}

void dlplot_multiply(const float *x, const float *m, float *y, size_t count) {
  selected()->multiply(x, m, y, count);
}

void dlplot_scale(float *x, float factor, size_t count) { selected()->scale(x, factor, count); }

void dlplot_column_sums_float(const float *x, float *sums, size_t rows, size_t columns) {
  selected()->column_sums(x, sums, rows, columns);
}

void dlplot_column_products(const float *x, const float *y, float *sums, size_t rows,
                            size_t columns) {
  selected()->column_products(x, y, sums, rows, columns);
}

void dlplot_column_moments(const float *x, double *means, double *variances, size_t rows,
                           size_t columns) {
  selected()->column_moments(x, means, variances, rows, columns);
}

void dlplot_normalize(const float *x, const float *mean, const float *inverse, const float *gain,
                      const float *shift, float *normalized, float *y, size_t rows,
                      size_t columns) {
  selected()->normalize(x, mean, inverse, gain, shift, normalized, y, rows, columns);
}

void dlplot_normalize_gradient(const float *normalized, const float *factor,
                               const float *shift_mean, const float *gain_mean, float *g,
                               size_t rows, size_t columns) {
  selected()->normalize_gradient(normalized, factor, shift_mean, gain_mean, g, rows, columns);
}

double dlplot_cross_entropy(const float *z, const uint8_t *labels, float *g, size_t rows,
                            size_t classes) {
  return selected()->cross_entropy(z, labels, g, rows, classes);
}

void dlplot_cross_entropy_rows(const float *z, const uint8_t *labels, float *g,
                               double *row_losses, size_t rows, size_t classes, size_t batch) {
  selected()->cross_entropy_rows(z, labels, g, row_losses, rows, classes, batch);
}

double dlplot_cross_entropy_loss(const float *z, const uint8_t *labels, float *g, size_t rows,
                                 size_t classes) {
  return selected()->cross_entropy_loss(z, labels, g, rows, classes);
}

size_t dlplot_hits(const float *z, const uint8_t *labels, size_t rows, size_t classes,
                   size_t *invalid) {
  size_t hits = 0, bad = 0;
  for (size_t r = 0; r < rows; r++) {
    const float *row = z + r * classes;
    size_t best = 0;
    int finite = 1;
    for (size_t k = 0; k < classes; k++) {
      if (row[k] > row[best]) best = k;
      finite &= __builtin_isfinite(row[k]) != 0;
    }
    hits += finite && best == labels[r];
    bad += !finite;
  }
  *invalid = bad;
  return hits;
}

void dlplot_step_sgd(float *w, const float *g, float rate, float decay, size_t count) {
  selected()->step_sgd(w, g, rate, decay, count);
}

void dlplot_step_momentum(float *w, const float *g, float *v, float rate, float momentum,
                          float decay, size_t count) {
  selected()->step_momentum(w, g, v, rate, momentum, decay, count);
}

void dlplot_step_nesterov(float *w, const float *g, float *v, float rate, float momentum,
                          float decay, size_t count) {
  selected()->step_nesterov(w, g, v, rate, momentum, decay, count);
}

void dlplot_step_adagrad(float *w, const float *g, float *h, float rate, float epsilon,
                         float decay, size_t count) {
  selected()->step_adagrad(w, g, h, rate, epsilon, decay, count);
}

void dlplot_step_rmsprop(float *w, const float *g, float *h, float rate, float keep, float take,
                         float epsilon, float decay, size_t count) {
  selected()->step_rmsprop(w, g, h, rate, keep, take, epsilon, decay, count);
}

void dlplot_step_adam(float *w, const float *g, float *m, float *v, const dlplot_adam *adam,
                      size_t count) {
  selected()->step_adam(w, g, m, v, adam, count);
}
