#if defined(__x86_64__)
#define FN_TARGET __attribute__((target("avx2,avx512f,avx512bw,avx512dq,avx512vl")))
#define MX_SUMS mx_sums_avx512
#include "mixture_kernels.h"
#endif
