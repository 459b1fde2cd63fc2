#if defined(__x86_64__)
#define FN_TARGET __attribute__((target("avx2")))
#define TR_TABLE tr_kernels_avx2
#include "training_kernels.h"
#endif
