// Philox4x32-10 and the numbers made from it, as straight-line scalar code that vectorises.
#pragma once

#include "functions_elementary.h"

typedef struct {
  uint32_t word[4];
} fn_block;

// Philox4x32 with ten rounds.
// Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11.
FN_INLINE fn_block fn_philox(uint32_t c0, uint32_t c1, uint32_t c2, uint32_t c3, uint32_t k0,
                             uint32_t k1) {
#pragma GCC unroll 10
  for (int round = 0; round < 10; round++) {
    const uint64_t p0 = (uint64_t)c0 * 0xD2511F53u;
    const uint64_t p1 = (uint64_t)c2 * 0xCD9E8D57u;
    c0 = (uint32_t)(p1 >> 32) ^ c1 ^ k0;
    c1 = (uint32_t)p1;
    c2 = (uint32_t)(p0 >> 32) ^ c3 ^ k1;
    c3 = (uint32_t)p0;
    k0 += 0x9E3779B9u;  // Weyl sequences: the golden ratio and sqrt(3) - 1
    k1 += 0xBB67AE85u;
  }
  return (fn_block){{c0, c1, c2, c3}};
}

// Block number `index` of a stream: the key is the seed, the counter is (index, stream).
FN_INLINE fn_block fn_stream_block(uint64_t seed, uint64_t stream, uint64_t index) {
  return fn_philox((uint32_t)index, (uint32_t)(index >> 32), (uint32_t)stream,
                   (uint32_t)(stream >> 32), (uint32_t)seed, (uint32_t)(seed >> 32));
}

// The upper 24 bits: a multiple of 2^-24 in [0, 1).
FN_INLINE float fn_uniform(uint32_t word) { return (float)(int32_t)(word >> 8) * 0x1p-24f; }

// The word as a double without a conversion that a plain x86-64 lacks.
FN_INLINE double fn_word(uint32_t word) {
  return fn_double(0x4330000000000000u | word) - 0x1p52;
}

typedef struct {
  float first, second;
} fn_pair;

// Box-Muller: radius sqrt(-2 ln u) with u = (w0 + 1/2) 2^-32, angle 2 pi w1 2^-32, and the two
// coordinates of that point. The angle is reduced to [-pi/4, pi/4] in integers, without error.
// Source: Box, Muller, "A note on the generation of random normal deviates", 1958.
FN_INLINE fn_pair fn_normal_pair(uint32_t w0, uint32_t w1) {
  const double radius = __builtin_sqrt(-2 * fn_log_core((fn_word(w0) + 0.5) * 0x1p-32));
  const uint32_t quarter = (w1 + 0x20000000u) >> 30;
  const double a = (double)(int32_t)(w1 - (quarter << 30)) * 0x1.921fb54442d18p-30;
  const double z = a * a;
  double sine = 0x1.6cb17f45b059bp-19;
  sine = sine * z + -0x1.a00ecb682eb10p-13;
  sine = sine * z + 0x1.1111071f60fd3p-7;
  sine = sine * z + -0x1.55555548f1da0p-3;
  sine = (sine * z + 0x1.fffffffff613dp-1) * a;
  double cosine = 0x1.98e93197eb346p-16;
  cosine = cosine * z + -0x1.6c06f257626adp-10;
  cosine = cosine * z + 0x1.555538bc2fac3p-5;
  cosine = cosine * z + -0x1.ffffffb6c561ep-2;
  cosine = cosine * z + 0x1.ffffffff85dc1p-1;
  // A quarter turn takes (c, s) to (-s, c).
  const uint64_t turned = (uint64_t)0 - (quarter & 1);
  const uint64_t c = fn_bits(cosine), s = fn_bits(sine);
  const uint64_t x = (c & ~turned) | (s & turned);
  const uint64_t y = (s & ~turned) | (c & turned);
  const uint64_t x_sign = (uint64_t)((quarter + 1) & 2) << 62;
  const uint64_t y_sign = (uint64_t)(quarter & 2) << 62;
  return (fn_pair){(float)(radius * fn_double(x ^ x_sign)),
                   (float)(radius * fn_double(y ^ y_sign))};
}
