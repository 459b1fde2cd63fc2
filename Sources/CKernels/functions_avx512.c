#if defined(__x86_64__)
#define FN_TARGET __attribute__((target("avx2,avx512f,avx512bw,avx512dq,avx512vl")))
#define FN_TABLE fn_kernels_avx512
#include "functions_kernels.h"
#endif
