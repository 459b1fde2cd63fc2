#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cpng.h"
#include "cpng_error.h"
#include "cpng_texts.h"

struct cpng_reader {
  png_structp png;
  png_infop info;
  cpng_source source;
  cpng_limits limits;
  cpng_texts texts;
  cpng_error_state state;
  // Bytes that the source gave and libpng has not taken.
  const uint8_t *next;
  size_t left;
  uint8_t buffer[1 << 16];
};

static void stop(png_structp png, cpng_status status, const char *message) {
  ((cpng_error_state *)png_get_error_ptr(png))->status = status;
  png_error(png, message);
}

// Gets more bytes where none are left; false at the end.
static int refill(png_structp png, cpng_reader *reader) {
  if (reader->left > 0) return 1;
  const ptrdiff_t got =
      reader->source.read(reader->source.context, reader->buffer, sizeof reader->buffer);
  if (got < 0) stop(png, CPNG_NO_BYTES, "cannot be read");
  reader->next = reader->buffer;
  reader->left = got > 0 ? (size_t)got : 0;
  return got > 0;
}

static void take(png_structp png, png_bytep bytes, size_t count) {
  cpng_reader *reader = png_get_io_ptr(png);
  while (count > 0) {
    if (!refill(png, reader)) png_error(png, "the file ends too early");
    const size_t part = count < reader->left ? count : reader->left;
    memcpy(bytes, reader->next, part);
    reader->next += part;
    reader->left -= part;
    bytes += part;
    count -= part;
  }
}

// libpng warns of damage that it can pass over. It may not where pixels or texts come from; a
// palette of a picture that needs none is no damage.
static void on_warning(png_structp png, png_const_charp text) {
  static const char *checked[] = {"IHDR", "tRNS", "pHYs", "IDAT", "IEND", "tEXt", "zTXt", "iTXt"};
  png_byte name[4];
  png_save_uint_32(name, png_get_io_chunk_type(png));
  for (size_t i = 0; i < sizeof checked / sizeof *checked; i++) {
    if (memcmp(name, checked[i], 4) == 0) png_error(png, text);
  }
}

static png_voidp allocate(png_structp png, png_alloc_size_t size) {
  void *memory = malloc(size);
  if (!memory) ((cpng_error_state *)png_get_error_ptr(png))->status = CPNG_NO_MEMORY;
  return memory;
}

static void release(png_structp png, png_voidp memory) {
  (void)png;
  free(memory);
}

// Chunks that libpng does not know, or is told to leave alone.
static int on_chunk(png_structp png, png_unknown_chunkp chunk) {
  cpng_reader *reader = png_get_user_chunk_ptr(png);
  // A small first letter says that a picture can be shown without the chunk.
  if (!(chunk->name[0] & 0x20)) png_chunk_error(png, "unknown critical chunk");
  if (!cpng_is_text(chunk->name)) return 1;
  cpng_status status;
  const char *problem =
      cpng_take_text(&reader->texts, chunk->name, chunk->data, chunk->size, &status);
  if (problem) stop(png, status, problem);
  return 1;
}

static void check_signature(png_structp png, cpng_reader *reader) {
  png_byte signature[8];
  for (size_t i = 0; i < sizeof signature; i++) {
    if (!refill(png, reader)) stop(png, CPNG_OTHER_KIND, "no PNG");
    signature[i] = *reader->next++;
    reader->left--;
  }
  if (png_sig_cmp(signature, 0, sizeof signature) != 0) stop(png, CPNG_OTHER_KIND, "no PNG");
  png_set_sig_bytes(png, sizeof signature);
}

static void check_size(cpng_reader *reader) {
  const uint32_t width = cpng_width(reader), height = cpng_height(reader);
  const cpng_limits limits = reader->limits;
  if (width <= limits.side && height <= limits.side &&
      (uint64_t)width * height <= limits.pixels) {
    return;
  }
  char message[CPNG_MESSAGE_SIZE];
  snprintf(message, sizeof message, "%ux%u pixels (sides up to %u, %llu in all)", width, height,
           limits.side, (unsigned long long)limits.pixels);
  stop(reader->png, CPNG_TOO_LARGE, message);
}

static void read_head(cpng_reader *reader) {
  png_structp png = reader->png;
  png_infop info = reader->info;
  png_set_read_fn(png, reader, take);
  check_signature(png, reader);
  // A chunk whose checksum is wrong is damage that a check of figures must not pass over.
  png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
  // Sizes are checked here, where the message can name them.
  png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  png_set_chunk_malloc_max(png, reader->limits.text_bytes);
  static const png_byte left_alone[] =
      "tEXt\0zTXt\0iTXt\0gAMA\0cHRM\0sRGB\0iCCP\0sBIT\0bKGD\0hIST\0sPLT\0tIME\0oFFs\0pCAL\0sCAL\0"
      "sTER\0eXIf\0cICP\0mDCV\0cLLI";
  png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_ALWAYS, left_alone, sizeof left_alone / 5);
  png_set_read_user_chunk_fn(png, reader, on_chunk);
  png_read_info(png, info);
  check_size(reader);

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

cpng_status cpng_open(cpng_source source, cpng_limits limits, cpng_reader **result,
                      char message[CPNG_MESSAGE_SIZE]) {
  *result = NULL;
  message[0] = 0;
  cpng_reader *reader = calloc(1, sizeof *reader);
  if (!reader) return CPNG_NO_MEMORY;
  reader->source = source;
  reader->limits = limits;
  reader->texts.texts_left = limits.texts;
  reader->texts.bytes_left = limits.text_bytes;
  reader->state = (cpng_error_state){message, CPNG_FAILED};
  reader->png =
      png_create_read_struct_2(PNG_LIBPNG_VER_STRING, &reader->state, cpng_on_error, on_warning,
                               NULL, allocate, release);
  reader->info = reader->png ? png_create_info_struct(reader->png) : NULL;
  if (!reader->info) {
    cpng_close(reader);
    return CPNG_NO_MEMORY;
  }
  if (setjmp(png_jmpbuf(reader->png))) {
    const cpng_status status = reader->state.status;
    cpng_close(reader);
    return status;
  }
  read_head(reader);
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
    return reader->state.status;
  }
  png_read_image(reader->png, rows);
  png_read_end(reader->png, reader->info);
  free(rows);
  reader->state.message = NULL;
  return CPNG_DONE;
}

size_t cpng_text_count(const cpng_reader *reader) { return reader->texts.count; }

cpng_text cpng_text_at(const cpng_reader *reader, size_t index, size_t *length, int *is_utf8) {
  const cpng_read_text *text = &reader->texts.items[index];
  *is_utf8 = text->is_utf8;
  *length = text->length;
  return (cpng_text){
      .keyword = text->keyword, .text = text->text, .compressed = text->is_compressed};
}

void cpng_close(cpng_reader *reader) {
  png_destroy_read_struct(&reader->png, &reader->info, NULL);
  cpng_texts_free(&reader->texts);
  free(reader);
}
