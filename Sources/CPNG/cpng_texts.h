#pragma once

#include <stddef.h>
#include <stdint.h>

#include "cpng.h"

// Texts of a PNG that is being read. libpng could read them too, but it limits each alone, not what
// a thousand of them come to, and passes over those that are damaged.

/// A keyword and a text, each with a closing zero that does not count.
typedef struct {
  char *keyword;
  char *text;
  size_t length;
  int is_utf8;
  int is_compressed;
} cpng_read_text;

/// The texts read so far, and what is left of the limits.
typedef struct {
  cpng_read_text *items;
  size_t count;
  size_t texts_left;
  size_t bytes_left;
} cpng_texts;

/// Whether chunks of this name hold texts.
int cpng_is_text(const uint8_t name[4]);

/// Takes the text of a chunk.
///
/// \returns NULL, or what is wrong with the chunk; `*status` is then CPNG_FAILED or CPNG_NO_MEMORY.
const char *cpng_take_text(cpng_texts *texts, const uint8_t name[4], const uint8_t *data,
                           size_t count, cpng_status *status);

void cpng_texts_free(cpng_texts *texts);
