// Chooses the kernel and deals the rows of a product over threads.
#include "gemm.h"

#include "gemm_rows.h"
#include "parallel.h"

// A thread is worth starting for about 300 microseconds of its own work: starting it, and joining
// it, takes up to 60.
static const double products_per_thread = 1.5e7;

// Shares begin at multiples of this, so that few tiles are cut.
static const size_t row_quantum = 8;

static gemm_rows_function *rows_function(enum gemm_kernel kernel) {
  switch (kernel) {
#if defined(__x86_64__)
    case GEMM_AVX512:
      return gemm_rows_avx512;
    case GEMM_AVX2:
      return gemm_rows_avx2;
#endif
    default:
      return gemm_rows_portable;
  }
}

struct split {
  gemm_rows_function *compute;
  const struct gemm_product *product;
  size_t share;
};

static void compute_share(void *context, size_t index) {
  const struct split *split = context;
  size_t first = index * split->share, end = first + split->share;
  split->compute(split->product, first, end < split->product->rows ? end : split->product->rows);
}

void gemm_part(enum gemm_kernel kernel, const struct gemm_product *product, size_t first,
               size_t end) {
  if (first < end && product->columns > 0) rows_function(kernel)(product, first, end);
}

void gemm(enum gemm_kernel kernel, const struct gemm_product *product, size_t threads) {
  if (product->rows == 0 || product->columns == 0) return;

  double work = (double)product->rows * (double)product->inner * (double)product->columns;
  double worthwhile = work / products_per_thread;
  if ((double)threads > worthwhile) threads = (size_t)worthwhile;
  if (threads < 1) threads = 1;

  size_t quanta = (product->rows + row_quantum - 1) / row_quantum;
  size_t share = (quanta + threads - 1) / threads * row_quantum;
  struct split split = {rows_function(kernel), product, share};
  parallel_run((product->rows + share - 1) / share, threads, compute_share, &split);
}
