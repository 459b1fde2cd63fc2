#pragma once

#include <png.h>

#include "cpng.h"

// Where libpng's errors go, shared by writing and reading.

/// Points to by png_get_error_ptr; holds the message until the function returns.
typedef struct {
  char *message;
  cpng_status status;
} cpng_error_state;

static inline void cpng_on_error(png_structp png, png_const_charp text) {
  cpng_error_state *state = png_get_error_ptr(png);
  if (state && state->message) {
    size_t i = 0;
    for (; text && text[i] && i < CPNG_MESSAGE_SIZE - 1; i++) state->message[i] = text[i];
    state->message[i] = 0;
  }
  png_longjmp(png, 1);
}

static inline void cpng_on_warning(png_structp png, png_const_charp text) {
  (void)png;
  (void)text;
}
