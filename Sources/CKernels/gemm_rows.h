// What the kernels share: each computes a range of rows of a product.
#pragma once

#include "gemm.h"

typedef void gemm_rows_function(const struct gemm_product *product, size_t first, size_t end);

gemm_rows_function gemm_rows_portable;
#if defined(__x86_64__)
gemm_rows_function gemm_rows_avx2;
gemm_rows_function gemm_rows_avx512;
#endif
