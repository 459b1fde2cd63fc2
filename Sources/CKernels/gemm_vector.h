// The vectors of one kernel. The including file defines LANES and, where the instruction set has
// them, MULTIPLY_ADD, LOAD_PART and STORE_PART.
#include <stdint.h>
#include <string.h>

#define INLINE static inline __attribute__((always_inline))
#define UNROLL _Pragma("clang loop unroll(full)")

typedef float vec __attribute__((ext_vector_type(LANES)));
typedef int32_t vec_bits __attribute__((ext_vector_type(LANES)));

INLINE vec load(const float *from) {
  vec v;
  memcpy(&v, from, sizeof v);
  return v;
}

INLINE void store(float *to, vec v) { memcpy(to, &v, sizeof v); }

// The first `count` lanes (at most LANES); the others are zero.
INLINE vec load_part(const float *from, size_t count) {
  if (count >= LANES) return load(from);
#ifdef LOAD_PART
  return LOAD_PART(from, count);
#else
  vec v = 0;
  memcpy(&v, from, count * sizeof *from);
  return v;
#endif
}

INLINE void store_part(float *to, vec v, size_t count) {
  if (count >= LANES) {
    store(to, v);
    return;
  }
#ifdef STORE_PART
  STORE_PART(to, v, count);
#else
  memcpy(to, &v, count * sizeof *to);
#endif
}

// Which NaN comes out of an operation depends on the CPU and on the order of the operands that the
// compiler chose; stored is always this one.
INLINE vec with_one_nan(vec v) {
  vec_bits is_number = (vec_bits)(v == v);
  vec_bits bits = ((vec_bits)v & is_number) | (0x7FC00000 & ~is_number);
  return (vec)bits;
}

// What is stored of a finished chain.
INLINE vec finished(vec chain, const float *bias) {
  if (bias) chain += load(bias);
  return with_one_nan(chain);
}

INLINE size_t smaller(size_t a, size_t b) { return a < b ? a : b; }

// The size of the blocks, none above `most`, into which `count` divides with no small rest.
INLINE size_t even_share(size_t count, size_t most) {
  size_t blocks = (count + most - 1) / most;
  return blocks > 0 ? (count + blocks - 1) / blocks : 0;
}
