// The elementary functions of Float, each as straight-line scalar code.
//
// Every function takes a float, computes in double with +, -, *, / and bit operations only, and
// rounds to float once at the end. The double result is good to about 2^-32, so the float is the
// correctly rounded one but for one argument in some hundred: within 0.51 ULP. That one conversion
// also makes overflow, gradual underflow and tiny arguments right by itself.
//
// There is no branch, no table and no fused operation: the compiler may widen the code to any
// vector, and every lane still gets the bits of the scalar. Coefficients come from
// Tests/DenseMathTests/Reference/coefficients.py, lowest power first.
#pragma once

#include <stdint.h>
#include <string.h>

#define FN_INLINE static inline __attribute__((always_inline))

#if defined(__clang__)
#pragma clang fp contract(off)
#endif

FN_INLINE uint64_t fn_bits(double x) {
  uint64_t bits;
  memcpy(&bits, &x, sizeof bits);
  return bits;
}

FN_INLINE double fn_double(uint64_t bits) {
  double x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

FN_INLINE double fn_clamp(double x, double low, double high) {
  x = x < low ? low : x;  // a NaN passes both tests
  return x > high ? high : x;
}

// Rounds to float; every NaN becomes the one positive quiet NaN, whatever its sign and payload.
FN_INLINE float fn_round(double x, float argument) {
  return argument != argument ? __builtin_nanf("") : (float)x;
}

// x = k ln 2 + r with |r| <= ln(2) / 2; the low bits of `shifted` hold k.
typedef struct {
  double k, r;
  uint64_t shifted;
} fn_reduced;

FN_INLINE fn_reduced fn_reduce(double x) {
  const double shift = 0x1.8p52;  // adding it rounds to an integer, without any rounding mode
  const double shifted = x * 0x1.71547652b82fep+0 + shift;
  const double k = shifted - shift;
  return (fn_reduced){k, x - k * 0x1.62e42fefa39efp-1, fn_bits(shifted)};
}

// exp(r) - 1 for |r| <= ln(2) / 2, to 2^-32 of itself.
FN_INLINE double fn_expm1_reduced(double r) {
  double q = 0x1.a029c36525b7ap-13;
  q = q * r + 0x1.6d7498b010440p-10;
  q = q * r + 0x1.11119b41c9691p-7;
  q = q * r + 0x1.5554ada6239e9p-5;
  q = q * r + 0x1.555554cdeff7bp-3;
  q = q * r + 0x1.000000281066bp-1;
  q = q * r + 0x1.0000000020843p+0;
  return q * r;
}

// exp(x) for |x| <= 700.
FN_INLINE double fn_exp_core(double x) {
  const fn_reduced a = fn_reduce(x);
  return fn_double(fn_bits(1 + fn_expm1_reduced(a.r)) + (a.shifted << 52));
}

// exp(x) - 1 for |x| <= 700, good also where it is close to zero.
FN_INLINE double fn_expm1_core(double x) {
  const fn_reduced a = fn_reduce(x);
  const double scale = fn_double(fn_bits(1.0) + (a.shifted << 52));
  return scale * fn_expm1_reduced(a.r) + (scale - 1);
}

// ln(x) for a positive, finite, normal double: x = 2^k m, m in [sqrt(1/2), sqrt(2)),
// ln(m) = 2 atanh(s) with s = (m - 1) / (m + 1). Good to 2^-36 of itself, near 1 too.
FN_INLINE double fn_log_core(double x) {
  const uint64_t bias = (uint64_t)1024 << 52;  // keeps the exponent positive for the shift
  const uint64_t offset = fn_bits(x) - 0x3fe6a09e667f3bcdu + bias;
  const double k = fn_double((offset >> 52) | 0x4330000000000000u) - (0x1p52 + 1024);
  const double m = fn_double(fn_bits(x) - ((offset - bias) & 0xfff0000000000000u));
  const double s = (m - 1) / (m + 1);
  const double z = s * s;
  double t = 0x1.8c8cb725e2db5p-4;
  t = t * z + 0x1.c67ad18010d25p-4;
  t = t * z + 0x1.249323f5fe0a4p-3;
  t = t * z + 0x1.999998cae671fp-3;
  t = t * z + 0x1.5555555564eb7p-2;
  return k * 0x1.62e42fefa39efp-1 + (s + s) * (1 + z * t);
}

// e^x.
FN_INLINE float fn_exp(float x) {
  return fn_round(fn_exp_core(fn_clamp(x, -110, 110)), x);
}

// The natural logarithm; -inf at zero, NaN below.
FN_INLINE float fn_log(float x) {
  double y = fn_log_core(x > 0 ? x : 1);
  y = x == 0 ? -__builtin_inf() : y;
  y = x == __builtin_inff() ? __builtin_inf() : y;
  return x < 0 ? __builtin_nanf("") : fn_round(y, x);
}

// tanh(x) = -m / (2 + m) with m = exp(-2 |x|) - 1, the sign of x put back.
FN_INLINE float fn_tanh(float x) {
  const double m = fn_expm1_core(-2 * fn_clamp(__builtin_fabs(x), 0, 20));
  return fn_round(__builtin_copysign(m / (2 + m), x), x);
}

// The logistic function 1 / (1 + exp(-x)). In double exp(110) is far from overflow and the sum
// keeps every bit that matters, so that the one formula is good in both tails.
FN_INLINE float fn_sigmoid(float x) {
  return fn_round(1 / (1 + fn_exp_core(-fn_clamp(x, -110, 110))), x);
}

// erf(x) = x P(x^2) / Q(x^2); 1 in float from 3.92 on.
FN_INLINE float fn_erf(float x) {
  const double c = fn_clamp(x, -3.9359, 3.9359);
  const double z = c * c;
  double p = 0x1.f4bdcaf195e4fp-21;
  p = p * z + 0x1.be011dbfd0ff8p-15;
  p = p * z + 0x1.ab81bd1b0153fp-11;
  p = p * z + 0x1.3fb9e2279a3abp-7;
  p = p * z + 0x1.2f1641f0d7415p-4;
  p = p * z + 0x1.36f652fb1aec0p-2;
  p = p * z + 0x1.20dd75039b06ap+0;
  double q = 0x1.56c2203d34a6ep-25;
  q = q * z + 0x1.377af1a70fad8p-17;
  q = q * z + 0x1.c77ef55cdb12cp-13;
  q = q * z + 0x1.8c44930684192p-9;
  q = q * z + 0x1.c57264d4d8c43p-6;
  q = q * z + 0x1.54c794a0559a4p-3;
  q = q * z + 0x1.34754cc1700a6p-1;
  q = q * z + 1;
  return fn_round(c * p / q, x);
}

// The standard normal distribution at x in [-15, 15]: its cumulative function, good to 2^-32 of
// itself in the left tail too, and exp(-x^2 / 2).
typedef struct {
  double cumulative, exponential;
} fn_normal;

FN_INLINE fn_normal fn_normal_distribution(double x) {
  const double t = __builtin_fabs(x);
  const double e = fn_exp_core(-0.5 * t * t);
  // Mills' ratio over sqrt(2 pi): (1 - Phi(t)) / exp(-t^2 / 2) = P(t) / Q(t).
  double p = 0x1.d650fcd104c4cp-11;
  p = p * t + 0x1.7fe33edeb6299p-7;
  p = p * t + 0x1.2562f6d06fa68p-4;
  p = p * t + 0x1.015afd767aaa0p-2;
  p = p * t + 0x1.044a6a9ed50b2p-1;
  p = p * t + 0x1.ffffffff4050dp-2;
  double q = 0x1.26ba3784daefap-9;
  q = q * t + 0x1.e1210377d9a52p-6;
  q = q * t + 0x1.745255e3bfaf5p-3;
  q = q * t + 0x1.5188842ed9401p-1;
  q = q * t + 0x1.735596b2f16c3p+0;
  q = q * t + 0x1.d08c94191beeep+0;
  q = q * t + 1;
  const double tail = e * p / q;
  return (fn_normal){x > 0 ? 1 - tail : tail, e};
}

// x Phi(x), the exact form of GELU.
FN_INLINE float fn_gelu(float x) {
  const fn_normal n = fn_normal_distribution(fn_clamp(x, -15, 15));
  return fn_round((x < -15 ? -15 : (double)x) * n.cumulative, x);
}

// The derivative of GELU, Phi(x) + x phi(x).
FN_INLINE float fn_gelu_derivative(float x) {
  const double c = fn_clamp(x, -15, 15);
  const fn_normal n = fn_normal_distribution(c);
  return fn_round(n.cumulative + c * (n.exponential * 0x1.9884533d43651p-2), x);
}
