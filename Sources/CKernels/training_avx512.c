#if defined(__x86_64__)
#define FN_TARGET __attribute__((target("avx2,avx512f,avx512bw,avx512dq,avx512vl")))
#define TR_TABLE tr_kernels_avx512
#include "training_kernels.h"
#endif
