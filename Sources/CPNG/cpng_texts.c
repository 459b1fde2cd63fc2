#include "cpng_texts.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

// Bytes of a chunk that are not read yet.
typedef struct {
  const uint8_t *next;
  size_t count;
} rest;

int cpng_is_text(const uint8_t name[4]) {
  return memcmp(name, "tEXt", 4) == 0 || memcmp(name, "zTXt", 4) == 0 ||
         memcmp(name, "iTXt", 4) == 0;
}

// The bytes up to a zero, which is taken too; false where there is none.
static int take_field(rest *data, rest *field) {
  const uint8_t *end = data->count ? memchr(data->next, 0, data->count) : NULL;
  if (!end) return 0;
  *field = (rest){data->next, (size_t)(end - data->next)};
  data->count -= field->count + 1;
  data->next = end + 1;
  return 1;
}

static int take_byte(rest *data, uint8_t *byte) {
  if (data->count == 0) return 0;
  *byte = *data->next++;
  data->count--;
  return 1;
}

// A copy with a closing zero, paid from the limit.
static const char *copy(cpng_texts *texts, rest data, char **result, cpng_status *status) {
  if (data.count >= texts->bytes_left) return "the texts are too large";
  *result = malloc(data.count + 1);
  if (!*result) {
    *status = CPNG_NO_MEMORY;
    return "out of memory";
  }
  if (data.count) memcpy(*result, data.next, data.count);
  (*result)[data.count] = 0;
  texts->bytes_left -= data.count + 1;
  return NULL;
}

// Inflates into `text`, which grows up to what is left of the limit.
static const char *inflate_into(z_stream *stream, cpng_texts *texts, cpng_read_text *text,
                                cpng_status *status) {
  size_t capacity = 0;
  int outcome = Z_OK;
  while (outcome != Z_STREAM_END) {
    if (text->length + 1 >= capacity) {
      // One byte more than allowed shows that there is too much; one is for the closing zero.
      const size_t most = texts->bytes_left + 2;
      if (capacity >= most) return "the texts are too large";
      capacity = capacity == 0 ? 1 << 12 : capacity * 2;
      if (capacity > most) capacity = most;
      char *larger = realloc(text->text, capacity);
      if (!larger) {
        *status = CPNG_NO_MEMORY;
        return "out of memory";
      }
      text->text = larger;
    }
    const size_t room = capacity - 1 - text->length;
    stream->next_out = (Bytef *)text->text + text->length;
    stream->avail_out = room < 1 << 30 ? (uInt)room : 1 << 30;
    const uInt before = stream->avail_out;
    outcome = inflate(stream, Z_NO_FLUSH);
    text->length += before - stream->avail_out;
    if (outcome == Z_MEM_ERROR) {
      *status = CPNG_NO_MEMORY;
      return "out of memory";
    }
    if (outcome == Z_BUF_ERROR && stream->avail_out == 0) continue;
    if (outcome != Z_OK && outcome != Z_STREAM_END) return "a compressed text is damaged";
  }
  if (text->length >= texts->bytes_left) return "the texts are too large";
  text->text[text->length] = 0;
  texts->bytes_left -= text->length + 1;
  return NULL;
}

static const char *inflate_text(cpng_texts *texts, rest data, cpng_read_text *text,
                                cpng_status *status) {
  z_stream stream = {.next_in = (Bytef *)data.next, .avail_in = (uInt)data.count};
  if (inflateInit(&stream) != Z_OK) {
    *status = CPNG_NO_MEMORY;
    return "out of memory";
  }
  const char *problem = inflate_into(&stream, texts, text, status);
  inflateEnd(&stream);
  return problem;
}

// What stands between the keyword and the text.
static const char *read_kind(const uint8_t name[4], rest *data, cpng_read_text *text) {
  uint8_t flag = name[0] == 'z', method = 0;
  text->is_utf8 = name[0] == 'i';
  if (text->is_utf8 && !take_byte(data, &flag)) return "a text chunk is cut short";
  if (name[0] != 't' && !take_byte(data, &method)) return "a text chunk is cut short";
  rest ignored;
  for (int field = 0; text->is_utf8 && field < 2; field++) {
    // The language, and the keyword in that language.
    if (!take_field(data, &ignored)) return "a text chunk is cut short";
  }
  if (flag > 1 || (flag == 1 && method != 0)) return "a text is compressed in an unknown way";
  text->is_compressed = flag;
  return NULL;
}

static const char *read_text(cpng_texts *texts, const uint8_t name[4], rest data,
                             cpng_read_text *text, cpng_status *status) {
  rest keyword;
  if (!take_field(&data, &keyword)) return "a text chunk is cut short";
  if (keyword.count < 1 || keyword.count > 79) return "a keyword is not of 1 to 79 bytes";
  const char *problem = read_kind(name, &data, text);
  if (!problem) problem = copy(texts, keyword, &text->keyword, status);
  if (problem) return problem;
  if (text->is_compressed) return inflate_text(texts, data, text, status);
  text->length = data.count;
  return copy(texts, data, &text->text, status);
}

const char *cpng_take_text(cpng_texts *texts, const uint8_t name[4], const uint8_t *data,
                           size_t count, cpng_status *status) {
  *status = CPNG_FAILED;
  if (texts->texts_left == 0) return "there are too many texts";
  cpng_read_text *more = realloc(texts->items, (texts->count + 1) * sizeof *more);
  if (!more) {
    *status = CPNG_NO_MEMORY;
    return "out of memory";
  }
  texts->items = more;
  texts->texts_left--;
  // Counted at once, so that what an error leaves behind is freed with the others.
  cpng_read_text *text = &more[texts->count++];
  memset(text, 0, sizeof *text);
  return read_text(texts, name, (rest){data, count}, text, status);
}

void cpng_texts_free(cpng_texts *texts) {
  for (size_t i = 0; i < texts->count; i++) {
    free(texts->items[i].keyword);
    free(texts->items[i].text);
  }
  free(texts->items);
  memset(texts, 0, sizeof *texts);
}
