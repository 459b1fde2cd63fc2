// Random numbers at any place of a stream, built from the kernels that fill whole blocks.
#include "functions.h"
#include "functions_random.h"
#include "functions_table.h"

static void store(fn_block block, uint32_t out[4]) { memcpy(out, block.word, sizeof block.word); }

void dlplot_philox(const uint32_t counter[4], const uint32_t key[2], uint32_t block[4]) {
  store(fn_philox(counter[0], counter[1], counter[2], counter[3], key[0], key[1]), block);
}

void dlplot_random_block(uint64_t seed, uint64_t stream, uint64_t index, uint32_t block[4]) {
  store(fn_stream_block(seed, stream, index), block);
}

float dlplot_random_normal(uint64_t seed, uint64_t stream, uint64_t index) {
  const fn_block block = fn_stream_block(seed, stream, index / 4);
  const int pair = index % 4 & 2;
  const fn_pair normals = fn_normal_pair(block.word[pair], block.word[pair + 1]);
  return index % 2 == 0 ? normals.first : normals.second;
}

// Fills whole blocks in place, and the parts of a block at either end through a block of four.
#define FILL(type, kernel, ...)                                           \
  const size_t skip = first % 4;                                          \
  uint64_t block = first / 4;                                             \
  if (skip > 0 && count > 0) {                                            \
    const size_t size = count < 4 - skip ? count : 4 - skip;              \
    type part[4];                                                         \
    fn_selected()->kernel(seed, stream, block, __VA_ARGS__ part, 1);      \
    memcpy(out, part + skip, size * sizeof *out);                         \
    out += size;                                                          \
    count -= size;                                                        \
    block++;                                                              \
  }                                                                       \
  fn_selected()->kernel(seed, stream, block, __VA_ARGS__ out, count / 4); \
  if (count % 4 > 0) {                                                    \
    type part[4];                                                         \
    fn_selected()->kernel(seed, stream, block + count / 4, __VA_ARGS__ part, 1); \
    memcpy(out + count / 4 * 4, part, count % 4 * sizeof *out);           \
  }

void dlplot_random_words(uint64_t seed, uint64_t stream, uint64_t first, uint32_t *out,
                         size_t count) {
  FILL(uint32_t, words, )
}

void dlplot_random_uniforms(uint64_t seed, uint64_t stream, uint64_t first, float *out,
                            size_t count) {
  FILL(float, uniforms, )
}

void dlplot_random_normals(uint64_t seed, uint64_t stream, uint64_t first, float *out,
                           size_t count) {
  FILL(float, normals, )
}

void dlplot_random_masks(uint64_t seed, uint64_t stream, uint64_t first, uint64_t threshold,
                         float value, float *out, size_t count) {
#define COMMA ,
  FILL(float, masks, threshold COMMA value COMMA)
}
