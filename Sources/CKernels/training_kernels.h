// The training kernels, compiled once for each instruction set: the including file defines
// FN_TARGET (an attribute, or nothing) and TR_TABLE (the name of the table to fill).
//
// Loops are left to the vectoriser, which may widen but never reassociate or fuse.

#include "functions_elementary.h"
#include "functions_lanes.h"
#include "training_table.h"

#define TR_KERNEL FN_TARGET static

#if defined(__clang__)
#define TR_ELEMENTWISE _Pragma("clang loop vectorize(assume_safety)")
#else
#define TR_ELEMENTWISE _Pragma("GCC ivdep")
#endif

#define TR_FOR(i, count) TR_ELEMENTWISE for (size_t i = 0; i < (count); i++)

// MARK: Inputs and activations

// x / 255 for a byte, without the division: the first factor has 16 bits, so that its product is
// exact, and the second adds what it lacks of 1 / 255. The sum is the quotient's rounding for each
// of the 256 bytes, as a test shows.
TR_KERNEL void pixels(const uint8_t *x, float *y, size_t count) {
  TR_FOR(i, count) {
    const float v = x[i];
    y[i] = v * 0x1.0102p-8f + v * -0x1.fdfdfep-25f;
  }
}

TR_KERNEL void relu(float *x, size_t count) { TR_FOR(i, count) x[i] = x[i] <= 0 ? 0 : x[i]; }

TR_KERNEL void leaky_relu(float *x, float leak, size_t count) {
  TR_FOR(i, count) x[i] = x[i] <= 0 ? leak * x[i] : x[i];
}

TR_KERNEL void relu_gradient(const float *a, float *g, size_t count) {
  TR_FOR(i, count) g[i] = a[i] <= 0 ? 0 : g[i];
}

TR_KERNEL void leaky_relu_gradient(const float *a, float leak, float *g, size_t count) {
  TR_FOR(i, count) g[i] = a[i] <= 0 ? leak * g[i] : g[i];
}

TR_KERNEL void sigmoid_gradient(const float *a, float *g, size_t count) {
  TR_FOR(i, count) g[i] = g[i] * (a[i] * (1 - a[i]));
}

TR_KERNEL void tanh_gradient(const float *a, float *g, size_t count) {
  TR_FOR(i, count) g[i] = g[i] * (1 - a[i] * a[i]);
}

TR_KERNEL void multiply(const float *x, const float *m, float *y, size_t count) {
  TR_FOR(i, count) y[i] = x[i] * m[i];
}

TR_KERNEL void scale(float *x, float factor, size_t count) {
  TR_FOR(i, count) x[i] = x[i] * factor;
}

// MARK: Columns: sixteen side by side, each one chain over the rows

FN_INLINE fn_lanes tr_row(const float *row, size_t width) {
  return width == FN_LANES ? fn_load(row) : fn_load_part(row, width, 0);
}

FN_INLINE void tr_store_floats(const fn_lanes *lanes, double factor, float *to, size_t width) {
  double sums[FN_LANES];
  memcpy(sums, lanes, sizeof sums);
  for (size_t l = 0; l < width; l++) to[l] = (float)(sums[l] * factor);
}

TR_KERNEL void column_sums(const float *x, float *sums, size_t rows, size_t columns) {
  for (size_t c = 0; c < columns; c += FN_LANES) {
    const size_t width = columns - c < FN_LANES ? columns - c : FN_LANES;
    fn_lanes lanes = {0};
    for (size_t r = 0; r < rows; r++) fn_add(&lanes, tr_row(x + r * columns + c, width));
    tr_store_floats(&lanes, 1, sums + c, width);
  }
}

TR_KERNEL void column_products(const float *x, const float *y, float *sums, size_t rows,
                               size_t columns) {
  for (size_t c = 0; c < columns; c += FN_LANES) {
    const size_t width = columns - c < FN_LANES ? columns - c : FN_LANES;
    fn_lanes lanes = {0};
    for (size_t r = 0; r < rows; r++) {
      const size_t at = r * columns + c;
      fn_add(&lanes, fn_multiply(tr_row(x + at, width), tr_row(y + at, width)));
    }
    tr_store_floats(&lanes, 1, sums + c, width);
  }
}

