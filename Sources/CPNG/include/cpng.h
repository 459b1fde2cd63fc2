#pragma once

#include <stddef.h>
#include <stdint.h>

// A door to libpng that never jumps over the frames of its caller.
//
// libpng reports errors by longjmp. Every function here that may meet one has a setjmp of its own
// and calls nothing but libpng, so that all an error does is to make the function return.

/// Bytes of an error message with its closing zero.
#define CPNG_MESSAGE_SIZE 160

/// What a function came to.
typedef enum {
  CPNG_DONE = 0,
  /// Memory ran out.
  CPNG_NO_MEMORY = 1,
  /// libpng gave up, or a limit is exceeded; the message says why.
  CPNG_FAILED = 2,
  /// The bytes are no PNG's.
  CPNG_OTHER_KIND = 3,
  /// The picture is larger than the limits allow; the message gives its size.
  CPNG_TOO_LARGE = 4,
  /// The source could not be read.
  CPNG_NO_BYTES = 5,
} cpng_status;

/// Rows of a page or a part of a text, compressed on their own.
typedef struct {
  const uint8_t *bytes;
  size_t count;
  /// Of the bytes before compression.
  uint32_t adler;
  size_t raw_count;
} cpng_piece;

/// A text chunk. Keywords are Latin-1, texts UTF-8 without a zero inside.
typedef struct {
  const char *keyword;
  const char *text;
  /// Whether the chunk is compressed.
  int compressed;
  /// The text where it is compressed already, in place of `text`; not for what is read.
  const cpng_piece *pieces;
  size_t piece_count;
} cpng_text;

/// How pixels of four bytes lie in memory, and what is written of them.
typedef enum {
  /// 32-bit words 0xXXRRGGBB in the byte order of the machine, as Cairo holds them; written as RGB.
  CPNG_WORDS = 0,
  /// Bytes of red, green, blue and one that is left out; written as RGB.
  CPNG_RGBX = 1,
  /// Bytes of red, green, blue and straight alpha; written as RGBA.
  CPNG_RGBA = 2,
} cpng_format;

/// A page of pixels, and what is said about it.
typedef struct {
  uint32_t width;
  uint32_t height;
  /// Bytes from one row to the next.
  size_t stride;
  cpng_format format;
  const uint8_t *pixels;
  /// Pixels for each metre in both directions; 0 says nothing.
  uint32_t pixels_per_metre;
  const cpng_text *texts;
  size_t text_count;
} cpng_page;

/// Bytes on the heap.
typedef struct {
  uint8_t *bytes;
  size_t count;
  size_t capacity;
} cpng_buffer;

/// Compresses `rows` rows from `first` on, 8 bits a channel, so that the pieces of a page, one after the
/// other, are its deflate stream. Several threads may work on pieces of one page.
///
/// On success `out` holds the bytes, to be freed by cpng_buffer_free, and `piece` points to them;
/// otherwise `out` is empty.
cpng_status cpng_compress(const cpng_page *page, uint32_t first, uint32_t rows, cpng_buffer *out,
                          cpng_piece *piece);

/// Compresses a part of a text; the parts of a text, one after the other, are a deflate stream.
///
/// \param is_last Whether the stream ends with it.
///
/// On success `out` and `piece` are as above.
cpng_status cpng_compress_text(const uint8_t *text, size_t count, int is_last, cpng_buffer *out,
                               cpng_piece *piece);

/// Encodes a page of compressed pieces with sRGB, pHYs and iTXt chunks before the pixels.
///
/// `page->pixels` is not looked at. On success `out` holds the file, to be freed by
/// cpng_buffer_free; otherwise it is empty.
cpng_status cpng_encode(const cpng_page *page, const cpng_piece *pieces, size_t piece_count,
                        cpng_buffer *out, char message[CPNG_MESSAGE_SIZE]);

void cpng_buffer_free(cpng_buffer *buffer);

/// Where a reader's bytes come from.
typedef struct {
  /// Copies the next bytes, up to `count`; 0 at the end, negative where they cannot be read.
  ptrdiff_t (*read)(void *context, uint8_t *target, size_t count);
  void *context;
} cpng_source;

/// What a reader allows.
typedef struct {
  /// Pixels of a side, and in all.
  uint32_t side;
  uint64_t pixels;
  /// Bytes of one chunk other than the pixels', and of all texts, decompressed.
  size_t text_bytes;
  size_t texts;
} cpng_limits;

/// A PNG that is being read.
typedef struct cpng_reader cpng_reader;

/// Reads up to the pixels. The source must answer until cpng_close.
///
/// Each chunk's checksum is checked. Only those that pixels, texts or the resolution come from are
/// looked into: gAMA, iCCP, sBIT, bKGD and others change nothing.
///
/// On success `*reader` is to be closed by cpng_close; otherwise it is NULL.
cpng_status cpng_open(cpng_source source, cpng_limits limits, cpng_reader **reader,
                      char message[CPNG_MESSAGE_SIZE]);

uint32_t cpng_width(const cpng_reader *reader);
uint32_t cpng_height(const cpng_reader *reader);

/// Pixels for each metre, or 0 where the file does not say or the two directions differ.
uint32_t cpng_pixels_per_metre(const cpng_reader *reader);

/// Decodes the rows as red, green, blue and straight alpha, 8 bits each, and reads to the end.
///
/// Samples of 16 bits are rounded to the nearest of 8: v / 257.
///
/// `rgba` has room for width * height * 4 bytes. To be called once.
cpng_status cpng_read_pixels(cpng_reader *reader, uint8_t *rgba, char message[CPNG_MESSAGE_SIZE]);

/// Number of text chunks seen so far; those after the pixels count once these are read.
size_t cpng_text_count(const cpng_reader *reader);

/// One of these. `*is_utf8` is 0 for chunks whose text is Latin-1.
cpng_text cpng_text_at(const cpng_reader *reader, size_t index, size_t *length, int *is_utf8);

void cpng_close(cpng_reader *reader);

/// The version of libpng that is linked, as in "1.6.39".
const char *cpng_version(void);
