#define FN_TARGET
#define MX_SUMS mx_sums_baseline
#include "mixture_kernels.h"
