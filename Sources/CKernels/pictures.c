#include "pictures.h"

#include <string.h>

// Bytes of a segment, and with the pixel to its left and to its right.
enum { BYTES = PICTURE_SEGMENT * 4, PADDED = BYTES + 8 };

static uint8_t least(uint8_t a, uint8_t b) { return a < b ? a : b; }

static uint8_t greatest(uint8_t a, uint8_t b) { return a > b ? a : b; }

// Red, green and blue over white; alpha stays.
static void lay_over_white(uint8_t row[PADDED]) {
  uint8_t opaque = 255;
  for (int i = 3; i < PADDED; i += 4) opaque &= row[i];
  if (opaque == 255) return;
  for (int i = 0; i < PADDED; i += 4) {
    const unsigned alpha = row[i + 3], white = 255 * (255 - alpha) + 127;
    for (int channel = 0; channel < 3; channel++) {
      row[i + channel] = (uint8_t)((row[i + channel] * alpha + white) / 255);
    }
  }
}

// Three rows with the pixels around them; beyond a border lies the border's pixel again.
static void load(const uint8_t *const rows[3], size_t left, size_t count, size_t width,
                 uint8_t out[3][PADDED]) {
  const size_t before = left > 0 ? left - 1 : 0;
  const size_t after = left + count < width ? left + count : width - 1;
  for (int row = 0; row < 3; row++) {
    memset(out[row], 255, PADDED);
    memcpy(out[row], rows[row] + before * 4, 4);
    memcpy(out[row] + 4, rows[row] + left * 4, count * 4);
    memcpy(out[row] + 4 + count * 4, rows[row] + after * 4, 4);
    lay_over_white(out[row]);
  }
}

// How far each channel ranges over each pixel and its eight neighbours.
static void find_ranges(uint8_t rows[3][PADDED], uint8_t range[BYTES]) {
  uint8_t low[PADDED], high[PADDED];
  for (int i = 0; i < PADDED; i++) {
    low[i] = least(least(rows[0][i], rows[1][i]), rows[2][i]);
    high[i] = greatest(greatest(rows[0][i], rows[1][i]), rows[2][i]);
  }
  for (int i = 0; i < BYTES; i++) {
    range[i] = (uint8_t)(greatest(greatest(high[i], high[i + 4]), high[i + 8]) -
                         least(least(low[i], low[i + 4]), low[i + 8]));
  }
}

void picture_compare(const uint8_t *const reference[3], const uint8_t *const other[3], size_t left,
                     size_t count, size_t width, picture_tolerance tolerance,
                     picture_segment *segment) {
  uint8_t a[3][PADDED], b[3][PADDED], range_a[BYTES], range_b[BYTES];
  uint8_t difference[BYTES], wrong[BYTES];
  load(reference, left, count, width, a);
  load(other, left, count, width, b);
  find_ranges(a, range_a);
  find_ranges(b, range_b);
  for (int i = 0; i < BYTES; i++) {
    const uint8_t x = a[1][i + 4], y = b[1][i + 4];
    const uint8_t d = (uint8_t)(greatest(x, y) - least(x, y));
    const uint16_t wanted = (uint16_t)(d * tolerance.ratio);
    const uint8_t weak = wanted > least(range_a[i], range_b[i]);
    difference[i] = d;
    wrong[i] = (d > tolerance.flat) & ((d > tolerance.edge) | weak);
  }

  *segment = (picture_segment){0};
  for (size_t i = 0; i < count; i++) {
    if (memcmp(reference[1] + (left + i) * 4, other[1] + (left + i) * 4, 4) == 0) continue;
    const uint8_t *d = difference + i * 4, *w = wrong + i * 4;
    const uint8_t level = greatest(greatest(d[0], d[1]), greatest(d[2], d[3]));
    const uint32_t bit = (uint32_t)1 << i;
    segment->changed |= bit;
    if (level == 0) segment->hidden |= bit;
    if (level > tolerance.strong) segment->strong |= bit;
    if (w[0] | w[1] | w[2] | w[3]) segment->beyond |= bit;
    segment->sum += level;
    segment->largest = greatest(segment->largest, level);
  }
}
