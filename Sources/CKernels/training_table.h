// The table of training kernels that one instruction set fills in.
#pragma once

#include "training.h"

typedef struct {
  void (*pixels)(const uint8_t *x, float *y, size_t count);
  void (*relu)(float *x, size_t count);
  void (*leaky_relu)(float *x, float leak, size_t count);
  void (*relu_gradient)(const float *a, float *g, size_t count);
  void (*leaky_relu_gradient)(const float *a, float leak, float *g, size_t count);
  void (*sigmoid_gradient)(const float *a, float *g, size_t count);
  void (*tanh_gradient)(const float *a, float *g, size_t count);
  void (*multiply)(const float *x, const float *m, float *y, size_t count);
  void (*scale)(float *x, float factor, size_t count);
  void (*column_sums)(const float *x, float *sums, size_t rows, size_t columns);
  void (*column_products)(const float *x, const float *y, float *sums, size_t rows,
                          size_t columns);
  void (*column_moments)(const float *x, double *means, double *variances, size_t rows,
                         size_t columns);
  void (*normalize)(const float *x, const float *mean, const float *inverse, const float *gain,
                    const float *shift, float *normalized, float *y, size_t rows, size_t columns);
  void (*normalize_gradient)(const float *normalized, const float *factor,
                             const float *shift_mean, const float *gain_mean, float *g,
                             size_t rows, size_t columns);
  double (*cross_entropy)(const float *z, const uint8_t *labels, float *g, size_t rows,
                          size_t classes);
  void (*cross_entropy_rows)(const float *z, const uint8_t *labels, float *g, double *row_losses,
                             size_t rows, size_t classes, size_t batch);
  double (*cross_entropy_loss)(const float *z, const uint8_t *labels, float *g, size_t rows,
                               size_t classes);
  void (*step_sgd)(float *w, const float *g, float rate, float decay, size_t count);
  void (*step_momentum)(float *w, const float *g, float *v, float rate, float momentum,
                        float decay, size_t count);
  void (*step_nesterov)(float *w, const float *g, float *v, float rate, float momentum,
                        float decay, size_t count);
  void (*step_adagrad)(float *w, const float *g, float *h, float rate, float epsilon, float decay,
                       size_t count);
  void (*step_rmsprop)(float *w, const float *g, float *h, float rate, float keep, float take,
                       float epsilon, float decay, size_t count);
  void (*step_adam)(float *w, const float *g, float *m, float *v, const dlplot_adam *adam,
                    size_t count);
} tr_kernels;

extern const tr_kernels tr_kernels_baseline;
#if defined(__x86_64__)
extern const tr_kernels tr_kernels_avx2;
extern const tr_kernels tr_kernels_avx512;
#endif
