#define FN_TARGET
#define FN_TABLE fn_kernels_baseline
#include "functions_kernels.h"
