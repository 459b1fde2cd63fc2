#define FN_TARGET
#define TR_TABLE tr_kernels_baseline
#include "training_kernels.h"
