#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "cpng.h"
#include "cpng_buffer.h"

// Measured on a page of 1920x1260 pixels (text, lines, dense noise), CPU time and size:
//   filter none, level 1: 18 ms, 325 kB   level 2: 18 ms, 309 kB   level 6: 39 ms, 268 kB
//   filter up,   level 1: 22 ms, 320 kB   level 2: 23 ms, 310 kB   level 6: 45 ms, 280 kB
//   filter sub with run lengths alone:     21 ms, 538 kB
// Charts are flat, so filters gain nothing. A palette would seldom do: antialiased text of one
// colour has some 230 shades.
//
// Long texts likewise; measured on the numbers of 100,000 trials, 17 MB:
//   level 6: 1035 ms, 6.7 MB   level 2: 178 ms, 7.1 MB
enum { COMPRESSION_LEVEL = 2, WINDOW_BITS = 15, MEMORY_LEVEL = 8 };

static size_t row_size(const cpng_page *page) {
  return (size_t)page->width * (page->format == CPNG_RGBA ? 4 : 3) + 1;
}

static void copy_words(const uint8_t *source, uint32_t width, uint8_t *row) {
  for (uint32_t x = 0; x < width; x++) {
    uint32_t pixel;
    memcpy(&pixel, source + (size_t)x * 4, sizeof pixel);
    row[0] = (uint8_t)(pixel >> 16);
    row[1] = (uint8_t)(pixel >> 8);
    row[2] = (uint8_t)pixel;
    row += 3;
  }
}

static void copy_opaque(const uint8_t *source, uint32_t width, uint8_t *row) {
  for (uint32_t x = 0; x < width; x++) memcpy(row + (size_t)x * 3, source + (size_t)x * 4, 3);
}

// A row as a PNG has it: the filter, which is none, and three or four bytes a pixel.
static void copy_row(const cpng_page *page, uint32_t y, uint8_t *row) {
  const uint8_t *source = page->pixels + (size_t)y * page->stride;
  *row++ = 0;
  switch (page->format) {
    case CPNG_WORDS: copy_words(source, page->width, row); break;
    case CPNG_RGBX: copy_opaque(source, page->width, row); break;
    case CPNG_RGBA: memcpy(row, source, (size_t)page->width * 4); break;
  }
}

// Feeds bytes to the stream and takes what comes out.
static cpng_status deflate_all(z_stream *stream, const uint8_t *bytes, size_t count, int flush,
                               cpng_buffer *out) {
  stream->next_in = (Bytef *)bytes;
  stream->avail_in = (uInt)count;
  do {
    if (!cpng_reserve(out, 1 << 14)) return CPNG_NO_MEMORY;
    const size_t room = out->capacity - out->count;
    stream->next_out = out->bytes + out->count;
    stream->avail_out = room < 1 << 30 ? (uInt)room : 1 << 30;
    const uInt before = stream->avail_out;
    if (deflate(stream, flush) == Z_STREAM_ERROR) return CPNG_FAILED;
    out->count += before - stream->avail_out;
  } while (stream->avail_out == 0);
  return CPNG_DONE;
}

static cpng_status deflate_rows(z_stream *stream, const cpng_page *page, uint32_t first,
                                uint32_t rows, uint8_t *row, cpng_buffer *out,
                                cpng_piece *piece) {
  const size_t row_bytes = row_size(page);
  for (uint32_t y = first; y < first + rows; y++) {
    copy_row(page, y, row);
    piece->adler = (uint32_t)adler32(piece->adler, row, (uInt)row_bytes);
    piece->raw_count += row_bytes;
    // A piece ends on a whole byte; the last one ends the stream.
    const int flush = y + 1 == page->height   ? Z_FINISH
                      : y + 1 == first + rows ? Z_SYNC_FLUSH
                                              : Z_NO_FLUSH;
    const cpng_status status = deflate_all(stream, row, row_bytes, flush, out);
    if (status != CPNG_DONE) return status;
  }
  return CPNG_DONE;
}

// A raw stream; its head and its checksum are written with its first and its last piece.
static int start(z_stream *stream) {
  return deflateInit2(stream, COMPRESSION_LEVEL, Z_DEFLATED, -WINDOW_BITS, MEMORY_LEVEL,
                      Z_DEFAULT_STRATEGY) == Z_OK;
}

// Ends the stream and hands out what came of it, which is nothing after a failure.
static cpng_status end(z_stream *stream, cpng_status status, cpng_buffer *out, cpng_piece *piece) {
  deflateEnd(stream);
  if (status != CPNG_DONE) cpng_buffer_free(out);
  piece->bytes = out->bytes;
  piece->count = out->count;
  return status;
}

cpng_status cpng_compress(const cpng_page *page, uint32_t first, uint32_t rows, cpng_buffer *out,
                          cpng_piece *piece) {
  memset(out, 0, sizeof *out);
  *piece = (cpng_piece){.adler = 1};
  if (rows == 0 || first >= page->height || rows > page->height - first) return CPNG_FAILED;
  z_stream stream = {0};
  uint8_t *row = malloc(row_size(page));
  if (!row || !start(&stream)) {
    free(row);
    return CPNG_NO_MEMORY;
  }
  const cpng_status status = deflate_rows(&stream, page, first, rows, row, out, piece);
  free(row);
  return end(&stream, status, out, piece);
}

cpng_status cpng_compress_text(const uint8_t *text, size_t count, int is_last, cpng_buffer *out,
                               cpng_piece *piece) {
  memset(out, 0, sizeof *out);
  *piece = (cpng_piece){.adler = 1};
  if (count > UINT32_MAX) return CPNG_FAILED;
  z_stream stream = {0};
  if (!start(&stream)) return CPNG_NO_MEMORY;
  piece->adler = (uint32_t)adler32(1, text, (uInt)count);
  piece->raw_count = count;
  const cpng_status status =
      deflate_all(&stream, text, count, is_last ? Z_FINISH : Z_SYNC_FLUSH, out);
  return end(&stream, status, out, piece);
}
