/// Two pictures of 8-bit red, green, blue and straight alpha, compared a few pixels at a time.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// Pixels that are compared at a time, at most.
#define PICTURE_SEGMENT 32

/// What a pixel may differ, in levels of a channel: red, green, blue over white, or alpha.
typedef struct {
  /// By so much anywhere.
  uint8_t flat;
  /// By so much on an edge of both pictures: there the channel ranges, over the pixel and its eight
  /// neighbours, over at least `ratio` times the difference.
  uint8_t edge;
  uint8_t ratio;
  /// What differs by more is strong.
  uint8_t strong;
} picture_tolerance;

/// What differs between segments; bit i stands for pixel i.
typedef struct {
  /// A byte differs.
  uint32_t changed;
  /// All that differs is the colour of what is transparent.
  uint32_t hidden;
  uint32_t strong;
  /// More differs than the tolerance allows.
  uint32_t beyond;
  /// Over the pixels, the sum of the largest difference of a channel, and the largest of these.
  uint32_t sum;
  uint8_t largest;
} picture_segment;

/// Compares `count` pixels, from `left` on, of rows of `width` pixels.
///
/// `reference` and `other` each point to the row above, the row itself and the row below; where there
/// is none above or below, to the row itself.
void picture_compare(const uint8_t *const reference[3], const uint8_t *const other[3], size_t left,
                     size_t count, size_t width, picture_tolerance tolerance,
                     picture_segment *segment);
