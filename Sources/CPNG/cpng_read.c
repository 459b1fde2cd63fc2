#include <png.h>
#include <stdlib.h>
#include <string.h>

#include "cpng.h"
#include "cpng_error.h"

struct cpng_reader {
  png_structp png;
  png_infop info;
  const uint8_t *bytes;
  size_t count;
  size_t position;
  cpng_error_state state;
};

static void take(png_structp png, png_bytep bytes, size_t count) {
  cpng_reader *reader = png_get_io_ptr(png);
  if (count > reader->count - reader->position) png_error(png, "the file ends too early");
  memcpy(bytes, reader->bytes + reader->position, count);
  reader->position += count;
}

static void read_head(cpng_reader *reader, cpng_limits limits) {
  png_structp png = reader->png;
  png_infop info = reader->info;
  png_set_read_fn(png, reader, take);
  png_set_user_limits(png, limits.side, limits.side);
  png_set_chunk_cache_max(png, limits.chunks);
  png_set_chunk_malloc_max(png, limits.chunk_bytes);
  // A chunk whose checksum is wrong is damage that a check of figures must not pass over.
  png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
  png_read_info(png, info);

  uint64_t pixels = (uint64_t)png_get_image_width(png, info) * png_get_image_height(png, info);
  if (pixels > limits.pixels) png_error(png, "too many pixels");

  png_set_expand(png);
  png_set_scale_16(png);
  png_set_gray_to_rgb(png);
  png_set_add_alpha(png, 0xFF, PNG_FILLER_AFTER);
  png_set_interlace_handling(png);
  png_read_update_info(png, info);
  if (png_get_rowbytes(png, info) != (size_t)png_get_image_width(png, info) * 4) {
    png_error(png, "rows of an unknown form");
  }
}

cpng_status cpng_open(const uint8_t *bytes, size_t count, cpng_limits limits, cpng_reader **result,
                      char message[CPNG_MESSAGE_SIZE]) {
  *result = NULL;
  message[0] = 0;
  cpng_reader *reader = calloc(1, sizeof *reader);
  if (!reader) return CPNG_NO_MEMORY;
  reader->bytes = bytes;
  reader->count = count;
  reader->state = (cpng_error_state){message, CPNG_FAILED};
  reader->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reader->state, cpng_on_error,
                                       cpng_on_warning);
  reader->info = reader->png ? png_create_info_struct(reader->png) : NULL;
  if (!reader->info) {
    cpng_close(reader);
    return CPNG_NO_MEMORY;
  }
  if (setjmp(png_jmpbuf(reader->png))) {
    cpng_close(reader);
    return CPNG_FAILED;
  }
  read_head(reader, limits);
  reader->state.message = NULL;
  *result = reader;
  return CPNG_DONE;
}

uint32_t cpng_width(const cpng_reader *reader) {
  return png_get_image_width(reader->png, reader->info);
}

uint32_t cpng_height(const cpng_reader *reader) {
  return png_get_image_height(reader->png, reader->info);
}

uint32_t cpng_pixels_per_metre(const cpng_reader *reader) {
  return png_get_pixels_per_meter(reader->png, reader->info);
}

cpng_status cpng_read_pixels(cpng_reader *reader, uint8_t *rgba, char message[CPNG_MESSAGE_SIZE]) {
  message[0] = 0;
  reader->state.message = message;
  png_bytep *rows = malloc((size_t)cpng_height(reader) * sizeof *rows);
  if (!rows) return CPNG_NO_MEMORY;
  for (size_t y = 0; y < cpng_height(reader); y++) {
    rows[y] = rgba + y * cpng_width(reader) * 4;
  }
  if (setjmp(png_jmpbuf(reader->png))) {
    free(rows);
    return CPNG_FAILED;
  }
  png_read_image(reader->png, rows);
  png_read_end(reader->png, reader->info);
  free(rows);
  reader->state.message = NULL;
  return CPNG_DONE;
}

size_t cpng_text_count(const cpng_reader *reader) {
  return (size_t)png_get_text(reader->png, reader->info, NULL, NULL);
}

cpng_text cpng_text_at(const cpng_reader *reader, size_t index, size_t *length, int *is_utf8) {
  png_textp texts = NULL;
  png_get_text(reader->png, reader->info, &texts, NULL);
  png_textp text = &texts[index];
  *is_utf8 = text->compression >= PNG_ITXT_COMPRESSION_NONE;
  *length = *is_utf8 ? text->itxt_length : text->text_length;
  return (cpng_text){text->key, text->text, text->compression == PNG_ITXT_COMPRESSION_zTXt};
}

void cpng_close(cpng_reader *reader) {
  png_destroy_read_struct(&reader->png, &reader->info, NULL);
  free(reader);
}
