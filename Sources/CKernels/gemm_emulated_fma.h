// Fused multiply-add for CPUs without it, on vectors, rounded exactly.
//
// The product of two Floats is exact in Double: 48 bits of 53, and no exponent leaves the range.
// Its sum with the third is not, and rounding it to Double and then to Float would round twice. So
// the Double is rounded to odd: of the two neighbours of an inexact sum the one whose last bit is
// set, which no later rounding to 24 bits (or fewer, for subnormals) mistakes for a tie. TwoSum
// gives the error of the sum exactly, and with it the side on which the true sum lies.
// Sources: Boldo and Melquiond, "Emulation of FMA and correctly rounded sums: proved algorithms
// using rounding to odd", IEEE Transactions on Computers 57 (2008); Knuth's TwoSum.

typedef double wide __attribute__((ext_vector_type(LANES)));
typedef int64_t wide_bits __attribute__((ext_vector_type(LANES)));

static inline __attribute__((always_inline)) vec emulated_fma(vec a, vec b, vec c) {
  wide product = __builtin_convertvector(a, wide) * __builtin_convertvector(b, wide);
  wide addend = __builtin_convertvector(c, wide);
  wide sum = product + addend;

  wide addend_part = sum - product;
  wide error = (product - (sum - addend_part)) + (addend - addend_part);

  // Away from zero or towards it? Both are false where the sum is exact, infinite or NaN.
  wide_bits sign = (wide_bits)sum & INT64_MIN;
  wide outward = (wide)((wide_bits)error ^ sign);
  wide_bits is_beyond = (wide_bits)(outward > 0.0);  // 0 or -1
  wide_bits is_short = (wide_bits)(outward < 0.0);

  // An even sum becomes its odd neighbour on the side of the true one; an odd sum stays.
  wide_bits odd = ((wide_bits)sum + is_short) | ((is_beyond | is_short) & 1);
  return __builtin_convertvector((wide)odd, vec);
}
