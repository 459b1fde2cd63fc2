// The door to the kernel of mixtures: it takes what the selected instruction set offers.
#include "functions.h"
#include "mixture_table.h"

static mx_sums *selected(void) {
#if defined(__x86_64__)
  switch (dlplot_functions_level()) {
    case DLPLOT_FUNCTIONS_AVX512:
      return mx_sums_avx512;
    case DLPLOT_FUNCTIONS_AVX2:
      return mx_sums_avx2;
  }
#endif
  return mx_sums_baseline;
}

void dlplot_mixture(const double *points, size_t count, size_t dimensions, const double *means,
                    const double *inverses, size_t stride, const double *logs,
                    const double *weights, size_t kernels, double *sums) {
  selected()(points, count, dimensions, means, inverses, stride, logs, weights, kernels, sums);
}
