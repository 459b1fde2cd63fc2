#if defined(__x86_64__)
#define FN_TARGET __attribute__((target("avx2")))
#define MX_SUMS mx_sums_avx2
#include "mixture_kernels.h"
#endif