TR_KERNEL void column_moments(const float *x, double *means, double *variances, size_t rows,
                              size_t columns) {
  const double count = (double)rows;
  for (size_t c = 0; c < columns; c += FN_LANES) {
    const size_t width = columns - c < FN_LANES ? columns - c : FN_LANES;
    fn_lanes lanes = {0};
    for (size_t r = 0; r < rows; r++) fn_add(&lanes, tr_row(x + r * columns + c, width));
    for (int h = 0; h < 2; h++) lanes.half[h] /= count;
    fn_store_part(&lanes, means + c, width);
    fn_lanes squares = {0};
    for (size_t r = 0; r < rows; r++)
      fn_add(&squares, fn_squared_difference(tr_row(x + r * columns + c, width), lanes));
    for (int h = 0; h < 2; h++) squares.half[h] /= count;
    fn_store_part(&squares, variances + c, width);
  }
}

// MARK: Batch normalisation

TR_KERNEL void normalize(const float *x, const float *mean, const float *inverse,
                         const float *gain, const float *shift, float *normalized, float *y,
                         size_t rows, size_t columns) {
  for (size_t r = 0; r < rows; r++) {
    const float *from = x + r * columns;
    float *hat = normalized + r * columns, *to = y + r * columns;
    TR_FOR(c, columns) {
      const float h = (from[c] - mean[c]) * inverse[c];
      hat[c] = h;
      to[c] = gain[c] * h + shift[c];
    }
  }
}

TR_KERNEL void normalize_gradient(const float *normalized, const float *factor,
                                  const float *shift_mean, const float *gain_mean, float *g,
                                  size_t rows, size_t columns) {
  for (size_t r = 0; r < rows; r++) {
    const float *hat = normalized + r * columns;
    float *row = g + r * columns;
    TR_FOR(c, columns)
    row[c] = factor[c] * ((row[c] - shift_mean[c]) - hat[c] * gain_mean[c]);
  }
}

// MARK: Softmax with cross-entropy

// e = exp(z - largest of the row); the largest stays out of it where it is NaN.
FN_INLINE void tr_shifted(const float *z, float *e, size_t rows, size_t classes) {
  for (size_t r = 0; r < rows; r++) {
    const float *row = z + r * classes;
    float largest = row[0];
    for (size_t k = 1; k < classes; k++) largest = row[k] > largest ? row[k] : largest;
    for (size_t k = 0; k < classes; k++) e[r * classes + k] = row[k] - largest;
  }
}

TR_KERNEL void exponentials(float *e, size_t count) { TR_FOR(i, count) e[i] = fn_exp(e[i]); }

FN_INLINE double tr_row_loss(double sum, float shifted) {
  return sum != sum ? __builtin_nan("") : fn_log_core(sum) - shifted;
}

TR_KERNEL double losses(const float *z, const uint8_t *labels, float *g, double *row_losses,
                        size_t rows, size_t classes, double count, int needs_gradient) {
  tr_shifted(z, g, rows, classes);
  double total = 0;
  // What the label's logit lacks to the largest, before the exponentials take its place.
  enum { BLOCK = 256 };
  float shifted[BLOCK];
  for (size_t first = 0; first < rows; first += BLOCK) {
    const size_t size = rows - first < BLOCK ? rows - first : BLOCK;
    float *block = g + first * classes;
    for (size_t r = 0; r < size; r++) shifted[r] = block[r * classes + labels[first + r]];
    exponentials(block, size * classes);
    for (size_t r = 0; r < size; r++) {
      float *row = block + r * classes;
      double sum = 0;
      for (size_t k = 0; k < classes; k++) sum += row[k];
      const double loss = tr_row_loss(sum, shifted[r]);
      if (row_losses) row_losses[first + r] = loss;
      total += loss;
      if (!needs_gradient) continue;
      const double divisor = sum * count;
      const double label = row[labels[first + r]];
      for (size_t k = 0; k < classes; k++) row[k] = (float)(row[k] / divisor);
      row[labels[first + r]] = (float)((label - sum) / divisor);
    }
  }
  return total;
}

TR_KERNEL double cross_entropy(const float *z, const uint8_t *labels, float *g, size_t rows,
                               size_t classes) {
  return losses(z, labels, g, NULL, rows, classes, (double)rows, 1);
}

TR_KERNEL void cross_entropy_rows(const float *z, const uint8_t *labels, float *g,
                                  double *row_losses, size_t rows, size_t classes,
                                  size_t batch) {
  losses(z, labels, g, row_losses, rows, classes, (double)batch, 1);
}

