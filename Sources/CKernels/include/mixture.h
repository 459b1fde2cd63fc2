// Densities of mixtures of normal kernels, in Double.
//
// The bits are the same on each instruction set: nothing is fused, and the sum has one shape.
#pragma once

#include <stddef.h>

// Kernels go in eights; arrays over them are filled up with weights and inverses of zero.
enum { DLPLOT_MIXTURE_LANES = 8 };

// sums[p] = sum over the kernels k of
//   weights[k] exp(logs[k] - 1/2 sum_d ((points[p][d] - means[d][k]) inverses[d][k])^2)
// with points as [count, dimensions], means and inverses as rows of `stride`. Kernel k is added in
// lane k mod 8; at the end lane l takes lane l + 4, then l + 2 and l + 1. A term is within some
// 2^-50 of itself for exponents in -400 ... 700; below, it is zero. `kernels` is a multiple of
// eight.
void dlplot_mixture(const double *points, size_t count, size_t dimensions, const double *means,
                    const double *inverses, size_t stride, const double *logs,
                    const double *weights, size_t kernels, double *sums);
