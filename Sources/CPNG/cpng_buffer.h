#pragma once

#include <stdlib.h>
#include <string.h>

#include "cpng.h"

/// Makes room for `count` more bytes; false where memory is short.
static inline int cpng_reserve(cpng_buffer *buffer, size_t count) {
  if (count <= buffer->capacity - buffer->count) return 1;
  size_t capacity = buffer->capacity ? buffer->capacity : 1 << 16;
  while (capacity - buffer->count < count) {
    if (capacity > SIZE_MAX / 2) return 0;
    capacity *= 2;
  }
  uint8_t *larger = realloc(buffer->bytes, capacity);
  if (!larger) return 0;
  buffer->bytes = larger;
  buffer->capacity = capacity;
  return 1;
}
