// The kernel of mixtures that one instruction set offers.
#pragma once

#include "mixture.h"

typedef void mx_sums(const double *points, size_t count, size_t dimensions, const double *means,
                     const double *inverses, size_t stride, const double *logs,
                     const double *weights, size_t kernels, double *sums);

mx_sums mx_sums_baseline;
#if defined(__x86_64__)
mx_sums mx_sums_avx2;
mx_sums mx_sums_avx512;
#endif
