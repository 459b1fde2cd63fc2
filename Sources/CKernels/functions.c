// The doors to the kernels: each takes what the selected instruction set offers.
#include "functions.h"

#include "functions_random.h"
#include "functions_table.h"

// MARK: Choice of the kernels

static int supported(int level) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (level == DLPLOT_FUNCTIONS_AVX2) return __builtin_cpu_supports("avx2");
  if (level == DLPLOT_FUNCTIONS_AVX512)
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
           __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
#endif
  return level == DLPLOT_FUNCTIONS_BASELINE;
}

static int best(void) {
  int level = DLPLOT_FUNCTIONS_AVX512;
  while (!supported(level)) level--;
  return level;
}

// Zero until the first use. Two threads that meet here find the same level.
static _Atomic int selected_level;

int dlplot_functions_level(void) {
  if (selected_level == 0) selected_level = best();
  return selected_level;
}

int dlplot_functions_force(int level) {
  if (level < DLPLOT_FUNCTIONS_AUTO || level > DLPLOT_FUNCTIONS_AVX512) return -2;
  if (level == DLPLOT_FUNCTIONS_AUTO) level = best();
  if (!supported(level)) return -1;
  selected_level = level;
  return 0;
}

const fn_kernels *fn_selected(void) {
#if defined(__x86_64__)
  switch (dlplot_functions_level()) {
    case DLPLOT_FUNCTIONS_AVX512:
      return &fn_kernels_avx512;
    case DLPLOT_FUNCTIONS_AVX2:
      return &fn_kernels_avx2;
  }
#endif
  return &fn_kernels_baseline;
}

// MARK: Elementary functions

double dlplot_square_root(double x) { return x < 0 ? __builtin_nan("") : __builtin_sqrt(x); }

#define DOORS(name)                                                 \
  float dlplot_##name(float x) { return fn_##name(x); }             \
  void dlplot_##name##_map(const float *x, float *y, size_t count) { \
    fn_selected()->name(x, y, count);                               \
  }

DOORS(exp)
DOORS(log)
DOORS(tanh)
DOORS(sigmoid)
DOORS(erf)
DOORS(gelu)
DOORS(gelu_derivative)
