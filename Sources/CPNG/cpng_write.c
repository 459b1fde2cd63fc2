#include <png.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "cpng.h"
#include "cpng_buffer.h"
#include "cpng_error.h"

void cpng_buffer_free(cpng_buffer *buffer) {
  free(buffer->bytes);
  memset(buffer, 0, sizeof *buffer);
}

static void append(png_structp png, png_bytep bytes, size_t count) {
  cpng_buffer *buffer = png_get_io_ptr(png);
  if (!cpng_reserve(buffer, count)) {
    ((cpng_error_state *)png_get_error_ptr(png))->status = CPNG_NO_MEMORY;
    png_error(png, "out of memory");
  }
  memcpy(buffer->bytes + buffer->count, bytes, count);
  buffer->count += count;
}

static void flush(png_structp png) { (void)png; }

static void set_texts(png_structp png, png_infop info, const cpng_page *page) {
  for (size_t i = 0; i < page->text_count; i++) {
    if (page->texts[i].piece_count) continue;
    png_text text = {
        .compression = page->texts[i].compressed ? PNG_ITXT_COMPRESSION_zTXt
                                                 : PNG_ITXT_COMPRESSION_NONE,
        .key = (png_charp)page->texts[i].keyword,
        .text = (png_charp)page->texts[i].text,
        .itxt_length = strlen(page->texts[i].text),
        .lang = "",
        .lang_key = "",
    };
    png_set_text(png, info, &text, 1);
  }
}

// A chunk of some bytes and then pieces as one zlib stream: its head, the deflate stream, the checksum
// of all that is in it.
static void write_stream(png_structp png, const char *name, const png_byte *before,
                         size_t before_count, const cpng_piece *pieces, size_t piece_count) {
  // A window of 32 kB, compressed fast (RFC 1950).
  static const png_byte head[2] = {0x78, 0x5E};
  size_t count = before_count + sizeof head + 4;
  uLong adler = 1;
  for (size_t i = 0; i < piece_count; i++) {
    count += pieces[i].count;
    adler = adler32_combine(adler, pieces[i].adler, (z_off_t)pieces[i].raw_count);
  }
  if (count > PNG_UINT_31_MAX) png_error(png, "the file is too large");
  png_byte tail[4];
  png_save_uint_32(tail, (png_uint_32)adler);
  png_write_chunk_start(png, (png_const_bytep)name, (png_uint_32)count);
  png_write_chunk_data(png, before, before_count);
  png_write_chunk_data(png, head, sizeof head);
  for (size_t i = 0; i < piece_count; i++) {
    png_write_chunk_data(png, pieces[i].bytes, pieces[i].count);
  }
  png_write_chunk_data(png, tail, sizeof tail);
  png_write_chunk_end(png);
}

// Texts that are compressed already, as iTXt without a language.
static void write_packed_texts(png_structp png, const cpng_page *page) {
  // The keyword, a closing zero, flag and method of the compression, two empty names.
  enum { LONGEST_KEYWORD = 79, BEHIND = 5 };
  for (size_t i = 0; i < page->text_count; i++) {
    const cpng_text *text = &page->texts[i];
    if (!text->piece_count) continue;
    png_byte before[LONGEST_KEYWORD + BEHIND] = {0};
    const size_t length = strlen(text->keyword);
    if (length > LONGEST_KEYWORD) png_error(png, "a keyword is too long");
    memcpy(before, text->keyword, length);
    before[length + 1] = 1;
    write_stream(png, "iTXt", before, length + BEHIND, text->pieces, text->piece_count);
  }
}

static void write_page(png_structp png, png_infop info, const cpng_page *page,
                       const cpng_piece *pieces, size_t piece_count) {
  const int color = page->format == CPNG_RGBA ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB;
  png_set_IHDR(png, info, page->width, page->height, 8, color, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
  if (page->pixels_per_metre) {
    png_set_pHYs(png, info, page->pixels_per_metre, page->pixels_per_metre, PNG_RESOLUTION_METER);
  }
  set_texts(png, info, page);
  png_write_info(png, info);
  write_packed_texts(png, page);
  write_stream(png, "IDAT", NULL, 0, pieces, piece_count);
  // Not png_write_end, which misses rows that it did not compress itself.
  png_write_chunk(png, (png_const_bytep) "IEND", NULL, 0);
}

cpng_status cpng_encode(const cpng_page *page, const cpng_piece *pieces, size_t piece_count,
                        cpng_buffer *out, char message[CPNG_MESSAGE_SIZE]) {
  memset(out, 0, sizeof *out);
  message[0] = 0;
  cpng_error_state state = {message, CPNG_FAILED};
  png_structp png =
      png_create_write_struct(PNG_LIBPNG_VER_STRING, &state, cpng_on_error, cpng_on_warning);
  png_infop info = png ? png_create_info_struct(png) : NULL;
  if (!info) {
    png_destroy_write_struct(&png, NULL);
    return CPNG_NO_MEMORY;
  }
  if (setjmp(png_jmpbuf(png))) {
    png_destroy_write_struct(&png, &info);
    cpng_buffer_free(out);
    return state.status;
  }
  png_set_write_fn(png, out, append, flush);
  write_page(png, info, page, pieces, piece_count);
  png_destroy_write_struct(&png, &info);
  return CPNG_DONE;
}
