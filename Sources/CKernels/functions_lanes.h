// Sixteen Double lanes: the one shape of every reduction.
//
// Element i goes to lane i mod 16, in ascending order; at the end lane l takes lane l + 8, then
// l + 4, l + 2 and l + 1. A float, and the product of two, is exact in double, so that each step
// rounds once. Whether the machine holds the lanes in two registers or in eight changes nothing.
#pragma once

#include "functions_elementary.h"

enum { FN_LANES = 16 };

typedef float fn_float8 __attribute__((vector_size(32)));
typedef float fn_float16 __attribute__((vector_size(64)));
typedef int32_t fn_int16 __attribute__((vector_size(64)));
typedef double fn_double8 __attribute__((vector_size(64)));

typedef struct {
  fn_double8 half[2];
} fn_lanes;

// Sixteen floats.
FN_INLINE fn_lanes fn_load(const float *x) {
  fn_float8 low, high;
  memcpy(&low, x, sizeof low);
  memcpy(&high, x + 8, sizeof high);
  return (fn_lanes){
      {__builtin_convertvector(low, fn_double8), __builtin_convertvector(high, fn_double8)}};
}

// `count` doubles, at most sixteen, and zeros.
FN_INLINE fn_lanes fn_load_doubles(const double *x, size_t count) {
  fn_lanes lanes = {0};
  memcpy(&lanes, x, count * sizeof *x);
  return lanes;
}

FN_INLINE fn_lanes fn_repeat(double x) {
  double values[FN_LANES];
  for (int l = 0; l < FN_LANES; l++) values[l] = x;
  return fn_load_doubles(values, FN_LANES);
}

// `count` floats, at most sixteen, and `rest` in the other lanes.
FN_INLINE fn_lanes fn_load_part(const float *x, size_t count, double rest) {
  double values[FN_LANES];
  for (size_t l = 0; l < FN_LANES; l++) values[l] = l < count ? x[l] : rest;
  return fn_load_doubles(values, FN_LANES);
}

FN_INLINE void fn_store_part(const fn_lanes *lanes, double *x, size_t count) {
  memcpy(x, lanes, count * sizeof *x);
}

FN_INLINE void fn_add(fn_lanes *sum, fn_lanes x) {
  for (int h = 0; h < 2; h++) sum->half[h] += x.half[h];
}

FN_INLINE fn_lanes fn_multiply(fn_lanes x, fn_lanes y) {
  for (int h = 0; h < 2; h++) x.half[h] *= y.half[h];
  return x;
}

FN_INLINE fn_lanes fn_squared_difference(fn_lanes x, fn_lanes y) {
  for (int h = 0; h < 2; h++) x.half[h] -= y.half[h];
  return fn_multiply(x, x);
}

FN_INLINE double fn_tree(const fn_lanes *lanes) {
  double sums[FN_LANES];
  memcpy(sums, lanes, sizeof sums);
  for (int width = FN_LANES / 2; width > 0; width /= 2)
    for (int l = 0; l < width; l++) sums[l] += sums[l + width];
  return sums[0];
}
