// The elementwise parts of training: pixels, slopes, normalisation, losses, steps of optimizers.
//
// Every function gives the same bits on each instruction set, but for sign and payload of a NaN: no
// operation is fused, and sums have one fixed shape. Matrices are row-major. x and y are equal or
// do not overlap.
#pragma once

#include <stddef.h>
#include <stdint.h>

// MARK: Inputs

// y = x / 255.
void dlplot_pixels(const uint8_t *x, float *y, size_t count);

// y[r] = x[indices[r]] / 255 for rows of `features` bytes.
void dlplot_gather_pixels(const uint8_t *x, const ptrdiff_t *indices, size_t rows,
                          size_t features, float *y);

// MARK: Activations in place, and their slopes from what they gave

// 0 where x <= 0; a NaN stays one.
void dlplot_relu(float *x, size_t count);
// leak x where x <= 0.
void dlplot_leaky_relu(float *x, float leak, size_t count);

// g becomes the gradient before the activation whose outputs are a.
void dlplot_relu_gradient(const float *a, float *g, size_t count);
void dlplot_leaky_relu_gradient(const float *a, float leak, float *g, size_t count);
void dlplot_sigmoid_gradient(const float *a, float *g, size_t count);
void dlplot_tanh_gradient(const float *a, float *g, size_t count);

// y = x m, elementwise.
void dlplot_multiply(const float *x, const float *m, float *y, size_t count);
// x = x factor.
void dlplot_scale(float *x, float factor, size_t count);

// MARK: Columns of [rows, columns]

// sums[c] = sum over r of x[r][c], in double, rounded once.
void dlplot_column_sums_float(const float *x, float *sums, size_t rows, size_t columns);
// sums[c] = sum over r of x[r][c] y[r][c], in double, rounded once.
void dlplot_column_products(const float *x, const float *y, float *sums, size_t rows,
                            size_t columns);
// Mean and mean squared deviation from it of each column, in double.
void dlplot_column_moments(const float *x, double *means, double *variances, size_t rows,
                           size_t columns);

// MARK: Batch normalisation of [rows, columns]

// normalized = (x - mean) inverse, y = gain normalized + shift, by column.
void dlplot_normalize(const float *x, const float *mean, const float *inverse, const float *gain,
                      const float *shift, float *normalized, float *y, size_t rows,
                      size_t columns);
// g = gain inverse ((g - shift_mean) - normalized gain_mean), where the means are those of g and of
// g normalized over the rows.
void dlplot_normalize_gradient(const float *normalized, const float *factor,
                               const float *shift_mean, const float *gain_mean, float *g,
                               size_t rows, size_t columns);

// MARK: Softmax with cross-entropy

// Returns the sum over the rows of log(sum_k exp(z_k)) - z_label, and writes the gradient of the
// mean of these to g, both [rows, classes]. NaN where a logit is NaN or plus infinity; a class whose
// logit is minus infinity cannot be: it adds nothing, or as the label makes the sum infinite.
double dlplot_cross_entropy(const float *z, const uint8_t *labels, float *g, size_t rows,
                            size_t classes);
// The same for some rows of a batch of `batch`, with the loss of each row: added up in their order
// they are the sum that dlplot_cross_entropy returns of the whole batch.
void dlplot_cross_entropy_rows(const float *z, const uint8_t *labels, float *g,
                               double *row_losses, size_t rows, size_t classes, size_t batch);
// The same sum without the gradient; g is scratch.
double dlplot_cross_entropy_loss(const float *z, const uint8_t *labels, float *g, size_t rows,
                                 size_t classes);
// Rows whose first largest logit is that of the label; *invalid counts the rows with a logit that
// is not finite.
size_t dlplot_hits(const float *z, const uint8_t *labels, size_t rows, size_t classes,
                   size_t *invalid);

// MARK: Steps of w by the gradient g + decay w

void dlplot_step_sgd(float *w, const float *g, float rate, float decay, size_t count);
void dlplot_step_momentum(float *w, const float *g, float *v, float rate, float momentum,
                          float decay, size_t count);
void dlplot_step_nesterov(float *w, const float *g, float *v, float rate, float momentum,
                          float decay, size_t count);
void dlplot_step_adagrad(float *w, const float *g, float *h, float rate, float epsilon,
                         float decay, size_t count);
void dlplot_step_rmsprop(float *w, const float *g, float *h, float rate, float keep, float take,
                         float epsilon, float decay, size_t count);

typedef struct {
  float keep1, take1;  // of the first moment and of the gradient
  float keep2, take2;  // of the second moment and of the squared gradient
  float rate;          // of the step, corrections of the bias included
  float correction;    // multiplies the root of the second moment
  float epsilon;
  float decay;    // added to the gradient
  float shrink;   // taken from w before the step, as a share of it
} dlplot_adam;

void dlplot_step_adam(float *w, const float *g, float *m, float *v, const dlplot_adam *adam,
                      size_t count);