TR_KERNEL double cross_entropy_loss(const float *z, const uint8_t *labels, float *g, size_t rows,
                                    size_t classes) {
  return losses(z, labels, g, NULL, rows, classes, (double)rows, 0);
}

// MARK: Steps

TR_KERNEL void step_sgd(float *w, const float *g, float rate, float decay, size_t count) {
  if (decay == 0) {
    TR_FOR(i, count) w[i] = w[i] - rate * g[i];
  } else {
    TR_FOR(i, count) w[i] = w[i] - rate * (g[i] + decay * w[i]);
  }
}

// Every other rule has its loop for g alone and for g + decay w.
#define TR_STEP(count, decay, body)                       \
  if ((decay) == 0) {                                     \
    TR_FOR(i, count) {                                    \
      const float d = g[i];                               \
      body                                                \
    }                                                     \
  } else {                                                \
    TR_FOR(i, count) {                                    \
      const float d = g[i] + (decay) * w[i];              \
      body                                                \
    }                                                     \
  }

// A velocity or moment, zero below 2^-120 (7.5e-37): that of a weight whose gradient stays zero, as
// of a dead unit, would shrink to a denormal number and stay one, which costs the processor many
// times the step.
FN_INLINE float tr_moment(float x) { return __builtin_fabsf(x) < 0x1p-120f ? 0 : x; }

TR_KERNEL void step_momentum(float *w, const float *g, float *v, float rate, float momentum,
                             float decay, size_t count) {
  TR_STEP(count, decay, {
    const float next = tr_moment(momentum * v[i] - rate * d);
    v[i] = next;
    w[i] = w[i] + next;
  })
}

TR_KERNEL void step_nesterov(float *w, const float *g, float *v, float rate, float momentum,
                             float decay, size_t count) {
  TR_STEP(count, decay, {
    const float push = rate * d;
    const float next = tr_moment(momentum * v[i] - push);
    v[i] = next;
    w[i] = w[i] + (momentum * next - push);
  })
}

TR_KERNEL void step_adagrad(float *w, const float *g, float *h, float rate, float epsilon,
                            float decay, size_t count) {
  TR_STEP(count, decay, {
    const float next = h[i] + d * d;
    h[i] = next;
    w[i] = w[i] - rate * d / (__builtin_sqrtf(next) + epsilon);
  })
}

TR_KERNEL void step_rmsprop(float *w, const float *g, float *h, float rate, float keep, float take,
                            float epsilon, float decay, size_t count) {
  TR_STEP(count, decay, {
    const float next = tr_moment(keep * h[i] + take * (d * d));
    h[i] = next;
    w[i] = w[i] - rate * d / (__builtin_sqrtf(next) + epsilon);
  })
}

TR_KERNEL void step_adam(float *w, const float *g, float *m, float *v, const dlplot_adam *adam,
                         size_t count) {
  const dlplot_adam a = *adam;
  TR_STEP(count, a.decay, {
    const float first = tr_moment(a.keep1 * m[i] + a.take1 * d);
    const float second = tr_moment(a.keep2 * v[i] + a.take2 * (d * d));
    m[i] = first;
    v[i] = second;
    const float rest = w[i] - a.shrink * w[i];
    w[i] = rest - a.rate * first / (__builtin_sqrtf(second) * a.correction + a.epsilon);
  })
}

const tr_kernels TR_TABLE = {
    .pixels = pixels,
    .relu = relu,
    .leaky_relu = leaky_relu,
    .relu_gradient = relu_gradient,
    .leaky_relu_gradient = leaky_relu_gradient,
    .sigmoid_gradient = sigmoid_gradient,
    .tanh_gradient = tanh_gradient,
    .multiply = multiply,
    .scale = scale,
    .column_sums = column_sums,
    .column_products = column_products,
    .column_moments = column_moments,
    .normalize = normalize,
    .normalize_gradient = normalize_gradient,
    .cross_entropy = cross_entropy,
    .cross_entropy_rows = cross_entropy_rows,
    .cross_entropy_loss = cross_entropy_loss,
    .step_sgd = step_sgd,
    .step_momentum = step_momentum,
    .step_nesterov = step_nesterov,
    .step_adagrad = step_adagrad,
    .step_rmsprop = step_rmsprop,
    .step_adam = step_adam,
};
