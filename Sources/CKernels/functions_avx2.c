#if defined(__x86_64__)
#define FN_TARGET __attribute__((target("avx2")))
#define FN_TABLE fn_kernels_avx2
#include "functions_kernels.h"
#endif
